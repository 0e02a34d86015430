import { type CivilDay, dayOf, parseIsoDay, parseVagueDate } from '#core/time.ts';

const MONTHS: Record<string, number> = {};
const NAMES = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'abr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'out'],
  ['nov'],
  ['dec', 'dic', 'dez'],
];
NAMES.forEach((names, i) => {
  for (const name of names) MONTHS[name] = i + 1;
});

const real = (year: number, month: number, day: number): CivilDay | null =>
  parseIsoDay(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/**
 * The day somebody typed: 2015-08-20, 20/08/2015, 20.8.2015, "20 Aug 2015", "20 de agosto de 2015"; a month or a year
 * stands for its first or last day, by `edge`. Day before month always, as the three languages here write it. Null = not a real date.
 */
export function parseTypedDay(text: string, edge: 'first' | 'last'): CivilDay | null {
  const typed = plain(text);
  const iso = parseVagueDate(typed);
  if (iso) return edge === 'first' ? iso.from : iso.to;
  const numeric = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed);
  if (numeric) return real(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const named = /^(?:(\d{1,2})\s+(?:de\s+)?)?([a-z]{3,})\.?\s+(?:de\s+)?(\d{4})$/.exec(typed);
  const month = named ? MONTHS[(named[2] ?? '').slice(0, 3)] : undefined;
  if (!named || month === undefined) return null;
  const year = Number(named[3]);
  if (named[1] !== undefined) return real(year, month, Number(named[1]));
  return edge === 'first' ? dayOf(year, month, 1) : dayOf(year, month + 1, 1) - 1;
}
