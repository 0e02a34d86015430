import { CELL_RADIUS, cellAt, cellCentre } from '#core/geo/hexagon.ts';
import { project, unproject, worldSize } from '#core/geo/mercator.ts';
import { type Bbox, inBbox } from '#core/place.ts';
import { countBits, hasBit } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, levelOf } from './columns.ts';
import { eachSquare, type PlaceGrid } from './place-grid.ts';

/** Hexagons of one zoom, from north to south and west to east. */
export interface CellSet {
  readonly zoom: number;
  readonly q: Int32Array;
  readonly r: Int32Array;
  /** Centres, degrees. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** The hexagon of every row: twice its place in the set, plus 1 for rows known only to the municipality; `codes` − 1 for none. */
export interface CellIndex extends CellSet {
  readonly cellOf: Codes;
  readonly codes: number;
}

/** The hexagons of the placed rows near a viewport: `codes[i]` is the code of `rows[i]`. */
export interface NearCells extends CellSet {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
}

const municipality = 3;
const keptZooms = 3;
const keptViews = 2;
/** A viewport with less than this share of the placed rows gets its own hexagons; the whole world is indexed for others. */
const nearShare = 1 / 8;

/** Hexagons per zoom and viewport, made when first asked for. */
export class CellIndexes {
  private readonly columns: EventColumns;
  private readonly grid: () => PlaceGrid;
  private readonly whole = new Map<number, CellIndex>();
  private readonly near = new Map<string, NearCells>();

  constructor(columns: EventColumns, grid: () => PlaceGrid) {
    this.columns = columns;
    this.grid = grid;
  }

  /** The hexagons of all rows. */
  at(zoom: number): CellIndex {
    return recalled(this.whole, zoom, keptZooms, () => indexAll(this.columns, zoom));
  }

  /** The hexagons around a viewport that holds few of the rows; null for others, and where those of all rows are at hand. */
  around(zoom: number, viewport: Bbox | null): NearCells | null {
    if (!viewport || this.whole.has(zoom)) return null;
    const box = withRim(viewport, zoom);
    if (!box) return null;
    const key = `${zoom}/${box.join()}`;
    const grid = this.grid();
    let rows = 0;
    eachSquare(grid, box, (first, end) => {
      rows += end - first;
    });
    if (rows > grid.rows.length * nearShare) return null;
    return recalled(this.near, key, keptViews, () => indexNear(this.columns, grid, zoom, box));
  }
}

function recalled<K, V>(kept: Map<K, V>, key: K, limit: number, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > limit) kept.delete(kept.keys().next().value!);
  return value;
}

/** The viewport and two hexagons more each way, so that hexagons at its rim are whole; null where it wraps around the globe. */
function withRim([west, south, east, north]: Bbox, zoom: number): Bbox | null {
  if (west > east || west < -180 || east > 180) return null;
  const rim = 4 * CELL_RADIUS;
  const degrees = (rim / worldSize(zoom)) * 360;
  const latAt = (y: number): number => unproject(0, y, zoom).lat;
  return [
    Math.max(-180, west - degrees),
    latAt(project(0, south, zoom).y + rim),
    Math.min(180, east + degrees),
    latAt(project(0, north, zoom).y - rim),
  ];
}

function indexAll(columns: EventColumns, zoom: number): CellIndex {
  const { placed, capacity } = columns;
  const rows = new Uint32Array(countBits(placed));
  let at = 0;
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) {
      rows[at++] = (w << 5) + 31 - Math.clz32(word & -word);
    }
  }
  const { codes: own, ...cells } = numberCells(columns, rows, zoom);
  const codes = cells.q.length * 2 + 1;
  const cellOf = (codes <= 0x10000 ? new Uint16Array(capacity) : new Uint32Array(capacity)).fill(codes - 1);
  for (let i = 0; i < rows.length; i++) cellOf[rows[i]!] = own[i]!;
  return { ...cells, cellOf, codes };
}

function indexNear(columns: EventColumns, grid: PlaceGrid, zoom: number, box: Bbox): NearCells {
  const { placed, lat, lon } = columns;
  const found: number[] = [];
  eachSquare(grid, box, (first, end, inside) => {
    for (let i = first; i < end; i++) {
      const row = grid.rows[i]!;
      if (hasBit(placed, row) && (inside || inBbox(lat[row]!, lon[row]!, box))) found.push(row);
    }
  });
  const rows = Uint32Array.from(found);
  return { ...numberCells(columns, rows, zoom), rows };
}

function numberCells(
  columns: EventColumns,
  rows: Uint32Array,
  zoom: number,
): CellSet & { readonly codes: Uint32Array } {
  const { lat, lon } = columns;
  const numbers = new CellNumbers();
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = cellAt(lon[rows[i]!]!, lat[rows[i]!]!, zoom);
    codes[i] = numbers.of(cell.q, cell.r);
  }
  const { rank, ...cells } = fromNorthWest(numbers, zoom);
  for (let i = 0; i < rows.length; i++) {
    codes[i] = rank[codes[i]!]! * 2 + (levelOf(columns, rows[i]!) === municipality ? 1 : 0);
  }
  return { ...cells, codes };
}

/** The hexagons in their order, and the new place of each. */
function fromNorthWest(numbers: CellNumbers, zoom: number): CellSet & { readonly rank: Uint32Array } {
  const size = numbers.q.length;
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  order.sort((a, b) => numbers.r[a]! - numbers.r[b]! || numbers.q[a]! - numbers.q[b]!);
  const cells = {
    zoom,
    q: new Int32Array(size),
    r: new Int32Array(size),
    lat: new Float64Array(size),
    lon: new Float64Array(size),
  };
  const rank = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const old = order[i]!;
    const cell = { zoom, q: numbers.q[old]!, r: numbers.r[old]! };
    const centre = cellCentre(cell);
    rank[old] = i;
    cells.q[i] = cell.q;
    cells.r[i] = cell.r;
    cells.lat[i] = centre.lat;
    cells.lon[i] = centre.lon;
  }
  return { ...cells, rank };
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
