import { type EndpointName, endpointUrl, type Input } from '#contract/endpoints.ts';
import { pinnedInput } from './pinned-input.ts';

/** Files that carry whole lists; the API writes them, so a file never holds less than the list says. */
export type EventFile = 'csv' | 'geojson';

/** Most rows that can be asked for by number in one file. */
export const CHOSEN_ROWS_LIMIT = 1000;

/** Exactly these events, by row number. */
export function chosenEventsFile(rows: readonly number[], format: EventFile): string {
  const n = rows.slice(0, CHOSEN_ROWS_LIMIT).join(',');
  return endpointUrl('events', pinnedInput('events', { n, format }));
}

/** A list of another endpoint as CSV. */
export function csvFile(
  name: Extract<EndpointName, 'articles' | 'indicator' | 'groups'>,
  input: Input,
): string {
  return endpointUrl(name, pinnedInput(name, { ...input, format: 'csv' }));
}
