import type { KindKey } from '#core/taxonomy.ts';
import { type DatePrecision, type EventTime, parseIsoDay } from '#core/time.ts';

/**
 * Rows of the curated files that are totals (yearly, cumulative, or one operation told as a year's sum): they become
 * observations of indicators and are never counted as events. Read from each row's `note`.
 */
export const totalRows: ReadonlySet<string> = new Set([
  'ai-pe-001',
  'ai-pe-002',
  'ai-pe-003',
  'ai-pe-059',
  'ai-pe-061',
  'ai-bo-010',
  'ai-ve-010',
  'ai-ve-011',
  'ai-ve-015',
  'ai-hn-008',
  'ai-hn-015',
  'ai-gt-001',
  'ai-gt-006',
  'ai-mx-002',
  'ai-mx-006',
  'ai-ec-010',
  'ai-ec-011',
  'so-pe-005',
  'so-pe-009',
  'so-pe-011',
  'so-pe-031',
  'pe-014',
]);

type Span = readonly [from: string, to: string, precision: DatePrecision];

/**
 * Rows whose note or summary gives the days exactly or bounds them better than the date column: events that lasted
 * several days get their real end (precision day); single events known within a few days get that span.
 */
const spans: Readonly<Record<string, Span>> = {
  'pe-019': ['2022-08-11', '2022-08-17', 'day'],
  'ai-pe-041': ['2015-03-20', '2015-03-22', 'day'],
  'ai-pe-043': ['2015-05-10', '2015-05-31', 'day'],
  'ai-pe-044': ['2015-07-03', '2015-07-31', 'day'],
  'ai-pe-045': ['2015-08-01', '2015-08-18', 'day'],
  'ai-pe-054': ['2019-03-01', '2019-04-30', 'quarter'],
  'ai-pe-036': ['2014-09-01', '2014-09-19', 'month'],
  'ai-bo-001': ['2010-02-18', '2010-02-19', 'week'],
  'ai-bo-018': ['2026-02-11', '2026-02-12', 'day'],
  'ai-gt-007': ['2020-07-25', '2020-07-26', 'day'],
  'so-pe-016': ['2016-04-09', '2016-04-10', 'week'],
  'so-pe-028': ['2018-02-01', '2018-02-11', 'day'],
  'so-pe-029': ['2018-02-01', '2018-02-11', 'day'],
  'so-pe-030': ['2018-02-01', '2018-02-11', 'day'],
  'so-pe-065': ['2024-03-26', '2024-03-27', 'day'],
  'so-pe-086': ['2025-10-11', '2025-10-19', 'day'],
  'so-ar-004': ['2022-08-25', '2022-08-26', 'day'],
  'so-bo-003': ['2025-07-31', '2025-08-01', 'day'],
  'so-br-001': ['2017-01-01', '2017-01-02', 'day'],
  'so-sv-003': ['2025-06-02', '2025-06-10', 'day'],
  'so-mx-001': ['2010-08-21', '2010-08-25', 'week'],
  'so-pe-072': ['2025-01-01', '2025-08-31', 'year'],
  'so-ve-002': ['2022-09-05', '2022-12-31', 'year'],
};

/** The time a row's own words bound better than its date column, or null. */
export function spanOfRow(id: string): EventTime | null {
  const span = spans[id];
  if (!span) return null;
  return { from: parseIsoDay(span[0]), to: parseIsoDay(span[1]), precision: span[2] };
}

/** Rows whose type column is wider than our kinds. */
const kindOverrides: Readonly<Record<string, KindKey>> = {
  'ai-co-007': 'report',
  'so-pe-002': 'riot',
  'so-pe-044': 'riot',
  'so-hn-001': 'riot',
  'so-py-007': 'riot',
  'so-py-002': 'other',
  'so-mx-007': 'attack',
};

const kindOfType: Readonly<Record<string, KindKey>> = {
  'aircraft-seizure': 'aircraft-seizure',
  'airstrip-destruction': 'airstrip-destruction',
  'aircraft-crash': 'aircraft-crash',
  'shoot-down': 'shoot-down',
  'forced-landing': 'forced-landing',
  policy: 'policy',
  report: 'report',
  judicial: 'judicial',
  attack: 'attack',
  combat: 'combat',
  massacre: 'massacre',
  kidnapping: 'kidnapping',
  capture: 'arrest',
  arrest: 'arrest',
  raid: 'raid',
  eradication: 'crop-eradication',
  'laboratory-destruction': 'laboratory-destruction',
};

/** Our kind for a curated row: its type, and for seizures and raids what the unit says was taken. */
export function kindOfRow(id: string, type: string, unit: string): KindKey {
  const fixed = kindOverrides[id];
  if (fixed) return fixed;
  if (type === 'raid' && /mining|mine entrances/u.test(unit)) return 'mining-destruction';
  if (type === 'seizure') return seizureKind(unit);
  const kind = kindOfType[type];
  if (!kind) throw new Error(`${id}: no kind for type "${type}"`);
  return kind;
}

function seizureKind(unit: string): KindKey {
  if (/counterfeit/u.test(unit)) return 'counterfeit-seizure';
  if (/mercury|cassiterite/u.test(unit)) return 'mining-seizure';
  if (/contraband/u.test(unit)) return 'contraband-seizure';
  if (/ammunition|firearms|explosive/u.test(unit)) return 'arms-seizure';
  return 'drug-seizure';
}

/** Publishers and addresses that mark a source to be confirmed before a briefing: blogs, wikis, copies and mirrors. */
const weakPublisher =
  /blog|wikipedia|wikiwand|\bcop(y|ies)\b|mirror|scribd|quoting|citing|video page|via |kathryn|webinfomil|hypervigilant|proletari|signalfire|radio periódico 2000|cañete al día|ser peruano|goozer|imlosingit|starmedia|stornia|puntualizando|guik\b/iu;
const weakAddress = /blogspot\.|wordpress\.com|scribd\.com|wikipedia\.org|wikiwand|rave\.ca/iu;
/** Rows whose note calls their source partisan. */
const weakRows: ReadonlySet<string> = new Set(['so-pe-033']);

/** Whether a citation of a row is to be shown as weak. */
export function isWeak(id: string, publisher: string, url: string): boolean {
  return weakRows.has(id) || weakPublisher.test(publisher) || weakAddress.test(url);
}
