import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Answer } from '#core/query.ts';
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

/** The product's answers to one move, as they leave its Worker. */
export interface MoveAnswers {
  readonly count: Answer;
  readonly cells: Answer;
  readonly series: Answer;
  readonly countries: Answer;
  /** Grams of the largest, as their list would show them. */
  readonly top: readonly number[];
}

export function answersTo(ledger: Ledger, move: Move, data: BenchColumns): MoveAnswers {
  const filter = filterOf(move, data.dictionaries.country);
  const page = ledger.answer({ kind: 'page', filter, sort: 'kg', offset: 0, limit: 10 });
  return {
    count: ledger.answer({ kind: 'count', filter, measure: 'count' }),
    cells: ledger.answer({ kind: 'cells', filter, zoom: overviewZoom, viewport: null, measure: 'count' }),
    series: ledger.answer({
      kind: 'series',
      filter,
      bin: 'month',
      measure: 'count',
      split: 'family',
      domain: null,
    }),
    countries: ledger.answer({ kind: 'facet', filter, dimension: 'country', measure: 'count' }),
    top: page.rows.map((n) => data.part.grams[n - 1]!),
  };
}

/** The answers as the form that is compared. */
export function updateOfAnswers(answers: MoveAnswers, countryKeys: readonly string[]): Update {
  const { count, cells, series, countries, top } = answers;
  if (count.kind !== 'count' || cells.kind !== 'cells' || series.kind !== 'series')
    throw new Error('An answer to another question.');
  if (countries.kind !== 'facet') throw new Error('An answer to another question.');
  const byCountry = new Array<number>(countryKeys.length).fill(0);
  for (const { key, total } of countries.values) byCountry[countryKeys.indexOf(key)] = total.events;
  const bins = series.series.flatMap(({ events }) => Array.from(events));
  return {
    total: count.total.events,
    cells: cells.cells.length,
    inCells: cells.cells.reduce((sum, cell) => sum + cell.total.events, 0),
    months: bins.filter((events) => events > 0).length,
    inMonths: bins.reduce((sum, events) => sum + events, 0),
    countries: byCountry,
    top,
  };
}
