import type L from 'leaflet';
import { type KeyboardEvent, useState } from 'react';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { type Direction, stepHotspot } from './find-hotspot.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface Walk {
  /** The hotspot that has the keyboard; null when focus is elsewhere. */
  readonly active: Hotspot | null;
  /** Its place in the list, from 1; 0 when none. */
  readonly position: number;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Walks the hotspots by arrow keys in the direction pressed; Home and End go to the largest and smallest. */
export function useHotspotWalk(
  map: L.Map | null,
  hotspots: readonly Hotspot[],
  onOpen: (hotspot: Hotspot) => void,
  leave: () => void,
): Walk {
  const [key, setKey] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const index = hotspots.findIndex((hotspot) => hotspot.key === key);
  const active = focused ? (hotspots[index] ?? hotspots[0] ?? null) : null;

  const goTo = (hotspot: Hotspot | null | undefined) => {
    if (!hotspot) return;
    setKey(hotspot.key);
    map?.panInside([hotspot.lat, hotspot.lon], { padding: [48, 64], animate: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || !map || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const toPixels = (lon: number, lat: number) => map.latLngToContainerPoint([lat, lon]);
    if (direction) goTo(stepHotspot(active, direction, hotspots, toPixels));
    else if (event.key === 'Home') goTo(hotspots[0]);
    else if (event.key === 'End') goTo(hotspots.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') onOpen(active);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    active,
    position: active ? Math.max(0, index) + 1 : 0,
    onFocus: () => {
      setFocused(true);
      goTo(hotspots[Math.max(0, index)]);
    },
    onBlur: () => setFocused(false),
    onKeyDown,
  };
}
