import type { Bbox } from '#core/place.ts';
import { type Bitset, hasBit } from './bitset.ts';
import type { EventColumns } from './columns.ts';

/** Fewer rows are gone through as they are. */
const worthRows = 50_000;
/** Boxes asked for before the outermost rows are looked for: rows that still arrive are asked about once. */
const worthAsking = 3;
/** Outermost rows kept for each side: whatever is chosen mostly holds one of them. */
const kept = 2048;
const steps = 4096;

/** Placed rows that lie farthest out on each side, outermost first. */
interface Extremes {
  readonly west: Uint32Array;
  readonly south: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
}

const asked = new WeakMap<EventColumns, number>();
const known = new WeakMap<EventColumns, Extremes>();

/** The box that the placed rows of a selection span; null where none is placed. Never across 180°. */
export function boxOf(columns: EventColumns, rows: Bitset): Bbox | null {
  return fromExtremes(columns, rows) ?? fromAll(columns, rows);
}

/** Null where the outermost rows do not tell. */
function fromExtremes(columns: EventColumns, rows: Bitset): Bbox | null {
  const extremes = extremesOf(columns);
  if (!extremes) return null;
  const { lat, lon } = columns;
  const outermost = (own: Uint32Array): number | undefined => own.find((row) => hasBit(rows, row));
  const west = outermost(extremes.west);
  const south = outermost(extremes.south);
  const east = outermost(extremes.east);
  const north = outermost(extremes.north);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return [lon[west]!, lat[south]!, lon[east]!, lat[north]!];
}

function extremesOf(columns: EventColumns): Extremes | null {
  if (columns.capacity - columns.start < worthRows) return null;
  const times = (asked.get(columns) ?? 0) + 1;
  asked.set(columns, times);
  if (times < worthAsking) return null;
  const own = known.get(columns) ?? findExtremes(columns);
  known.set(columns, own);
  return own;
}

function findExtremes(columns: EventColumns): Extremes {
  const { lat, lon } = columns;
  return {
    west: outermostRows(columns, lon, 1),
    south: outermostRows(columns, lat, 1),
    east: outermostRows(columns, lon, -1),
    north: outermostRows(columns, lat, -1),
  };
}

/** The placed rows of the least (or, times −1, largest) degrees: some more than `kept`, and none where a single step holds far more. */
function outermostRows({ placed }: EventColumns, degrees: Float32Array, sign: 1 | -1): Uint32Array {
  const within = (most: number): number[] => {
    const found: number[] = [];
    eachPlaced(placed, (row) => {
      if (sign * degrees[row]! <= most && found.length <= 4 * kept) found.push(row);
    });
    return found;
  };
  const counts = new Uint32Array(steps);
  const step = 360 / steps;
  eachPlaced(placed, (row) => {
    counts[Math.max(0, Math.min(steps - 1, Math.floor((sign * degrees[row]! + 180) / step)))]!++;
  });
  let rows = 0;
  let last = 0;
  while (last < steps && rows + counts[last]! <= kept) rows += counts[last++]!;
  // At least the first step that holds any.
  const found = within((rows === 0 ? last + 1 : last) * step - 180);
  if (found.length > 4 * kept) return new Uint32Array(0);
  return Uint32Array.from(found).sort((a, b) => sign * (degrees[a]! - degrees[b]!));
}

function eachPlaced(placed: Bitset, visit: (row: number) => void): void {
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) visit((w << 5) + 31 - Math.clz32(word & -word));
  }
}

function fromAll({ placed, lat, lon }: EventColumns, rows: Bitset): Bbox | null {
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
