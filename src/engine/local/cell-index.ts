import { CELL_RADIUS, cellAtPoint, cellCentre } from '#core/geo/hexagon.ts';
import { project, unproject, worldSize } from '#core/geo/mercator.ts';
import { type Bbox, inBbox } from '#core/place.ts';
import { type Bitset, hasBit } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, levelOf } from './columns.ts';
import { newColumn } from './memory.ts';
import { type PieceAt, type PieceBook, PieceNumbers } from './piece-numbers.ts';
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

/** How the plane is cut: where a point belongs, where a piece's centre is, and which levels are too vague for its size. */
export interface Tiling {
  readonly at: PieceAt;
  centre(q: number, r: number, zoom: number): { readonly lon: number; readonly lat: number };
  isVague(level: number): boolean;
  /** Pixels of the zoom by which a viewport is widened, so that the pieces at its rim are whole. */
  readonly rim: number;
}

export const hexagons: Tiling = {
  at: (x, y, zoom) => cellAtPoint({ x, y }, zoom),
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
  const { placed, start, capacity, shared } = columns;
  const numbers = new PieceNumbers(tiling.at, columns, zoom);
  /** Twice the number of a row's piece and whether it is vague. */
  const drafts = new Uint32Array(capacity).fill(noPiece);
  const own = new Uint32Array(blockRows);
  eachBlock(placed, start, (rows) => {
    numbers.number(rows, own);
    for (let i = 0; i < rows.length; i++)
      drafts[rows[i]!] = 2 * own[i]! + vagueness(tiling, columns, rows[i]!);
  });
  const { rank, ...cells } = fromNorthWest(tiling, numbers.book, zoom);
  const codes = cells.q.length * 2 + 1;
  const cellOf = newColumn<Codes>(codes <= 0x10000 ? Uint16Array : Uint32Array, capacity, shared);
  for (let row = 0; row < capacity; row++) {
    const draft = drafts[row]!;
    cellOf[row] = draft === noPiece ? codes - 1 : 2 * rank[draft >>> 1]! + (draft & 1);
  }
  return { ...cells, cellOf, codes };
}

const noPiece = 0xffffffff;
const blockRows = 1 << 12;

/** Calls back for the set rows from `start` on, ascending, so many at a time; the list is written over by the next. */
function eachBlock(rows: Bitset, start: number, visit: (rows: Uint32Array) => void): void {
  const block = new Uint32Array(blockRows);
  let size = 0;
  for (let w = start >>> 5; w < rows.length; w++) {
    const live = w === start >>> 5 ? -1 << (start & 31) : -1;
    for (let word = rows[w]! & live; word !== 0; word &= word - 1)
      block[size++] = (w << 5) + 31 - Math.clz32(word & -word);
    if (size <= blockRows - 32) continue;
    visit(block.subarray(0, size));
    size = 0;
  }
  if (size > 0) visit(block.subarray(0, size));
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
  const numbers = new PieceNumbers(tiling.at, columns, zoom, box);
  const codes = new Uint32Array(rows.length);
  numbers.number(rows, codes);
  const { rank, ...cells } = fromNorthWest(tiling, numbers.book, zoom);
  for (let i = 0; i < rows.length; i++)
    codes[i] = 2 * rank[codes[i]!]! + vagueness(tiling, columns, rows[i]!);
  return { ...cells, codes, rows };
}

const vagueness = (tiling: Tiling, columns: EventColumns, row: number): 0 | 1 =>
  tiling.isVague(levelOf(columns, row)) ? 1 : 0;

/** The pieces in their order, and the new place of each. */
function fromNorthWest(
  tiling: Tiling,
  numbers: PieceBook,
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
