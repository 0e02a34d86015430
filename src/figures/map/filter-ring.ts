import type { EventFilter } from '#core/filter.ts';
import { cellCorners } from '#core/geo/hexagon.ts';
import type { LatLon } from '#core/place.ts';

/** The area a filter narrows to, as an open ring: its drawn area, else its cell; null when it has neither. */
export function filterRing({ area, cell }: Pick<EventFilter, 'area' | 'cell'>): readonly LatLon[] | null {
  if (area) return area;
  return cell ? cellCorners(cell).map(([lon, lat]) => ({ lat, lon })) : null;
}
