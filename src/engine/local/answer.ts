import {
  activeDimensions,
  type DimensionKey,
  dimensionKeys,
  type EventFilter,
  emptyFilter,
  withoutDimension,
} from '#core/filter.ts';
import type {
  Answer,
  AnswerOf,
  AreasAnswer,
  AreasQuery,
  CountAnswer,
  CountQuery,
  ExtentAnswer,
  ExtentQuery,
  PageAnswer,
  PageQuery,
  Query,
  RelaxAnswer,
  RelaxQuery,
} from '#core/query.ts';
import { areaCodes, knownAreas, listAreas, rowsWithin } from './areas.ts';
import { daysSpanned } from './bin-axis.ts';
import { countBits, countRange } from './bitset.ts';
import { type CellIndex, CellIndexes, hexagons } from './cell-index.ts';
import { answerCells } from './cells.ts';
import { choicesIn } from './choices.ts';
import { type EventColumns, numberOf, placeCodes, placedCode } from './columns.ts';
import { answerCoverage } from './coverage.ts';
import { countTooVague } from './days.ts';
import { answerDensity, squares } from './density.ts';
import { boxOf } from './extremes.ts';
import { answerFacet, ownDimension, tallyPlaces } from './facets.ts';
import { answerSeries } from './histogram.ts';
import { type HitLookup, Selections } from './masks.ts';
import type { PlaceGrid } from './place-grid.ts';
import { answerMarks, answerPoints } from './points.ts';
import { Orders } from './rank.ts';
import { Shelf } from './shelf.ts';
import { Tallies } from './tallies.ts';
import { totalOver } from './tally.ts';
import { tileRows, WindowTiles } from './window-tiles.ts';

/** Enough for every panel of a screen, twice: undo finds its answers. */
const keptAnswers = 48;

/** Columns with everything derived from them that is worth keeping between questions. */
export class Ledger {
  readonly selections: Selections;
  readonly cells: CellIndexes;
  readonly squares: CellIndexes;
  readonly orders: Orders;
  readonly tallies: Tallies;
  private readonly windows: WindowTiles;
  private readonly recent = new Shelf<Answer>(keptAnswers);

  /** Windows that move over more rows than `tilesAbove` are counted from tiles. */
  constructor(columns: EventColumns, hits: HitLookup, tilesAbove = tileRows) {
    this.selections = new Selections(columns, hits);
    const grid = (): PlaceGrid => this.selections.grid();
    const forget = ({ cellOf }: CellIndex): void => this.tallies.forget(cellOf);
    this.cells = new CellIndexes(hexagons, columns, grid, forget);
    this.squares = new CellIndexes(squares, columns, grid, forget);
    this.orders = new Orders(columns);
    this.tallies = new Tallies(this.selections);
    this.windows = new WindowTiles(this, tilesAbove);
  }

  /** The answer to one question. Throws MissingHits, or RangeError when a question asks for too much. */
  answer<Q extends Query>(query: Q): AnswerOf<Q> {
    const kernel = kernels[query.kind] as (ledger: Ledger, query: Query) => Answer;
    const fresh = (): Answer => this.windows.answer(query) ?? kernel(this, query);
    const name = nameOf(query);
    return (name === null ? fresh() : this.recent.of(name, fresh)) as AnswerOf<Q>;
  }

  /** Whether the answer to a question is kept. */
  recalls(query: Query): boolean {
    const name = nameOf(query);
    return name !== null && this.recent.has(name);
  }

  /** Keeps an answer that another ledger gave over the same rows. */
  note(query: Query, answer: Answer): void {
    const name = nameOf(query);
    if (name !== null) this.recent.put(name, answer);
  }
}

const names = new WeakMap<Query, string | null>();

/** A question by all that its answer depends on; null where answers are large and seldom asked for again. */
function nameOf(query: Query): string | null {
  const known = names.get(query);
  if (known !== undefined) return known;
  const name = writeName(query);
  names.set(query, name);
  return name;
}

function writeName(query: Query): string | null {
  const { kind, filter, ...rest } = query;
  switch (kind) {
    case 'points':
    case 'density':
      return null;
    case 'cells':
    case 'areas':
      // Under all dates they are asked for again at every move of a window, as what lies faint beneath it.
      return filter.from === null && filter.to === null ? nameUnder(filter, kind, rest) : null;
    case 'series':
    case 'marks':
      return `${kind}${JSON.stringify(rest)} ${choicesIn(filter).others()}`;
    case 'coverage':
      return `${kind}${JSON.stringify(rest)} ${choicesIn(withoutIgnored(query).filter).others()}`;
    case 'facet':
      return nameUnder(filter, kind, rest, ownDimension[query.dimension]);
    default:
      return nameUnder(filter, kind, rest);
  }
}

function nameUnder(filter: EventFilter, kind: Query['kind'], rest: object, without?: DimensionKey): string {
  const others = choicesIn(filter).others(without);
  return `${kind}${JSON.stringify(rest)} ${filter.from}/${filter.to} ${others}`;
}

/** The question without the parts of its filter that its answer ignores: a dragged window asks for the same series again. */
export function withoutIgnored(query: Query): Query {
  switch (query.kind) {
    case 'series':
    case 'marks':
      return { ...query, filter: withoutDimension(query.filter, 'time') };
    case 'facet':
      return { ...query, filter: withoutDimension(query.filter, ownDimension[query.dimension]) };
    case 'coverage': {
      const { countries, sources } = query.filter;
      return { ...query, filter: { ...emptyFilter, countries, sources } };
    }
    default:
      return query;
  }
}

const kernels: {
  readonly [K in Query['kind']]: (ledger: Ledger, query: Extract<Query, { kind: K }>) => Answer;
} = {
  count: answerCount,
  series: ({ selections }, query) => answerSeries(selections, query),
  facet: ({ selections, tallies }, query) => answerFacet(selections, tallies, query),
  cells: ({ selections, tallies, cells }, query) => answerCells(selections, tallies, cells, query),
  density: ({ selections, tallies, squares: own }, query) => answerDensity(selections, tallies, own, query),
  areas: answerAreas,
  points: ({ selections, orders }, query) => answerPoints(selections, orders, query),
  page: answerPage,
  marks: ({ selections, orders }, query) => answerMarks(selections, orders, query),
  relax: answerRelax,
  extent: answerExtent,
  coverage: ({ selections }, query) => answerCoverage(selections, query),
};

const everyPlaceCode = Array.from({ length: placeCodes }, (_, code) => code);

function answerCount({ selections, tallies }: Ledger, { filter, measure }: CountQuery): CountAnswer {
  const { columns } = selections;
  const rows = selections.of(filter);
  const places = tallyPlaces(columns, tallies, rows, measure);
  const byPrecision = Array.from(places.events.subarray(0, placedCode));
  const anyTime = filter.from === null && filter.to === null ? rows : selections.of(filter, 'time');
  return {
    kind: 'count',
    total: totalOver(places, everyPlaceCode),
    ofAll: columns.capacity - columns.start,
    byPrecision,
    notPlaced: byPrecision.reduce((sum, count) => sum + count, 0),
    undated: countRange(rows, columns.start, columns.dated),
    tooVague: countTooVague(columns, anyTime, filter.from, filter.to),
  };
}

function answerAreas({ selections, tallies }: Ledger, { filter }: AreasQuery): AreasAnswer {
  const { area, areas, dictionaries } = selections.columns;
  const { events } = tallies.of('area', area, areaCodes(areas), selections.of(filter), 'count');
  return listAreas(knownAreas(areas, dictionaries), events);
}

function answerPage({ selections, orders }: Ledger, query: PageQuery): PageAnswer {
  const matching = selections.of(query.filter);
  const rows = query.within ? rowsWithin(selections.columns, matching, query.within) : matching;
  const page = orders.page(rows, query.sort, query.offset, query.limit);
  return {
    kind: 'page',
    rows: page.map((row) => numberOf(selections.columns, row)),
    matched: rows === matching ? selections.count(rows) : countBits(rows),
  };
}

/** Most events first, ties in the order of the table of dimensions. */
function answerRelax({ selections }: Ledger, { filter }: RelaxQuery): RelaxAnswer {
  const options = activeDimensions(filter).map((dimension) => ({
    dimension,
    events: selections.count(selections.of(filter, dimension)),
  }));
  options.sort(
    (a, b) => b.events - a.events || dimensionKeys.indexOf(a.dimension) - dimensionKeys.indexOf(b.dimension),
  );
  return { kind: 'relax', options };
}

function answerExtent({ selections }: Ledger, { filter }: ExtentQuery): ExtentAnswer {
  const { columns } = selections;
  const rows = selections.of(filter);
  const days = daysSpanned(columns, rows);
  return {
    kind: 'extent',
    from: days?.from ?? null,
    to: days?.to ?? null,
    bbox: boxOf(columns, rows, selections.count(rows)),
  };
}
