import type { EventFilter } from '#core/filter.ts';
import type { Measure, Total } from '#core/measure.ts';
import { kindFromCode } from '#core/taxonomy.ts';
import { addBins, binStart, type CivilDay, dayOf } from '#core/time.ts';
import type { GroupedDimension } from '#server/store/store.ts';
import { quantityColumns, whereOf } from '#server/store/where.ts';
import type { Database, Sql } from './database.ts';

interface TotalRow {
  readonly events: number;
  readonly best: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reported: number;
}

/** Sums of a measure: low and high fall back to the best figure; events that report none are counted apart. */
function sums(measure: Measure): string {
  if (measure === 'count')
    return 'count(*) as events, null as best, null as low, null as high, count(*) as reported';
  const column = `e.${quantityColumns[measure]}`;
  const bound = (name: string): string =>
    `sum(case when ${column} is not null then coalesce(${column}_${name}, ${column}) end) as ${name}`;
  return `count(*) as events, sum(${column}) as best, ${bound('low')}, ${bound('high')}, count(${column}) as reported`;
}

function totalOf(row: TotalRow | null, measure: Measure): Total {
  const events = row?.events ?? 0;
  if (measure === 'count') return { events, best: events, low: events, high: events, unreported: 0 };
  const unit = measure === 'kg' ? 1000 : 1;
  return {
    events,
    best: (row?.best ?? 0) / unit,
    low: (row?.low ?? 0) / unit,
    high: (row?.high ?? 0) / unit,
    unreported: events - (row?.reported ?? 0),
  };
}

export function selectTotal(database: Database, filter: EventFilter, measure: Measure): Total {
  const where = whereOf(filter);
  const row = database.get<TotalRow>(
    `select ${sums(measure)} from event e where ${where.text}`,
    where.values,
  );
  return totalOf(row, measure);
}

const grouped: Readonly<Record<GroupedDimension, { readonly key: string; readonly join: string }>> = {
  country: { key: 'e.country', join: '' },
  adm1: { key: 'e.adm1', join: '' },
  kind: { key: 'e.kind', join: '' },
  source: { key: 'e.source', join: '' },
  precision: { key: 'e.place_precision', join: '' },
  group: { key: 'g.group_id', join: 'join event_group g on g.n = e.n' },
  substance: { key: 's.substance', join: 'join event_substance s on s.n = e.n' },
};

export function selectGroupBy(
  database: Database,
  filter: EventFilter,
  dimension: GroupedDimension,
  measure: Measure,
): { key: string; total: Total }[] {
  const where = whereOf(filter);
  const { key, join } = grouped[dimension];
  const rows = database.all<TotalRow & { key: string | number | null }>(
    `select ${key} as key, ${sums(measure)} from event e ${join} where ${where.text} and ${key} is not null group by 1`,
    where.values,
  );
  return rows
    .map((row) => ({
      key: dimension === 'kind' ? (kindFromCode(Number(row.key)) ?? String(row.key)) : String(row.key),
      total: totalOf(row, measure),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Rows within one month carry its number; day-precise events that last longer count in every month they touch. */
export function selectByMonth(
  database: Database,
  filter: EventFilter,
): { start: CivilDay; events: number }[] {
  const where = whereOf(filter);
  const counts = new Map<CivilDay, number>();
  const add = (start: CivilDay, events: number): void => {
    counts.set(start, (counts.get(start) ?? 0) + events);
  };
  const within = database.all<{ month: number; n: number }>(
    `select e.month as month, count(*) as n from event e where ${where.text} and e.month is not null group by 1`,
    where.values,
  );
  for (const { month, n } of within) add(dayOf(Math.floor(month / 12), (month % 12) + 1, 1), n);
  const lasting: Sql = {
    text: `${where.text} and e.month is null and e.from_day is not null and e.date_precision = 'day'`,
    values: where.values,
  };
  const spans = database.all<{ first: number; last: number }>(
    `select e.from_day as first, e.to_day as last from event e where ${lasting.text}`,
    lasting.values,
  );
  for (const { first, last } of spans) {
    for (let start = binStart(first, 'month'); start <= last; start = addBins(start, 'month', 1))
      add(start, 1);
  }
  return [...counts].map(([start, events]) => ({ start, events })).sort((a, b) => a.start - b.start);
}
