import { CELL_RADIUS, cellAt, cellCentre, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, worldSize } from '#core/geo/mercator.ts';
import type { Bbox } from '#core/place.ts';
import type { CellsAnswer, CellsQuery } from '#core/query.ts';
import { countBits } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, levelOf } from './columns.ts';
import type { Selections } from './masks.ts';
import type { Tallies } from './tallies.ts';
import { countTotal, type Tally, totalOver } from './tally.ts';

/** The hexagons of one zoom that hold placed events, and the hexagon of each placed row. */
export interface CellIndex {
  readonly zoom: number;
  /** Twice the index into q and r, plus 1 for rows known only to the municipality; `codes` - 1 for rows not placed. */
  readonly cellOf: Codes;
  readonly codes: number;
  readonly q: readonly number[];
  readonly r: readonly number[];
  /** Centres, degrees. */
  readonly centres: readonly { readonly lat: number; readonly lon: number }[];
}

const municipality = 3;
const keptZooms = 2;
/** Above every index that shares a float with a count of up to 2³² events. */
const indexScale = 2 ** 21;
const lastIndex = indexScale - 1;

/** Hexagons per zoom, made when first asked for. */
export class CellIndexes {
  private readonly columns: EventColumns;
  private readonly kept = new Map<number, CellIndex>();

  constructor(columns: EventColumns) {
    this.columns = columns;
  }

  at(zoom: number): CellIndex {
    const index = this.kept.get(zoom) ?? indexCells(this.columns, zoom);
    this.kept.delete(zoom);
    this.kept.set(zoom, index);
    if (this.kept.size > keptZooms) this.kept.delete(this.kept.keys().next().value!);
    return index;
  }
}

function indexCells(columns: EventColumns, zoom: number): CellIndex {
  const { placed, lat, lon, capacity } = columns;
  const numbers = new CellNumbers();
  const rows = new Uint32Array(countBits(placed));
  const cells = new Uint32Array(rows.length);
  let at = 0;
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      const cell = cellAt(lon[row]!, lat[row]!, zoom);
      rows[at] = row;
      cells[at++] = numbers.of(cell.q, cell.r);
    }
  }
  const { q, r, rank } = fromNorthWest(numbers);
  const codes = q.length * 2 + 1;
  const cellOf = (codes <= 0x10000 ? new Uint16Array(capacity) : new Uint32Array(capacity)).fill(codes - 1);
  for (let i = 0; i < rows.length; i++) {
    cellOf[rows[i]!] = rank[cells[i]!]! * 2 + (levelOf(columns, rows[i]!) === municipality ? 1 : 0);
  }
  const centres = q.map((column, i) => cellCentre({ zoom, q: column, r: r[i]! }));
  return { zoom, cellOf, codes, q, r, centres };
}

/** The hexagons from north to south, west to east, and the new place of each. */
function fromNorthWest(numbers: CellNumbers): {
  readonly q: readonly number[];
  readonly r: readonly number[];
  readonly rank: Uint32Array;
} {
  const size = numbers.q.length;
  const order = Uint32Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => numbers.r[a]! - numbers.r[b]! || numbers.q[a]! - numbers.q[b]!,
  );
  const rank = new Uint32Array(size);
  for (let i = 0; i < size; i++) rank[order[i]!] = i;
  return {
    q: Array.from(order, (i) => numbers.q[i]!),
    r: Array.from(order, (i) => numbers.r[i]!),
    rank,
  };
}

/** Numbers hexagons in the order they are met. Open addressing on typed arrays: a Map costs several times as much a row. */
class CellNumbers {
  readonly q: number[] = [];
  readonly r: number[] = [];
  private slots = new Int32Array(1 << 12).fill(-1);

  of(q: number, r: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(q, 0x9e3779b1) ^ Math.imul(r, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.slots[slot] !== -1; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (this.q[known] === q && this.r[known] === r) return known;
    }
    const added = this.q.push(q) - 1;
    this.r.push(r);
    this.slots[slot] = added;
    if (added * 2 > this.slots.length) this.grow();
    return added;
  }

  private grow(): void {
    const { q, r } = this;
    this.slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = this.slots.length - 1;
    for (let i = 0; i < q.length; i++) {
      let slot = ((Math.imul(q[i]!, 0x9e3779b1) ^ Math.imul(r[i]!, 0x85ebca6b)) >>> 7) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = i;
    }
  }
}

/** Counts and sums per hexagon that touches the viewport, largest figure first, ties from north to south, west to east. */
export function answerCells(
  selections: Selections,
  tallies: Tallies,
  indexes: CellIndexes,
  query: CellsQuery,
): CellsAnswer {
  const { zoom, measure } = query;
  const index = indexes.at(zoom);
  const tally = tallies.of('cells', index.cellOf, index.codes, selections.of(query.filter), measure);
  const inView = cellFilter(query.viewport, zoom);
  const shown: number[] = [];
  for (let i = 0; i < index.q.length; i++) {
    const events = tally.events[2 * i]! + tally.events[2 * i + 1]!;
    if (events > 0 && inView(index.q[i]!, index.r[i]!)) shown.push(i);
  }
  return {
    kind: 'cells',
    zoom,
    cells: largestFirst(tally, shown).map((i) => cellAnswer(index, tally, i)),
  };
}

function cellAnswer(index: CellIndex, tally: Tally, i: number): CellsAnswer['cells'][number] {
  const { lat, lon } = index.centres[i]!;
  const byArea = tally.events[2 * i + 1]!;
  const total =
    tally.measure === 'count'
      ? countTotal(tally.events[2 * i]! + byArea)
      : totalOver(tally, [2 * i, 2 * i + 1]);
  return { q: index.q[i]!, r: index.r[i]!, lat, lon, total, byArea };
}

/** By figure, then events, then by index: from north to south, west to east. */
function largestFirst(tally: Tally, shown: readonly number[]): number[] {
  const { events, best, measure } = tally;
  const eventsOf = (i: number): number => events[2 * i]! + events[2 * i + 1]!;
  if (measure === 'count' && events.length < indexScale) {
    // Count and index in one float: a native sort, several times faster than one that calls back.
    const keys = new Float64Array(shown.length);
    for (let at = 0; at < keys.length; at++)
      keys[at] = eventsOf(shown[at]!) * indexScale + lastIndex - shown[at]!;
    keys.sort();
    const order = new Array<number>(keys.length);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[keys.length - 1 - at]!;
      order[at] = lastIndex - (key - Math.floor(key / indexScale) * indexScale);
    }
    return order;
  }
  const figures = measure === 'count' ? events : best;
  const figureOf = (i: number): number => figures[2 * i]! + figures[2 * i + 1]!;
  return [...shown].sort((a, b) => figureOf(b) - figureOf(a) || eventsOf(b) - eventsOf(a) || a - b);
}

/**
 * Whether a hexagon's bounding box touches the viewport. Longitudes may run past ±180 as a scrolled map gives them, or
 * west may exceed east across 180°.
 */
export function cellFilter(viewport: Bbox | null, zoom: number): (q: number, r: number) => boolean {
  if (!viewport) return () => true;
  const [west, south, east, north] = viewport;
  const size = worldSize(zoom);
  const top = project(0, north, zoom).y - CELL_RADIUS;
  const bottom = project(0, south, zoom).y + CELL_RADIUS;
  const halfWidth = (CELL_RADIUS * Math.sqrt(3)) / 2;
  const left = project(west, 0, zoom).x - halfWidth;
  const width = project(west <= east ? east : east + 360, 0, zoom).x + halfWidth - left;
  return (q, r) => {
    const { x, y } = cellCentrePoint({ zoom, q, r });
    if (y < top || y > bottom) return false;
    const offset = (((x - left) % size) + size) % size;
    return width >= size || offset <= width;
  };
}
