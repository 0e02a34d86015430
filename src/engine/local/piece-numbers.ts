import { project, worldSize } from '#core/geo/mercator.ts';
import type { Bbox } from '#core/place.ts';
import type { EventColumns } from './columns.ts';
import { boxOfAll } from './extremes.ts';

type Piece = { readonly q: number; readonly r: number };

/** How the plane is cut: where a point of the world at a zoom belongs, in pixels. Pieces must be convex. */
export type PieceAt = (x: number, y: number, zoom: number) => Piece;

/** Steps of the table of heights, each degree. */
const perDegree = 32;
/** Beyond it a degree is longer than a table of even steps could follow. */
const farthest = 85;
/** Pieces that a plain table may stand for; above, they are looked up by hash. */
const mostPlain = 1 << 20;

/**
 * Numbers pieces of the plane in the order in which rows are met in them. What costs in projecting is the height of a latitude; it is
 * read from a table of straight lines instead, whose error is bounded: where both ends of what the height may be lie in one piece, so
 * does the row, for pieces are convex. Else the row is projected.
 */
export class PieceNumbers {
  readonly book: PieceBook;
  private readonly columns: EventColumns;
  private readonly at: PieceAt;
  private readonly zoom: number;
  private readonly heights: Heights;

  /** `within`: the box in which all rows lie that will be asked for, if known. */
  constructor(at: PieceAt, columns: EventColumns, zoom: number, within?: Bbox) {
    const box = within ?? boxOfAll(columns);
    this.at = at;
    this.columns = columns;
    this.zoom = zoom;
    this.heights = heightsOf(box, zoom);
    this.book = new PieceBook(piecesOver(at, box, zoom));
  }

  /** Writes the numbers of the pieces in which placed rows lie, one for each of `rows`, into `into`. */
  number(rows: Uint32Array, into: Uint32Array): void {
    const { at, zoom, book } = this;
    const { lat, lon } = this.columns;
    const { first, y: heights, error } = this.heights;
    const size = worldSize(zoom);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const x = size * (lon[row]! / 360 + 0.5);
      const step = lat[row]! * perDegree - first;
      const below = step | 0;
      // Hexagons border on each other along x = 0: which of two a row there belongs to is a matter of its own rounding.
      if (!(step >= 0 && below + 1 < heights.length && x !== 0)) {
        into[i] = this.project(lon[row]!, lat[row]!);
        continue;
      }
      const y = heights[below]! + (heights[below + 1]! - heights[below]!) * (step - below);
      const { q, r } = at(x, y - error, zoom);
      const other = at(x, y + error, zoom);
      into[i] = q === other.q && r === other.r ? book.of(q, r) : this.project(lon[row]!, lat[row]!);
    }
  }

  private project(lon: number, lat: number): number {
    const { x, y } = project(lon, lat, this.zoom);
    const { q, r } = this.at(x, y, this.zoom);
    return this.book.of(q, r);
  }
}

interface Heights {
  /** Steps from the equator to the first height. */
  readonly first: number;
  /** World pixels at each step of latitude, northwards. */
  readonly y: Float64Array;
  /** How far a height between two steps may lie from the straight line, pixels. */
  readonly error: number;
}

function heightsOf([, south, , north]: Bbox, zoom: number): Heights {
  const first = Math.floor(Math.max(-farthest, Math.min(farthest, south)) * perDegree);
  const last = Math.ceil(Math.max(-farthest, Math.min(farthest, north)) * perDegree);
  const y = Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    return project(0, (first + i) / perDegree, zoom).y;
  });
  const steepest = (Math.max(Math.abs(first), Math.abs(last)) / perDegree) * (Math.PI / 180);
  const step = Math.PI / 180 / perDegree;
  // Half the square of half a step, times the second derivative of the height; and what rounding may add.
  const bend = ((worldSize(zoom) / (2 * Math.PI)) * Math.tan(steepest)) / Math.cos(steepest);
  return { first, y, error: (bend * step ** 2) / 8 + worldSize(zoom) * 1e-12 };
}

/** A range of pieces: `across` values of q from `q` on, `lines` of r from `r` on. */
interface Range extends Piece {
  readonly across: number;
  readonly lines: number;
}

/** The pieces that a box may hold: those at its corners, and all between, for their numbers grow with x and y. */
function piecesOver(at: PieceAt, [west, south, east, north]: Bbox, zoom: number): Range | null {
  if (!(west <= east)) return null;
  const corners = [west, east].flatMap((lon) =>
    [south, north].map((lat) => {
      const { x, y } = project(lon, lat, zoom);
      return at(x, y, zoom);
    }),
  );
  const qs = corners.map(({ q }) => q);
  const rs = corners.map(({ r }) => r);
  const [q, r] = [Math.min(...qs) - 1, Math.min(...rs) - 1];
  const [across, lines] = [Math.max(...qs) + 2 - q, Math.max(...rs) + 2 - r];
  return across * lines > mostPlain ? null : { q, r, across, lines };
}

/** Numbers pieces in the order they are told of: by a plain table over a range, else by open addressing on typed arrays. */
export class PieceBook {
  readonly q: number[] = [];
  readonly r: number[] = [];
  private readonly range: Range | null;
  /** One more than the number of each piece of the range; 0 where it has none. */
  private readonly plain: Int32Array;
  private slots = new Int32Array(1 << 12).fill(-1);

  /** All pieces told of lie in the range, if one is given. */
  constructor(range: Range | null) {
    this.range = range;
    this.plain = new Int32Array(range ? range.across * range.lines : 0);
  }

  of(q: number, r: number): number {
    const { range, plain } = this;
    if (!range) return this.hashed(q, r);
    const at = (r - range.r) * range.across + q - range.q;
    const known = plain[at]!;
    if (known !== 0) return known - 1;
    const added = this.add(q, r);
    plain[at] = added + 1;
    return added;
  }

  private add(q: number, r: number): number {
    this.r.push(r);
    return this.q.push(q) - 1;
  }

  private hashed(q: number, r: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(q, 0x9e3779b1) ^ Math.imul(r, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.slots[slot] !== -1; slot = (slot + 1) & mask) {
      const known = this.slots[slot]!;
      if (this.q[known] === q && this.r[known] === r) return known;
    }
    const added = this.add(q, r);
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
