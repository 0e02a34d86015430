import { notReported } from '#contract/columns.ts';
import type { PartColumns } from '#contract/part-columns.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { families, familyOf, kinds } from '#core/taxonomy.ts';
import { civilOf } from '#core/time.ts';
import { firstYear, overviewZoom } from './update.ts';

/** What the peers are given ready-made, so that only their queries are measured: family, month and hexagon of each row. */
export interface Derived {
  readonly day: Int32Array;
  readonly family: Uint8Array;
  readonly country: Uint16Array;
  readonly month: Uint16Array;
  readonly cell: Uint32Array;
  readonly cellCount: number;
  /** Grams, −1 where not reported. */
  readonly grams: Float64Array;
}

const familyCodes = new Uint8Array(256);
for (const kind of kinds)
  familyCodes[kind.code] = families.findIndex(({ key }) => key === familyOf(kind.key));

export function derive(part: PartColumns): Derived {
  const known = new Map<string, number>();
  const cell = new Uint32Array(part.rows);
  const month = new Uint16Array(part.rows);
  const family = new Uint8Array(part.rows);
  for (let row = 0; row < part.rows; row++) {
    const { q, r } = cellAt(part.lon[row]!, part.lat[row]!, overviewZoom);
    const key = `${q}.${r}`;
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    cell[row] = code;
    const { year, month: own } = civilOf(part.from[row]!);
    month[row] = (year - firstYear) * 12 + own - 1;
    family[row] = familyCodes[part.kind[row]!]!;
  }
  const grams = Float64Array.from(part.grams, (weight) => (weight === notReported ? -1 : weight));
  return { day: part.from, family, country: part.country, month, cell, cellCount: known.size, grams };
}
