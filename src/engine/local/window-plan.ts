import type { Dictionaries } from '#contract/part-columns.ts';
import type { TileDimension } from '#contract/tile.ts';
import { withoutDimension } from '#core/filter.ts';
import type { Answer, CellsQuery, CountQuery, FacetQuery, Query } from '#core/query.ts';
import { type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { listCells } from './cells.ts';
import { isTiled, ownDimension, type TiledFacet } from './facets.ts';
import type { TileQuestion } from './tile.ts';
import { countFrom, facetFrom } from './tile-answers.ts';
import type { TileCounter } from './tile-counter.ts';

/** The data that a tile counts, as far as an answer speaks of them. */
export interface Counted {
  /** All events, unfiltered. */
  readonly rows: number;
  readonly dictionaries: Dictionaries;
}

/** The tile that holds a question's window among others, and how the answer follows from it. */
export interface WindowPlan {
  readonly tile: TileQuestion;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  answer(counter: TileCounter, counted: Counted): Answer;
}

/** Windows longer than this are not covered by tiles of days or weeks. */
const mostDays = 1100;
/** How far such a tile reaches beyond the window, so that a brush can move on in it. */
const roomDays = 200;

/** The plan for a question that a tile answers exactly; null where none does, or none is worth it. */
export function windowPlan(query: Query): WindowPlan | null {
  if (!isTiledQuery(query)) return null;
  const { from, to } = query.filter;
  const span = tileSpan(from, to);
  if (!span) return null;
  const own = query.kind === 'facet' ? ownDimension[query.dimension] : 'time';
  const tile: TileQuestion = {
    filter: withoutDimension(withoutDimension(query.filter, 'time'), own),
    by: dimensionOf(query),
    zoom: query.kind === 'cells' ? query.zoom : 0,
    viewport: query.kind === 'cells' ? query.viewport : null,
    measure: query.measure,
    ...span,
  };
  return {
    tile,
    from,
    to,
    answer: (counter, { rows, dictionaries }) => {
      const counted = counter.count(from, to);
      if (query.kind === 'count') return countFrom(counted, rows);
      if (query.kind === 'cells')
        return listCells(counter.cells(query.zoom), counted.tally, { ...query, viewport: null });
      return facetFrom(counted.tally, query.dimension, dictionaries);
    },
  };
}

/** The bins of which the window is made, as coarse as a brush may use, and the days a tile of them should cover. */
function tileSpan(from: CivilDay | null, to: CivilDay | null): Pick<TileQuestion, 'bin' | 'domain'> | null {
  if (from === null && to === null) return null;
  const isWhole = (bin: Bin): boolean =>
    (from === null || binStart(from, bin) === from) && (to === null || binEnd(to, bin) === to);
  if (isWhole('month')) return { bin: 'month', domain: null };
  if (from === null || to === null || to - from > mostDays) return null;
  const domain = { from: binStart(from - roomDays, 'year'), to: binEnd(to + roomDays, 'year') };
  return { bin: isWhole('week') ? 'week' : 'day', domain };
}

type TiledQuery = CountQuery | CellsQuery | (FacetQuery & { readonly dimension: TiledFacet });

function isTiledQuery(query: Query): query is TiledQuery {
  return query.kind === 'facet' ? isTiled(query.dimension) : query.kind === 'count' || query.kind === 'cells';
}

function dimensionOf(query: TiledQuery): TileDimension {
  if (query.kind === 'count') return 'place';
  if (query.kind === 'cells') return 'cells';
  return query.dimension === 'precision' ? 'place' : query.dimension;
}
