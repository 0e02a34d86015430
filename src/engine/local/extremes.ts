import type { Bbox } from '#core/place.ts';
import { type Bitset, hasBit } from './bitset.ts';
import type { EventColumns } from './columns.ts';

/** Selections of fewer rows are gone through as they are, while the outermost rows are not known. */
const worthRows = 50_000;
/** Outermost rows kept for each side, about: whatever is chosen mostly holds one of them. */
const kept = 512;
/** More of them, which have a place in common, are none. */
const most = 8 * kept;
/** One row in so many tells how far in the outermost reach. */
const sampled = 64;

/** Placed rows that lie farthest out on each side, outermost first. */
interface Extremes {
  readonly west: Uint32Array;
  readonly south: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
}

const known = new WeakMap<EventColumns, Extremes>();

/** The box that the placed rows of a selection of so many events span; null where none is placed. Never across 180°. */
export function boxOf(columns: EventColumns, rows: Bitset, events: number): Bbox | null {
  if (events >= worthRows && !known.has(columns)) known.set(columns, findExtremes(columns));
  const extremes = known.get(columns);
  return (extremes && fromExtremes(extremes, columns, rows)) ?? fromSelected(columns, rows);
}

/** Null where the outermost rows do not tell. */
function fromExtremes(extremes: Extremes, { lat, lon }: EventColumns, rows: Bitset): Bbox | null {
  const outermost = (own: Uint32Array): number | undefined => own.find((row) => hasBit(rows, row));
  const west = outermost(extremes.west);
  const south = outermost(extremes.south);
  const east = outermost(extremes.east);
  const north = outermost(extremes.north);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return [lon[west]!, lat[south]!, lon[east]!, lat[north]!];
}

function findExtremes(columns: EventColumns): Extremes {
  const { lat, lon, placed } = columns;
  const [mostWestern, mostEastern] = bounds(columns, lon);
  const [mostSouthern, mostNorthern] = bounds(columns, lat);
  const [west, south, east, north]: number[][] = [[], [], [], []];
  const add = (rows: number[], row: number): void => {
    if (rows.length <= most) rows.push(row);
  };
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      if (lon[row]! <= mostWestern) add(west!, row);
      if (lat[row]! <= mostSouthern) add(south!, row);
      if (lon[row]! >= mostEastern) add(east!, row);
      if (lat[row]! >= mostNorthern) add(north!, row);
    }
  }
  return {
    west: inOrder(west!, lon, 1),
    south: inOrder(south!, lat, 1),
    east: inOrder(east!, lon, -1),
    north: inOrder(north!, lat, -1),
  };
}

/** Degrees beyond which some `kept` rows lie on either side, by a sample. */
function bounds(
  { placed, start, capacity }: EventColumns,
  degrees: Float32Array,
): [low: number, high: number] {
  const sample = new Float32Array(Math.ceil((capacity - start) / sampled));
  let size = 0;
  for (let row = start; row < capacity; row += sampled)
    if (hasBit(placed, row)) sample[size++] = degrees[row]!;
  const sorted = sample.subarray(0, size).sort();
  const inside = Math.floor(kept / sampled);
  return [sorted[inside] ?? Infinity, sorted[size - 1 - inside] ?? -Infinity];
}

/** The outermost first; none where there are too many. */
function inOrder(rows: readonly number[], degrees: Float32Array, sign: 1 | -1): Uint32Array {
  if (rows.length > most) return new Uint32Array(0);
  return Uint32Array.from(rows).sort((a, b) => sign * (degrees[a]! - degrees[b]!));
}

function fromSelected({ placed, lat, lon }: EventColumns, rows: Bitset): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let w = 0; w < rows.length; w++) {
    for (let word = rows[w]! & placed[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      if (lon[row]! < west) west = lon[row]!;
      if (lon[row]! > east) east = lon[row]!;
      if (lat[row]! < south) south = lat[row]!;
      if (lat[row]! > north) north = lat[row]!;
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

const boxes = new WeakMap<EventColumns, Bbox>();

/** The box of all live rows with a point, placed or not; from east to west where there is none. */
export function boxOfAll(columns: EventColumns): Bbox {
  const box = boxes.get(columns) ?? findBox(columns);
  boxes.set(columns, box);
  return box;
}

function findBox({ lat, lon, start, capacity }: EventColumns): Bbox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let row = start; row < capacity; row++) {
    // Comparisons with the NaN of a row without a point are false.
    if (lon[row]! < west) west = lon[row]!;
    if (lon[row]! > east) east = lon[row]!;
    if (lat[row]! < south) south = lat[row]!;
    if (lat[row]! > north) north = lat[row]!;
  }
  return [west, south, east, north];
}
