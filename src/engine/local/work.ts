import { activeDimensions, type DimensionKey, type EventFilter } from '#core/filter.ts';
import type { Bbox } from '#core/place.ts';
import type { FacetQuery, PageQuery, PointsQuery, Query } from '#core/query.ts';
import type { Ledger } from './answer.ts';
import { areaCodes } from './areas.ts';
import type { CellIndex, NearCells } from './cell-index.ts';
import { choicesIn } from './choices.ts';
import { rowsWithin } from './days.ts';
import { ownDimension } from './facets.ts';
import { wordsPerRow } from './masks.ts';
import { eachSquare, type PlaceGrid } from './place-grid.ts';
import { levelsOf } from './points.ts';

const beyond = Number.POSITIVE_INFINITY;

/** What a batch would cost a ledger, question by question: what one makes, the next ones find. */
export class WorkPlan {
  readonly ledger: Ledger;
  private readonly planned = new Set<string>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /**
   * Rows that would have to be looked at for an answer, about; infinitely many where the ledger lacks something that it should not
   * make itself: orders, pieces of the plane, the rows of words.
   */
  workFor(query: Query): number {
    if (this.ledger.recalls(query)) return 0;
    const work = works[query.kind] as (plan: WorkPlan, query: Query) => number;
    return work(this, query);
  }

  /** The part of it that finds the rows. */
  selection(filter: EventFilter, without?: DimensionKey): number {
    return this.ledger.selections.workFor(filter, without, this.planned);
  }
}

const works: {
  readonly [K in Query['kind']]: (plan: WorkPlan, query: Extract<Query, { kind: K }>) => number;
} = {
  count: (plan, { filter, measure }) => tallied(plan, 'place', measure, filter) + words(plan),
  series: (plan, { filter }) => plan.selection(filter, 'time') + 2 * rowsUnder(plan, filter, 'time'),
  facet: facetWork,
  cells: (plan, { filter, zoom, viewport, measure }) =>
    piecesWork(plan, plan.ledger.cells.atHand(zoom, viewport), `cells/${zoom}`, measure, filter),
  density: (plan, { filter, zoom, viewport }) =>
    piecesWork(plan, plan.ledger.squares.atHand(zoom, viewport), `squares/${zoom}`, 'count', filter),
  areas: (plan, { filter }) =>
    tallied(plan, 'area', 'count', filter) + areaCodes(plan.ledger.selections.columns.areas),
  points: pointsWork,
  page: pageQueryWork,
  marks: (plan, { filter, limit }) =>
    plan.selection(filter, 'time') + 4 * words(plan) + pageWork(plan, filter, limit),
  relax: (plan, { filter }) =>
    activeDimensions(filter).reduce(
      (work, dimension) => work + plan.selection(filter, dimension) + words(plan),
      0,
    ),
  extent: (plan, { filter }) => plan.selection(filter) + rowsUnder(plan, filter),
  coverage: (plan) => 2 * liveRows(plan),
};

const words = ({ ledger: { selections } }: WorkPlan): number => selections.all.length / wordsPerRow;
const liveRows = ({
  ledger: {
    selections: { columns },
  },
}: WorkPlan): number => columns.capacity - columns.start;

/** The most rows that a selection may hold. */
function rowsUnder({ ledger }: WorkPlan, filter: EventFilter, without?: DimensionKey): number {
  const { columns } = ledger.selections;
  const [first, end] = rowsWithin(columns, without === 'time' ? { from: null, to: null } : filter);
  return end - first;
}

function tallied(
  plan: WorkPlan,
  name: string,
  measure: FacetQuery['measure'],
  filter: EventFilter,
  without?: DimensionKey,
): number {
  const { from, to } = filter;
  const origin = { others: choicesIn(filter).others(without), from, to };
  return plan.selection(filter, without) + plan.ledger.tallies.workFor(name, measure, origin);
}

function facetWork(plan: WorkPlan, { dimension, measure, filter }: FacetQuery): number {
  const own = ownDimension[dimension];
  if (dimension === 'reported') {
    const rows = measure === 'count' ? 8 * words(plan) : rowsUnder(plan, filter, own);
    return plan.selection(filter, own) + rows;
  }
  const { columns } = plan.ledger.selections;
  const lists =
    dimension === 'group' || dimension === 'substance' ? columns[`${dimension}Lists`].lists.length : 0;
  return tallied(plan, dimension === 'precision' ? 'place' : dimension, measure, filter, own) + lists;
}

function piecesWork(
  plan: WorkPlan,
  pieces: CellIndex | NearCells | null,
  name: string,
  measure: FacetQuery['measure'],
  filter: EventFilter,
): number {
  if (!pieces) return beyond;
  const each = 2 * pieces.q.length;
  if ('rows' in pieces) return each + plan.selection(filter) + 2 * pieces.rows.length;
  return each + tallied(plan, name, measure, filter);
}

function pointsWork(plan: WorkPlan, query: PointsQuery): number {
  const { filter, viewport, limit } = query;
  const { grids, points } = plan.ledger.selections;
  const drawn = points.peek(levelsOf(query).join());
  if (!drawn) return beyond;
  const looked = viewport === null ? 0 : rowsIn(grids.peek(''), viewport);
  const share = plan.ledger.selections.count(drawn) / Math.max(1, liveRows(plan));
  return plan.selection(filter) + looked + 4 * words(plan) + pageWork(plan, filter, limit, share);
}

/** Rows in the squares that a viewport touches. */
function rowsIn(grid: PlaceGrid | undefined, viewport: Bbox): number {
  if (!grid) return beyond;
  let looked = 0;
  eachSquare(grid, viewport, (first, end) => {
    looked += end - first;
  });
  return looked;
}

function pageQueryWork(plan: WorkPlan, { filter, within, sort, offset, limit }: PageQuery): number {
  if (within) return beyond;
  const derived = sort !== 'newest' && sort !== 'oldest';
  if (derived && !plan.ledger.orders.kept.has(sort)) return beyond;
  return plan.selection(filter) + words(plan) + pageWork(plan, filter, offset + limit);
}

/** Rows passed on the way to so many of a selection, or of a share of it, if they lie evenly. */
function pageWork(plan: WorkPlan, filter: EventFilter, rows: number, share = 1): number {
  const { selections } = plan.ledger;
  const others = selections.from({ others: choicesIn(filter).others(), from: null, to: null });
  const live = Math.max(1, liveRows(plan));
  const matching = (others ? selections.count(others) : 0) * (rowsUnder(plan, filter) / live) * share;
  return Math.min(live, rows * (live / Math.max(1, matching)));
}
