import { datePrecisionCodes } from '#contract/columns.ts';
import { type Bbox, inBbox, type PlacePrecision } from '#core/place.ts';
import type {
  EventMark,
  EventPoint,
  MarksAnswer,
  MarksQuery,
  PointsAnswer,
  PointsQuery,
} from '#core/query.ts';
import { kindFromCode } from '#core/taxonomy.ts';
import { type Bitset, clearRange, countBits, emptyBits, hasBit, intersection, setBit } from './bitset.ts';
import { dayAt, type EventColumns, levelOf, numberOf, toDay } from './columns.ts';
import { eachLastingAtEdge, firstRowFrom } from './days.ts';
import type { Selections } from './masks.ts';
import { eachSquare, type PlaceGrid } from './place-grid.ts';
import type { Orders } from './rank.ts';
import { figureAt } from './sparse.ts';
import { inUnit } from './tally.ts';

const drawnLevels: readonly PlacePrecision[] = [1, 2, 3, 4, 5, 7];

/** Single events in the viewport, newest first. Events known only to the country are never points. */
export function answerPoints(selections: Selections, orders: Orders, query: PointsQuery): PointsAnswer {
  const { columns } = selections;
  const drawn = intersection([selections.of(query.filter), selections.drawn(levelsOf(query))]);
  const rows = query.viewport === null ? drawn : inView(columns, selections.grid(), drawn, query.viewport);
  const matched = countBits(rows);
  const points = orders.page(rows, 'newest', 0, query.limit).map((row) => pointAt(columns, row));
  return { kind: 'points', points, matched, truncated: matched > points.length };
}

/** The levels a question asks for, of those that are ever points. */
export function levelsOf({ precisions }: PointsQuery): readonly PlacePrecision[] {
  return precisions.length === 0 ? drawnLevels : drawnLevels.filter((level) => precisions.includes(level));
}

function inView({ lat, lon, capacity }: EventColumns, grid: PlaceGrid, rows: Bitset, viewport: Bbox): Bitset {
  const found = emptyBits(capacity);
  const box = onGlobe(viewport);
  eachSquare(grid, box, (first, end, inside) => {
    for (let i = first; i < end; i++) {
      const row = grid.rows[i]!;
      if (!hasBit(rows, row)) continue;
      if (inside || inBbox(lat[row]!, lon[row]!, box)) setBit(found, row);
    }
  });
  return found;
}

/** A viewport within ±180°, from one whose longitudes may run past it, as a scrolled map gives them. */
function onGlobe(viewport: Bbox): Bbox {
  const [west, south, east, north] = viewport;
  return east - west >= 360 ? [-180, south, 180, north] : [wrapped(west), south, wrapped(east), north];
}

function wrapped(lon: number): number {
  return Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

function pointAt(columns: EventColumns, row: number): EventPoint {
  return {
    n: numberOf(columns, row),
    lat: columns.lat[row]!,
    lon: columns.lon[row]!,
    precision: levelOf(columns, row) as PlacePrecision,
    kind: kindFromCode(columns.kind[row]!) ?? 'other',
    from: row < columns.dated ? null : dayAt(columns, row),
    adm1: columns.dictionaries.adm1[columns.adm1[row]!] ?? null,
  };
}

/** Single events in time, oldest first, under every dimension but time; those that touch the domain, however vague. */
export function answerMarks(selections: Selections, orders: Orders, query: MarksQuery): MarksAnswer {
  const { columns } = selections;
  const rows = touching(columns, selections.of(query.filter, 'time'), query.domain);
  const matched = countBits(rows);
  const marks = orders.page(rows, 'oldest', 0, query.limit).map((row) => markAt(columns, row));
  return { kind: 'marks', marks, matched, truncated: matched > marks.length };
}

function touching(columns: EventColumns, rows: Bitset, domain: MarksQuery['domain']): Bitset {
  const found = rows.slice();
  clearRange(found, columns.start, columns.dated);
  if (!domain) return found;
  clearRange(found, columns.dated, firstRowFrom(columns, domain.from));
  clearRange(found, firstRowFrom(columns, domain.to + 1), columns.capacity);
  eachLastingAtEdge(columns, rows, domain.from, domain.to, (row, to) => {
    if (dayAt(columns, row) <= domain.to && to >= domain.from) setBit(found, row);
  });
  return found;
}

function markAt(columns: EventColumns, row: number): EventMark {
  const figure = (measure: 'kg' | 'usd' | 'people'): number | null => {
    const value = figureAt(columns.quantities[measure].best, row);
    return value === -1 ? null : inUnit(measure, value);
  };
  return {
    n: numberOf(columns, row),
    from: dayAt(columns, row),
    to: toDay(columns, row),
    precision: datePrecisionCodes[columns.datePrecision[row]!] ?? 'unknown',
    kind: kindFromCode(columns.kind[row]!) ?? 'other',
    country: columns.dictionaries.country[columns.country[row]!] ?? '',
    kg: figure('kg'),
    usd: figure('usd'),
    people: figure('people'),
  };
}
