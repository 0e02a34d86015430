/** One change to how addresses were once written; each turns old parameters into today's. */
type Migration = (parameters: URLSearchParams) => void;

/** `?year=2014` → `?from=2014-01-01&to=2014-12-31`. */
const yearToWindow: Migration = (parameters) => {
  const year = parameters.get('year');
  if (year === null || !/^\d{4}$/.test(year)) return;
  parameters.delete('year');
  if (!parameters.has('from')) parameters.set('from', `${year}-01-01`);
  if (!parameters.has('to')) parameters.set('to', `${year}-12-31`);
};

/** `?country=PE` → `?c=PE`; `?measure=kg` → `?unit=kg`. */
const renamed: Migration = (parameters) => {
  for (const [before, now] of [
    ['country', 'c'],
    ['measure', 'unit'],
    ['kind', 'type'],
  ] as const) {
    const value = parameters.get(before);
    if (value === null) continue;
    parameters.delete(before);
    if (!parameters.has(now)) parameters.set(now, value);
  }
};

const migrations: readonly Migration[] = [yearToWindow, renamed];

/** Brings an old address's search part to today's parameters, so that links once published still open. */
export function migrateParameters(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const migrate of migrations) migrate(parameters);
  return `?${parameters.toString()}`;
}
