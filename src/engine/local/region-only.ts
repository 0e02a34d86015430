import type { FacetAnswer } from '#core/query.ts';
import { regionOnlyKey } from '#core/query.ts';
import { families, familyOf, kinds } from '#core/taxonomy.ts';
import { type Tally, totalAt } from './tally.ts';

/** Place of a kind's family in `families`, by the kind's code. */
export const familyOfKind = Uint8Array.from({ length: 256 }, (_, code) => {
  const kind = kinds.find((known) => known.code === code);
  return kind ? families.findIndex(({ key }) => key === familyOf(kind.key)) : 0;
});

const REGION = 4;

/** How many codes the column has over so many regions: a region (or none) × family, and last whatever is not known to a region only. */
export const regionOnlySize = (regions: number): number => (regions + 1) * families.length + 1;

/** The code of a row; `region` is its own code, so many as there are regions for none. */
export function regionOnlyCode(level: number, region: number, kind: number, regions: number): number {
  if (level !== REGION) return regionOnlySize(regions) - 1;
  return Math.min(region, regions) * families.length + familyOfKind[kind]!;
}

const keysOf = new WeakMap<readonly string[], readonly string[]>();

/** The key of each code but the last, written once for a list of regions: a dragged window asks again at every move. */
function regionOnlyKeys(regions: readonly string[]): readonly string[] {
  const known = keysOf.get(regions);
  if (known) return known;
  const keys = [...regions, null].flatMap((region) => families.map(({ key }) => regionOnlyKey(region, key)));
  keysOf.set(regions, keys);
  return keys;
}

/** The values that any event has; looked at once each, for most of them have none. */
export function regionOnlyValues(regions: readonly string[], tally: Tally): FacetAnswer['values'][number][] {
  const keys = regionOnlyKeys(regions);
  const values: FacetAnswer['values'][number][] = [];
  for (let code = 0; code < keys.length; code++) {
    if (tally.events[code] !== 0) values.push({ key: keys[code]!, total: totalAt(tally, code) });
  }
  return values;
}
