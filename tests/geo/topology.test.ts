import { describe, expect, it } from 'vitest';
import { arcOwners, decodeArcs, polygonsOf, type Topology } from '#core/geo/topology.ts';

/** Two squares side by side: arc 0 is their common border, 1 the rest of the left one, 2 of the right one. */
const two: Topology<{ id: string }> = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [-10, -20] },
  arcs: [
    [
      [20, 0],
      [0, 20],
    ],
    [
      [20, 20],
      [-20, 0],
      [0, -20],
      [20, 0],
    ],
    [
      [20, 0],
      [20, 0],
      [0, 20],
      [-20, 0],
    ],
  ],
  objects: {
    units: {
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'left' } },
        { type: 'MultiPolygon', arcs: [[[2, ~0]]], properties: { id: 'right' } },
      ],
    },
  },
};
const shapes = two.objects.units!.geometries;

describe('quantised topology', () => {
  it('adds up deltas, scales and moves them', () => {
    expect(decodeArcs(two)[0]).toEqual([
      [0, -20],
      [0, -10],
    ]);
  });

  it('stitches rings from arcs, also from reversed ones, without repeating the first point', () => {
    const arcs = decodeArcs(two);
    expect(polygonsOf(shapes[0]!, arcs)).toEqual([
      [
        [
          [0, -20],
          [0, -10],
          [-10, -10],
          [-10, -20],
        ],
      ],
    ]);
    const [[ring = []] = []] = polygonsOf(shapes[1]!, arcs);
    expect(ring).toHaveLength(4);
    expect(new Set(ring.map(String)).size).toBe(4);
  });

  it('knows coasts from borders', () => {
    expect(arcOwners(shapes, 3)).toEqual([[0, 1], [0], [1]]);
  });
});
