import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Answer, Query } from '#core/query.ts';
import { families } from '#core/taxonomy.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import type { BenchColumns } from './columns.ts';
import { type Move, overviewZoom, type Update } from './update.ts';

/** The product's own columns and kernels, on this thread. */
export function buildLedger({ part, dictionaries }: BenchColumns): Ledger {
  const builder = new ColumnsBuilder(part.rows, dictionaries);
  builder.add(part);
  return new Ledger(builder.build(), () => null);
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

/** The product's answers to one move: count, cells, series and countries; and grams of the largest, as their list would show them. */
export interface MoveAnswers {
  readonly answers: readonly Answer[];
  readonly top: readonly number[];
}

export function answersTo(ledger: Ledger, move: Move, data: BenchColumns): MoveAnswers {
  const filter = filterOf(move, data.dictionaries.country);
  const queries: readonly Query[] = [
    { kind: 'count', filter, measure: 'count' },
    { kind: 'cells', filter, zoom: overviewZoom, viewport: null, measure: 'count' },
    { kind: 'series', filter, bin: 'month', measure: 'count', split: 'family', domain: null },
    { kind: 'facet', filter, dimension: 'country', measure: 'count' },
  ];
  const page = ledger.answer({ kind: 'page', filter, sort: 'kg', offset: 0, limit: 10 });
  return {
    answers: queries.map((query) => ledger.answer(query)),
    top: page.rows.map((n) => data.part.grams[n - 1]!),
  };
}

/** The answers as the form that is compared. */
export function updateOfAnswers({ answers, top }: MoveAnswers, countryKeys: readonly string[]): Update {
  const [count, cells, series, countries] = answers;
  if (count?.kind !== 'count' || cells?.kind !== 'cells' || series?.kind !== 'series')
    throw new Error('An answer to another question.');
  if (countries?.kind !== 'facet') throw new Error('An answer to another question.');
  const byCountry = new Array<number>(countryKeys.length).fill(0);
  for (const { key, total } of countries.values) byCountry[countryKeys.indexOf(key)] = total.events;
  let [months, inMonths] = [0, 0];
  for (const { events } of series.series) {
    for (const inBin of events) {
      if (inBin > 0) months++;
      inMonths += inBin;
    }
  }
  return {
    total: count.total.events,
    cells: cells.cells.length,
    inCells: cells.cells.reduce((sum, cell) => sum + cell.total.events, 0),
    months,
    inMonths,
    countries: byCountry,
    top,
  };
}
