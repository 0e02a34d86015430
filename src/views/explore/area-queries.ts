import type { EventFilter } from '#core/filter.ts';
import type { Answer, KnownArea, Query } from '#core/query.ts';

/** At most as many rows as one call of the service gives. */
export const MOST = 200;
/** Areas of one symbol that are asked for: a province's zones may each have a point of their own. */
const MOST_PLACES = 40;
/** Two of the coordinates' last digits, so that what counts as one area is found whole. */
const GRAIN = 1e-5;

/** What the newest events of some areas are asked by: a named region by its name, others by where their records put them. */
export function areaQueries(filter: EventFilter, within: readonly KnownArea[]): readonly Query[] {
  const queries = new Map<string, Query>();
  for (const { precision, adm1, lat, lon } of within) {
    if (adm1 !== null) {
      const named: EventFilter = { ...filter, adm1: [adm1], precisions: [4] };
      queries.set(adm1, { kind: 'page', filter: named, sort: 'newest', offset: 0, limit: MOST });
    } else if (lat !== null && lon !== null) {
      const viewport = [lon - GRAIN, lat - GRAIN, lon + GRAIN, lat + GRAIN] as const;
      const query: Query = { kind: 'points', filter, viewport, precisions: [precision], limit: MOST };
      queries.set(`${precision} ${lat} ${lon}`, query);
    }
  }
  return [...queries.values()].slice(0, MOST_PLACES);
}

/** Rows among the answers to `areaQueries`; where a region without a name has its point, others may have theirs. */
export function rowsIn(answers: readonly Answer[]): readonly number[] {
  const rows = answers.flatMap((answer) => {
    if (answer.kind === 'page') return answer.rows;
    if (answer.kind !== 'points') return [];
    return answer.points.filter(({ precision, adm1 }) => precision === 5 || adm1 === null).map(({ n }) => n);
  });
  return [...new Set(rows)];
}
