import type L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { findHotspot, REACH } from './find-hotspot.ts';
import type { MapProps } from './map-props.ts';

type Input = Pick<MapProps, 'hotspots' | 'model' | 'base'> & {
  /** While an area is being drawn, pointing finds nothing. */
  readonly paused: boolean;
  readonly onOpen: (hotspot: Hotspot) => void;
};

/** The hotspot under the pointer, and opening it by click or tap. */
export function useMapPointer(map: L.Map | null, input: Input): readonly [Hotspot | null, () => void] {
  const [pointed, setPointed] = useState<Hotspot | null>(null);
  const live = useRef(input);
  live.current = input;

  useEffect(() => {
    if (!map) return;
    const root = map.getContainer();
    const find = (event: MouseEvent, reach: number): Hotspot | null => {
      const { hotspots, model, base, paused } = live.current;
      if (paused) return null;
      const at = map.mouseEventToContainerPoint(event);
      const { lat, lng } = map.containerPointToLatLng(at);
      const toPixels = (lon: number, y: number) => map.latLngToContainerPoint([y, lon]);
      return findHotspot({ x: at.x, y: at.y, lon: lng, lat }, hotspots, model, base, toPixels, reach);
    };
    let frame = 0;
    const onMove = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPointed(find(event, REACH.mouse)));
    };
    const onLeave = () => {
      cancelAnimationFrame(frame);
      setPointed(null);
    };
    const onClick = (event: L.LeafletMouseEvent) => {
      const touch = (event.originalEvent as PointerEvent).pointerType === 'touch';
      const found = find(event.originalEvent, touch ? REACH.touch : REACH.mouse);
      if (found) live.current.onOpen(found);
    };
    root.addEventListener('pointermove', onMove);
    root.addEventListener('pointerleave', onLeave);
    map.on('click', onClick);
    map.on('movestart', onLeave);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onLeave);
      map.off('click', onClick);
      map.off('movestart', onLeave);
    };
  }, [map]);

  const gone = pointed && !input.hotspots.some((hotspot) => hotspot.key === pointed.key);
  return [gone ? null : pointed, () => setPointed(null)];
}
