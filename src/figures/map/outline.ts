import type { BaseMap } from '#core/geo/base-map.ts';
import type { MultiPolygon } from '#core/geo/lonlat.ts';
import type { Bbox } from '#core/place.ts';

/** The outline of a province ("PE.AY") or a country ("PE"); null where the ground does not hold it. */
export function outlineOf(
  base: BaseMap | null,
  id: string,
): { readonly polygons: MultiPolygon; readonly bbox: Bbox } | null {
  if (!base) return null;
  return base.adm1?.units.get(id) ?? base.countries.find((country) => country.id === id) ?? null;
}
