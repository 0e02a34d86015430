import type { Dictionaries } from '#contract/part-columns.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Bbox } from '#core/place.ts';
import type {
  Answer,
  AreasQuery,
  CellsQuery,
  CountQuery,
  DensityQuery,
  FacetQuery,
  Query,
} from '#core/query.ts';
import { type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { knownAreas, listAreas } from './areas.ts';
import type { DaySpan } from './bin-axis.ts';
import { listCells } from './cells.ts';
import { listSquares } from './density.ts';
import { withoutOwn } from './facets.ts';
import type { TileShape, TileSubject } from './tile.ts';
import { countFrom, facetFrom } from './tile-answers.ts';
import type { TileCounter } from './tile-counter.ts';

/** The data that a tile counts, as far as an answer speaks of them. */
export interface Counted {
  /** All events, unfiltered, without faulty rows. */
  readonly rows: number;
  readonly dictionaries: Dictionaries;
}

/** Days of a filter; null = open. */
interface Window {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

/** The tiles that hold a question's window among others, and how the answer follows from one of them. */
export interface WindowPlan extends Window {
  readonly subject: TileSubject;
  /** The filter without its dates: what tiles of one screen have in common. */
  readonly filter: EventFilter;
  /** Of a map: what is in sight; the tile reaches a little beyond it. */
  readonly viewport: Bbox | null;
  /** Shapes that hold the window, the smallest first. */
  readonly shapes: readonly TileShape[];
  answer(counter: TileCounter, counted: Counted): Answer;
}

/** Bins of a window that a tile of days or weeks alone covers; longer ones are of months, with days about their ends. */
const mostBins = 1100;
/** How far days reach beyond the ends of a window, so that a brush can move on in them. */
const roomDays = 200;
/** Web Mercator maps end there. */
const mostLat = 85;

/** The plan for a question that a tile answers exactly; null where none does, or none is worth it. */
export function windowPlan(query: Query): WindowPlan | null {
  if (!isTiled(query)) return null;
  const { from, to } = query.filter;
  const shapes = shapesOf({ from, to });
  if (shapes.length === 0) return null;
  const filter = withoutDimension(query.filter, 'time');
  const by = dimensionOf(query);
  const isMap = query.kind === 'cells' || query.kind === 'density';
  const viewport = isMap ? query.viewport : null;
  const zoom = isMap ? query.zoom : 0;
  return {
    from,
    to,
    shapes,
    filter,
    viewport,
    subject: {
      filter: withoutOwn(filter, by),
      by,
      zoom,
      viewport: viewport && snapped(viewport, zoom),
      measure: 'measure' in query ? query.measure : 'count',
    },
    answer: (counter, counted) => answerFrom(query, counter, counted),
  };
}

/** Whether both ends of a window are edges of such a tile's bins, within its days. */
export function holds({ bin, domain, fine }: TileShape, { from, to }: Window): boolean {
  if (domain && (from === null || to === null || from < domain.from || to > domain.to)) return false;
  const isEdge = (day: CivilDay | null): boolean =>
    day === null || binStart(day, bin) === day || fine.some((span) => span.from <= day && day <= span.to);
  return isEdge(from) && isEdge(to === null ? null : to + 1);
}

function shapesOf({ from, to }: Window): readonly TileShape[] {
  if (from === null && to === null) return [];
  const isWhole = (bin: Bin): boolean => holds({ bin, domain: null, fine: [] }, { from, to });
  const whole = (['quarter', 'month'] as const).filter(isWhole);
  if (whole.length > 0) return whole.map((bin) => ({ bin, domain: null, fine: [] }));
  const bin = isWhole('week') ? 'week' : 'day';
  const longest = bin === 'week' ? mostBins * 7 : mostBins;
  if (from !== null && to !== null && to - from <= longest)
    return [{ bin, domain: { from: around(from).from, to: around(to).to }, fine: [] }];
  const fine = [
    ...(from === null || binStart(from, 'month') === from ? [] : [around(from)]),
    ...(to === null || binEnd(to, 'month') === to ? [] : [around(to)]),
  ];
  return [{ bin: 'month', domain: null, fine }];
}

/** The years about a day. */
function around(day: CivilDay): DaySpan {
  return { from: binStart(day - roomDays, 'year'), to: binEnd(day + roomDays, 'year') };
}

function answerFrom(query: TiledQuery, counter: TileCounter, { rows, dictionaries }: Counted): Answer {
  const counted = counter.count(query.filter.from, query.filter.to);
  switch (query.kind) {
    case 'count':
      return countFrom(counted, rows);
    case 'cells':
      return listCells(counter.cells(query.zoom), counted.tally, query);
    case 'density':
      return listSquares(counter.tile, counted.tally.events, query);
    case 'areas':
      return listAreas(knownAreas(counter.areas(), dictionaries), counted.tally.events);
    case 'facet':
      return facetFrom(counted.tally, query.dimension, dictionaries);
  }
}

/** A viewport widened to a grid of half a map tile's width, so that a map moved a little needs no other tile; none across 180°. */
function snapped(viewport: Bbox, zoom: number): Bbox {
  const [west, south, east, north] = viewport;
  if (west > east) return viewport;
  const step = 180 / 2 ** zoom;
  const down = (degrees: number): number => Math.floor(degrees / step) * step;
  const up = (degrees: number): number => Math.ceil(degrees / step) * step;
  const pole = Math.max(north, mostLat);
  return [down(west), Math.max(down(south), Math.min(south, -mostLat)), up(east), Math.min(up(north), pole)];
}

type TiledQuery = CountQuery | CellsQuery | DensityQuery | AreasQuery | FacetQuery;

const tiled: readonly Query['kind'][] = ['count', 'cells', 'density', 'areas', 'facet'];
const isTiled = (query: Query): query is TiledQuery => tiled.includes(query.kind);

function dimensionOf(query: TiledQuery): TileDimension {
  if (query.kind === 'count') return 'place';
  if (query.kind === 'cells' || query.kind === 'areas') return query.kind;
  return query.kind === 'density' ? 'squares' : query.dimension;
}
