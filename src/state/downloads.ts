import { type EndpointName, endpointUrl, type Input } from '#contract/endpoints.ts';

/** Files that carry whole lists; the API writes them, so a file never holds less than the list says. */
export type EventFile = 'csv' | 'geojson';

/** Most rows that can be asked for by number in one file. */
export const CHOSEN_ROWS_LIMIT = 1000;

/** Exactly these events, by row number. */
export function chosenEventsFile(rows: readonly number[], format: EventFile): string {
  return endpointUrl('events', { n: rows.slice(0, CHOSEN_ROWS_LIMIT).join(','), format });
}

/** A list of another endpoint as CSV. */
export function csvFile(
  name: Extract<EndpointName, 'articles' | 'indicator' | 'groups'>,
  input: Input,
): string {
  return endpointUrl(name, { ...input, format: 'csv' });
}
