import { describe, expect, it } from 'vitest';
import { decodeTile, decodeTiles, encodeTile, encodeTiles, type Tile, TileError } from '#contract/tile.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import { emptyFilter } from '#core/filter.ts';
import { buildTile } from '#engine/local/tile.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();
const tileOf = (measure: Tile['measure'], by: TileDimension = 'cells'): Tile =>
  buildTile(
    world.ledger,
    {
      filter: emptyFilter,
      by,
      zoom: 5,
      viewport: null,
      bin: 'month',
      measure,
      domain: null,
      fine: [],
    },
    world.dataVersion,
  );

describe('a brush tile as bytes', () => {
  it('comes back as it went, with and without sums', () => {
    for (const measure of ['count', 'kg'] as const) {
      const tile = tileOf(measure);
      expect(tile.short.code.length).toBeGreaterThan(5);
      expect(decodeTile(encodeTile(tile))).toEqual(tile);
    }
  });

  it('comes back among others, and what is too large comes back as nothing', () => {
    const tiles = [tileOf('kg'), null, tileOf('count', 'datePrecision')];
    const bytes = encodeTiles(tiles);
    expect(decodeTiles(bytes, 3)).toEqual(tiles);
    for (const count of [2, 4]) expect(() => decodeTiles(bytes, count)).toThrow(TileError);
  });

  it('is refused when it is cut off anywhere, longer than it says, or something else', () => {
    const bytes = encodeTile(tileOf('kg'));
    for (let end = 0; end < bytes.length; end++) {
      expect(() => decodeTile(bytes.subarray(0, end))).toThrow(TileError);
    }
    expect(() => decodeTile(Uint8Array.from([...bytes, 0]))).toThrow(TileError);
    expect(() => decodeTile(new TextEncoder().encode('{"status":"ok"}'))).toThrow(TileError);
  });
});
