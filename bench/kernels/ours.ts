import type { EventFilter } from '#core/filter.ts';
import { emptyFilter } from '#core/filter.ts';
import { families } from '#core/taxonomy.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import type { BenchColumns } from './columns.ts';
import { type Contestant, type Move, overviewZoom } from './update.ts';

/** The product's own columns and kernels, on this thread. */
export function buildLedger({ part, dictionaries }: BenchColumns): Ledger {
  const builder = new ColumnsBuilder(part.rows, dictionaries);
  builder.add(part);
  return new Ledger(builder.build(), () => null);
}

/** The product's filter for a move. */
export function filterOf(move: Move, countryKeys: readonly string[]): EventFilter {
  return {
    ...emptyFilter,
    from: move.from,
    to: move.to,
    types: move.families ? families.filter((_, i) => move.families![i]).map(({ key }) => key) : [],
    countries: move.countries ? countryKeys.filter((_, i) => move.countries![i]) : [],
  };
}

export async function ours(data: BenchColumns): Promise<Contestant> {
  const ledger = buildLedger(data);
  const keys = data.dictionaries.country;
  return {
    name: 'Atalaya',
    update(move) {
      const filter = filterOf(move, keys);
      const { total } = ledger.answer({ kind: 'count', filter, measure: 'count' });
      const { cells } = ledger.answer({
        kind: 'cells',
        filter,
        zoom: overviewZoom,
        viewport: null,
        measure: 'count',
      });
      const { series } = ledger.answer({
        kind: 'series',
        filter,
        bin: 'month',
        measure: 'count',
        split: 'family',
        domain: null,
      });
      const { values } = ledger.answer({ kind: 'facet', filter, dimension: 'country', measure: 'count' });
      const { rows } = ledger.answer({ kind: 'page', filter, sort: 'kg', offset: 0, limit: 10 });
      const countries = new Array<number>(keys.length).fill(0);
      for (const { key, total: own } of values) countries[keys.indexOf(key)] = own.events;
      return {
        total: total.events,
        cells: cells.length,
        inCells: cells.reduce((sum, cell) => sum + cell.total.events, 0),
        months: series.reduce((sum, { events }) => sum + events.filter((count) => count > 0).length, 0),
        inMonths: series.reduce((sum, { events }) => sum + events.reduce((a, b) => a + b, 0), 0),
        countries,
        top: rows.map((n) => data.part.grams[n - 1]!),
      };
    },
  };
}
