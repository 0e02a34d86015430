import { CELL_RADIUS, cellAt, cellCentre } from '#core/geo/hexagon.ts';
import { project, unproject, worldSize } from '#core/geo/mercator.ts';
import { type Bbox, inBbox } from '#core/place.ts';
import { countBits, hasBit } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, levelOf } from './columns.ts';
import { newColumn } from './memory.ts';
import { eachSquare, type PlaceGrid } from './place-grid.ts';
import { Shelf } from './shelf.ts';

/** Pieces of the plane at one zoom (hexagons or squares), from north to south and west to east. */
export interface CellSet {
  readonly zoom: number;
  readonly q: Int32Array;
  readonly r: Int32Array;
  /** Centres, degrees. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

/** The piece of every row: twice its place in the set, plus 1 for rows too vaguely known for it; `codes` − 1 for none. */
export interface CellIndex extends CellSet {
  readonly cellOf: Codes;
  readonly codes: number;
}

/** The pieces of the placed rows near a viewport: `codes[i]` is the code of `rows[i]`. */
export interface NearCells extends CellSet {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
}

/** How the plane is cut: where a place belongs, where a piece's centre is, and which levels are too vague for its size. */
export interface Tiling {
  at(lon: number, lat: number, zoom: number): { readonly q: number; readonly r: number };
  centre(q: number, r: number, zoom: number): { readonly lon: number; readonly lat: number };
  isVague(level: number): boolean;
  /** Pixels of the zoom by which a viewport is widened, so that the pieces at its rim are whole. */
  readonly rim: number;
}

export const hexagons: Tiling = {
  at: cellAt,
  centre: (q, r, zoom) => cellCentre({ zoom, q, r }),
  isVague: (level) => level === 3,
  rim: 4 * CELL_RADIUS,
};

const keptZooms = 3;
const keptViews = 2;
/** A viewport with less than this share of the placed rows gets its own pieces; the whole world is indexed for others. */
const nearShare = 1 / 8;

/** The pieces of one tiling per zoom and viewport, made when first asked for. */
export class CellIndexes {
  private readonly tiling: Tiling;
  private readonly columns: EventColumns;
  private readonly grid: () => PlaceGrid;
  /** The pieces of all rows, by zoom. */
  readonly whole: Shelf<CellIndex>;
  /** The pieces near a viewport, by zoom and box. */
  readonly near = new Shelf<NearCells>(keptViews);

  /** `onDrop` is told of pieces that go because of others. */
  constructor(
    tiling: Tiling,
    columns: EventColumns,
    grid: () => PlaceGrid,
    onDrop?: (index: CellIndex) => void,
  ) {
    this.tiling = tiling;
    this.columns = columns;
    this.grid = grid;
    this.whole = new Shelf(keptZooms, onDrop);
  }

  /** The pieces of all rows. */
  at(zoom: number): CellIndex {
    return this.whole.of(String(zoom), () => indexAll(this.tiling, this.columns, zoom));
  }

  /** The pieces around a viewport that holds few of the rows; null for others, and where those of all rows are at hand. */
  around(zoom: number, viewport: Bbox | null): NearCells | null {
    if (!viewport || this.whole.has(String(zoom))) return null;
    const box = withRim(viewport, zoom, this.tiling.rim);
    if (!box) return null;
    const name = nameOf(zoom, box);
    if (!this.near.has(name) && !this.areFew(box)) return null;
    return this.near.of(name, () => indexNear(this.tiling, this.columns, this.grid(), zoom, box));
  }

  /** What is at hand to count a viewport's pieces with; null for nothing. */
  atHand(zoom: number, viewport: Bbox | null): CellIndex | NearCells | null {
    const whole = this.whole.peek(String(zoom));
    if (whole || !viewport) return whole ?? null;
    const box = withRim(viewport, zoom, this.tiling.rim);
    return (box && this.near.peek(nameOf(zoom, box))) ?? null;
  }

  private areFew(box: Bbox): boolean {
    const grid = this.grid();
    let rows = 0;
    eachSquare(grid, box, (first, end) => {
      rows += end - first;
    });
    return rows <= grid.rows.length * nearShare;
  }
}

const nameOf = (zoom: number, box: Bbox): string => `${zoom}/${box.join()}`;

/** The viewport and its rim; null where it wraps around the globe. */
function withRim([west, south, east, north]: Bbox, zoom: number, rim: number): Bbox | null {
  if (west > east || west < -180 || east > 180) return null;
  const degrees = (rim / worldSize(zoom)) * 360;
  const latAt = (y: number): number => unproject(0, y, zoom).lat;
  return [
    Math.max(-180, west - degrees),
    latAt(project(0, south, zoom).y + rim),
    Math.min(180, east + degrees),
    latAt(project(0, north, zoom).y - rim),
  ];
}

function indexAll(tiling: Tiling, columns: EventColumns, zoom: number): CellIndex {
  const { placed, capacity } = columns;
  const rows = new Uint32Array(countBits(placed));
  let at = 0;
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) {
      rows[at++] = (w << 5) + 31 - Math.clz32(word & -word);
    }
  }
  const { codes: own, ...cells } = numberCells(tiling, columns, rows, zoom);
  const codes = cells.q.length * 2 + 1;
  const cellOf = newColumn<Codes>(codes <= 0x10000 ? Uint16Array : Uint32Array, capacity, columns.shared);
  cellOf.fill(codes - 1);
  for (let i = 0; i < rows.length; i++) cellOf[rows[i]!] = own[i]!;
  return { ...cells, cellOf, codes };
}

function indexNear(
  tiling: Tiling,
  columns: EventColumns,
  grid: PlaceGrid,
  zoom: number,
  box: Bbox,
): NearCells {
  const { placed, lat, lon } = columns;
  const found: number[] = [];
  eachSquare(grid, box, (first, end, inside) => {
    for (let i = first; i < end; i++) {
      const row = grid.rows[i]!;
      if (hasBit(placed, row) && (inside || inBbox(lat[row]!, lon[row]!, box))) found.push(row);
    }
  });
  const rows = Uint32Array.from(found);
  return { ...numberCells(tiling, columns, rows, zoom), rows };
}

function numberCells(
  tiling: Tiling,
  columns: EventColumns,
  rows: Uint32Array,
  zoom: number,
): CellSet & { readonly codes: Uint32Array } {
  const { lat, lon } = columns;
  const numbers = new CellNumbers();
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = tiling.at(lon[rows[i]!]!, lat[rows[i]!]!, zoom);
    codes[i] = numbers.of(cell.q, cell.r);
  }
  const { rank, ...cells } = fromNorthWest(tiling, numbers, zoom);
  for (let i = 0; i < rows.length; i++) {
    codes[i] = rank[codes[i]!]! * 2 + (tiling.isVague(levelOf(columns, rows[i]!)) ? 1 : 0);
  }
  return { ...cells, codes };
}

/** The pieces in their order, and the new place of each. */
function fromNorthWest(
  tiling: Tiling,
  numbers: CellNumbers,
  zoom: number,
): CellSet & { readonly rank: Uint32Array } {
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
    const q = numbers.q[old]!;
    const r = numbers.r[old]!;
    const centre = tiling.centre(q, r, zoom);
    rank[old] = i;
    cells.q[i] = q;
    cells.r[i] = r;
    cells.lat[i] = centre.lat;
    cells.lon[i] = centre.lon;
  }
  return { ...cells, rank };
}

/** Numbers pieces in the order they are met. Open addressing on typed arrays: a Map costs several times as much a row. */
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
