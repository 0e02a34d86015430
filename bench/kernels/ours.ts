import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { families } from '#core/taxonomy.ts';
import type { Answered } from '#engine/engine.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import type { HitLookup } from '#engine/local/masks.ts';
import type { BenchColumns } from './columns.ts';
import { type Move, overviewZoom, type Update } from './update.ts';

/** The product's own columns and kernels, on this thread. */
export function buildLedger(
  { part, dictionaries }: BenchColumns,
  hits: HitLookup = () => null,
  tilesAbove?: number,
): Ledger {
  const builder = new ColumnsBuilder(part.rows, dictionaries);
  builder.add(part);
  return new Ledger(builder.build(), hits, tilesAbove);
}

/** The product's filter for a move. */
function filterOf(move: Move, countryKeys: readonly string[]): EventFilter {
  return {
    ...emptyFilter,
    from: move.from,
    to: move.to,
    types: move.families ? families.filter((_, i) => move.families![i]).map(({ key }) => key) : [],
    countries: move.countries ? countryKeys.filter((_, i) => move.countries![i]) : [],
  };
}

/** What the product asks at a move: count, cells, series, countries and the list of the largest, in one batch. */
export function queriesOf(move: Move, countryKeys: readonly string[]) {
  const filter = filterOf(move, countryKeys);
  return [
    { kind: 'count', filter, measure: 'count' },
    { kind: 'cells', filter, zoom: overviewZoom, viewport: null, measure: 'count' },
    { kind: 'series', filter, bin: 'month', measure: 'count', split: 'family', domain: null },
    { kind: 'facet', filter, dimension: 'country', measure: 'count' },
    { kind: 'page', filter, sort: 'kg', offset: 0, limit: 10 },
  ] as const;
}

/** The answers as the form that is compared; `grams` by row number, as the list of the largest would show them. */
export function updateOfAnswers(
  [count, cells, series, countries, page]: Answered<ReturnType<typeof queriesOf>>['answers'],
  countryKeys: readonly string[],
  grams: Uint32Array,
): Update {
  const byCountry = new Array<number>(countryKeys.length).fill(0);
  for (const { key, total } of countries.values) byCountry[countryKeys.indexOf(key)] = total.events;
  let [months, inMonths] = [0, 0];
  for (const { events } of series.series) {
    for (let bin = 0; bin < events.length; bin++) {
      if (events[bin]! > 0) months++;
      inMonths += events[bin]!;
    }
  }
  return {
    total: count.total.events,
    cells: cells.cells.length,
    inCells: cells.cells.reduce((sum, cell) => sum + cell.total.events, 0),
    months,
    inMonths,
    countries: byCountry,
    top: page.rows.map((n) => grams[n - 1]!),
  };
}
