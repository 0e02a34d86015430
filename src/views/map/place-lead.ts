import type { EventFilter } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';
import type { Hotspot, HotspotTarget } from '#figures/map/map-hotspots.ts';
import { paths } from '#state/paths.ts';

/** Where a place of a map leads: a cell or region to its events, a spot to Explore; null where nothing is. */
export function placeLead(
  target: HotspotTarget,
  { lat, lon, events }: Hotspot,
  filter: EventFilter,
): string | null {
  if (events === 0) return null;
  const list = (part: Partial<EventFilter>) =>
    paths.events({ ...defaultView, filter: { ...filter, ...part } });
  if (target.kind === 'cell') return list({ cell: target.cell });
  if (target.kind === 'region') return list({ adm1: [target.id] });
  return paths.explore({ ...defaultView, filter, map: { lat, lon, zoom: 8 }, mapMode: 'events' });
}
