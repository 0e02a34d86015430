import type { Cell } from '#core/geo/hexagon.ts';

/**
 * For each place the places that make up its surroundings, itself first: those of place i are
 * `members[offsets[i]]` up to, not including, `members[offsets[i + 1]]`.
 */
export interface Surroundings {
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

const sixNeighbours = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
] as const;

/** A cell and those of its six neighbours that are among the cells too. All cells must be of one zoom. */
export function hexagonSurroundings(cells: readonly Cell[]): Surroundings {
  const keyOf = (q: number, r: number): number => (q + 0x80_0000) * 0x100_0000 + (r + 0x80_0000);
  const at = new Map(cells.map(({ q, r }, i) => [keyOf(q, r), i]));
  return gathered(
    cells.map(({ q, r }) => sixNeighbours.flatMap(([dq, dr]) => at.get(keyOf(q + dq, r + dr)) ?? [])),
  );
}

/** A region and those of its neighbours (`Adm1Ground.neighbours`: they share a stretch of border) that are among the regions too. */
export function borderSurroundings(
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  ids: readonly string[],
): Surroundings {
  const at = new Map(ids.map((id, i) => [id, i]));
  return gathered(
    ids.map((id) =>
      [...(neighbours.get(id) ?? [])].flatMap((other) => at.get(other) ?? []).sort((a, b) => a - b),
    ),
  );
}

function gathered(neighbours: readonly (readonly number[])[]): Surroundings {
  const offsets = new Uint32Array(neighbours.length + 1);
  neighbours.forEach((own, i) => {
    offsets[i + 1] = offsets[i]! + own.length + 1;
  });
  const members = new Uint32Array(offsets[neighbours.length]!);
  neighbours.forEach((own, i) => {
    members[offsets[i]!] = i;
    members.set(own, offsets[i]! + 1);
  });
  return { offsets, members };
}

/** How many places surround place i, itself included. */
export function surroundingCount({ offsets }: Surroundings, i: number): number {
  return offsets[i + 1]! - offsets[i]!;
}

/** Sum of the values over the surroundings of each place. */
export function surroundingSums({ offsets, members }: Surroundings, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(offsets.length - 1);
  for (let i = 0; i < sums.length; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) sums[i]! += values[members[at]!]!;
  }
  return sums;
}
