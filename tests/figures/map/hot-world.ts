import { type Cell, cellAt, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import type { CellsAnswer } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { cellStudy, type HotPeriods } from '#figures/map/hot-model.ts';
import { studyArea } from '#stats/study-area.ts';
import { total } from './map-world.ts';

/** A block of 12 × 12 hexagons in Peru at zoom 6. */
const corner = cellAt(-79, -5, 6);
const size = 12;

export const study = cellStudy(
  studyArea(
    6,
    Array.from({ length: size * size }, (_, i) => cellOf(i % size, Math.floor(i / size))),
  ),
);

export function cellOf(q: number, r: number): Cell {
  return { zoom: 6, q: corner.q + q, r: corner.r + r };
}

/** Counts by column and row of the block; others hold nothing. */
export function answer(counts: readonly (readonly [q: number, r: number, events: number])[]): CellsAnswer {
  return {
    kind: 'cells',
    zoom: 6,
    cells: counts.map(([q, r, events]) => {
      const cell = cellOf(q, r);
      return { q: cell.q, r: cell.r, ...cellCentre(cell), total: total(events), byArea: 0 };
    }),
  };
}

/** A cell and its six neighbours with `many` events each. */
export function cluster(q: number, r: number, many: number): [number, number, number][] {
  const around = [
    [0, 0],
    [1, 0],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [0, -1],
    [1, -1],
  ] as const;
  return around.map(([dq, dr]) => [q + dq, r + dr, many]);
}

/** One event here and there, so that the block is not empty. */
export const scattered: [number, number, number][] = [
  [0, 0, 1],
  [3, 1, 1],
  [9, 0, 1],
  [0, 5, 1],
  [10, 10, 2],
  [2, 10, 1],
  [9, 6, 1],
  [6, 11, 1],
];

export const years: HotPeriods = {
  bin: 'year',
  starts: Array.from({ length: 12 }, (_, i) => dayOf(2010 + i, 1, 1)),
  end: dayOf(2021, 12, 31),
};

export const keyAt = (q: number, r: number): string => cellKey(cellOf(q, r));
