import type { ProfileRun } from './country.ts';

/** Records that have a page, or a place on one, of their own. */
export type RecordKind = Exclude<NonNullable<ProfileRun['href']>['kind'], 'url'>;

const before: Readonly<Record<RecordKind, string>> = {
  indicator: '/indicators/',
  event: '/events/',
  article: '/articles/',
  group: '/groups/',
  source: '/sources#',
};

/** Path of a record's page, without any view; the id may hold any characters. */
export function recordPath(kind: RecordKind, id: string): string {
  return before[kind] + encodeURIComponent(id);
}
