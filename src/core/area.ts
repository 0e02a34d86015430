import type { KnownArea } from './query.ts';

/** Points of areas nearer than about a metre are the same. */
const PER_DEGREE = 1e5;

/** Degrees in the whole steps by which areas are told apart. */
export const areaStep = (degrees: number): number => Math.round(degrees * PER_DEGREE);

/** Areas that one question may name. */
export const MOST_WITHIN = 200;

const written = (degrees: number): string => (areaStep(degrees) / PER_DEGREE).toFixed(5);

/**
 * What a question names an area by, whatever the family of its events: the region's id where the records name one, such as PE.AY;
 * else the level and the point, latitude first, such as 5@-11.50000,-74.25000. "" for an area with neither.
 */
export function areaKey({ precision, adm1, lat, lon }: Omit<KnownArea, 'family'>): string {
  if (precision === 4 && adm1 !== null) return adm1;
  return lat === null || lon === null ? '' : `${precision}@${written(lat)},${written(lon)}`;
}
