import type L from 'leaflet';
import { useEffect, useState } from 'react';
import type { Hotspot } from '#figures/map/map-hotspots.ts';

type Spot = { readonly x: number; readonly y: number };

/** Where a hotspot is in the map's pixels, following the map; null when it is out of sight. */
export function useSpot(map: L.Map | null, hotspot: Hotspot | null): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null);
  const lat = hotspot?.lat ?? null;
  const lon = hotspot?.lon ?? null;
  useEffect(() => {
    if (!map || lat === null || lon === null) {
      setSpot(null);
      return;
    }
    const read = () => {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      const size = map.getSize();
      const inSight = x >= 0 && y >= 0 && x <= size.x && y <= size.y;
      setSpot(inSight ? { x, y } : null);
    };
    read();
    map.on('move zoomend resize', read);
    return () => {
      map.off('move zoomend resize', read);
    };
  }, [map, lat, lon]);
  return spot;
}
