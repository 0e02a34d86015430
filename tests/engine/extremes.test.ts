import { describe, expect, it } from 'vitest';
import { seeded } from '#bench/random.ts';
import type { Bbox } from '#core/place.ts';
import { type Bitset, countBits, emptyBits, hasBit, setBit } from '#engine/local/bitset.ts';
import { boxOf } from '#engine/local/extremes.ts';

type Columns = Parameters<typeof boxOf>[0];
const rows = 60_000;

/** Rows at places, the first of which are not live; one in ten is not placed. */
function columnsAt(placeOf: (row: number) => readonly [lon: number, lat: number]): Columns {
  const lat = new Float32Array(rows);
  const lon = new Float32Array(rows);
  const placed = emptyBits(rows);
  for (let row = 5; row < rows; row++) {
    if (row % 10 === 0) {
      lat[row] = Number.NaN;
      lon[row] = Number.NaN;
    } else {
      [lon[row], lat[row]] = placeOf(row) as [number, number];
      setBit(placed, row);
    }
  }
  return { lat, lon, placed, start: 5, capacity: rows } as Columns;
}

function plainBox({ lat, lon, placed }: Columns, chosen: Bitset): Bbox | null {
  const own = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => hasBit(placed, row) && hasBit(chosen, row),
  );
  const span = (values: Float32Array) =>
    own.reduce(
      ([low, high], row) => [Math.min(low!, values[row]!), Math.max(high!, values[row]!)],
      [Infinity, -Infinity],
    );
  if (own.length === 0) return null;
  const [west, east] = span(lon);
  const [south, north] = span(lat);
  return [west!, south!, east!, north!];
}

const random = seeded(3);
const between = (low: number, high: number): number => low + random.next() * (high - low);
const worlds: Record<string, Columns> = {
  'a continent': columnsAt(() => [between(-118, -34), between(-56, 33)]),
  'one town and few far away': columnsAt((row) =>
    row % 9999 === 0 ? [between(-180, 180), between(-90, 90)] : [between(-77.1, -77), between(-12.1, -12)],
  ),
  'two points and the edges of the world': columnsAt((row) =>
    row === 77 ? [-180, 90] : row === 78 ? [180, -90] : row % 2 === 0 ? [-70, -20] : [-60, 5],
  ),
};

describe.each(Object.keys(worlds))('the box of events in %s', (world) => {
  const columns = worlds[world]!;
  it.each([1, 0.5, 0.01, 0.0005, 0.00002])(
    'is that of a plain loop for a share of %d, however often asked',
    (share) => {
      for (let time = 0; time < 6; time++) {
        const chosen = emptyBits(rows);
        for (let row = 0; row < rows; row++) if (random.next() < share) setBit(chosen, row);
        expect(boxOf(columns, chosen, countBits(chosen))).toEqual(plainBox(columns, chosen));
      }
    },
  );
});
