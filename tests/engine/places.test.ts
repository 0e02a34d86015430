import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchColumns } from '#bench/kernels/columns.ts';
import { columnsOfEvents, dictionariesOf } from '#contract/part-columns.ts';
import { emptyFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { degreesInSnapshot, inBbox } from '#core/place.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import { eachSquare } from '#engine/local/place-grid.ts';
import { eventOf } from './random-events.ts';
import { ReferenceEngine } from './reference.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.record({ lat: degrees(-20, 8), lon: degrees(-82, -60) });
/** A box that cuts through the middle of the points. */
const box = fc
  .tuple(degrees(-82, -60), degrees(-20, 8), degrees(0.01, 6), degrees(0.01, 6))
  .map(([west, south, width, height]) => [west, south, west + width, south + height] as const);

function ledgerOf(points: readonly { lat: number; lon: number }[]) {
  const events = points.map(({ lat, lon }, n) =>
    eventOf(n, {
      place: { country: 'PE', adm1: null, adm2: null, name: null, zone: null, lat, lon, precision: 1 },
    }),
  );
  const dictionaries = dictionariesOf(events);
  const builder = new ColumnsBuilder(events.length, dictionaries);
  builder.add(columnsOfEvents(events, dictionaries));
  return { ledger: new Ledger(builder.build(), () => null), events };
}

describe('the grid of places', () => {
  it('finds every row in a box, and calls inside only what is inside', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 200 }), box, (points, area) => {
        const { selections } = ledgerOf(points).ledger;
        const { lat, lon } = selections.columns;
        const grid = selections.grid();
        const found = new Set<number>();
        eachSquare(grid, area, (first, end, inside) => {
          for (const row of grid.rows.subarray(first, end)) {
            const within = inBbox(lat[row]!, lon[row]!, area);
            if (inside) expect(within).toBe(true);
            if (within) found.add(row);
          }
        });
        const all = points.filter((place) =>
          inBbox(degreesInSnapshot(place.lat)!, degreesInSnapshot(place.lon)!, area),
        );
        expect(found.size).toBe(all.length);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('spreads a real number of rows over squares with an inside', () => {
    const data = benchColumns(20_000);
    const builder = new ColumnsBuilder(20_000, data.dictionaries);
    builder.add(data.part);
    const { selections } = new Ledger(builder.build(), () => null);
    const { lat, lon } = selections.columns;
    const grid = selections.grid();
    const area = [-90, -20, -60, 10] as const;
    let inner = 0;
    let found = 0;
    eachSquare(grid, area, (first, end, inside) => {
      for (const row of grid.rows.subarray(first, end)) {
        const within = inBbox(lat[row]!, lon[row]!, area);
        if (inside) inner++;
        if (inside) expect(within).toBe(true);
        if (within) found++;
      }
    });
    let all = 0;
    for (let row = 0; row < 20_000; row++) if (inBbox(lat[row]!, lon[row]!, area)) all++;
    expect([found, inner > 1000]).toEqual([all, true]);
  });
});

describe('hexagons around a close viewport', () => {
  it('hold the same members as those of the whole world, also at the rim', () => {
    let near = 0;
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 150, maxLength: 150 }),
        fc.integer({ min: 6, max: 9 }),
        fc.tuple(degrees(0.05, 0.95), degrees(0.05, 0.95)),
        (points, zoom, [dx, dy]) => {
          const { ledger, events } = ledgerOf(points);
          // A tiny viewport at a member's place, so that its hexagon reaches far past the viewport.
          const { lat, lon } = points[0]!;
          const viewport = [lon - dx / 50, lat - dy / 50, lon + dx / 50, lat + dy / 50] as const;
          if (ledger.cells.around(zoom, viewport)) near++;
          const query = { kind: 'cells', filter: emptyFilter, zoom, viewport, measure: 'count' } as const;
          const answer = ledger.answer(query);
          expect(answer).toEqual(new ReferenceEngine(events).answer(query));
          const home = cellAt(degreesInSnapshot(lon)!, degreesInSnapshot(lat)!, zoom);
          expect(answer.cells.some(({ q, r }) => q === home.q && r === home.r)).toBe(true);
        },
      ),
      { numRuns: 150, seed: 5 },
    );
    expect(near).toBeGreaterThan(100);
  });
});
