import type L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { filterLimits } from '#core/filter.ts';
import type { LatLon } from '#core/place.ts';

export interface AreaDraft {
  /** Null while nothing is being drawn. */
  readonly corners: readonly LatLon[] | null;
  /** Corners and the pointer's place, for drawing. */
  readonly line: readonly LatLon[] | null;
  readonly start: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
}

/** Drawing an area by clicking its corners. Double click or `finish` closes it when it has three. */
export function useAreaDraft(map: L.Map | null, onArea: (area: readonly LatLon[]) => void): AreaDraft {
  const [corners, setCorners] = useState<readonly LatLon[] | null>(null);
  const [pointer, setPointer] = useState<LatLon | null>(null);
  const live = useRef({ corners, onArea });
  live.current = { corners, onArea };
  const drawing = corners !== null;

  const stop = () => {
    setCorners(null);
    setPointer(null);
  };
  const finish = () => {
    const drawn = live.current.corners ?? [];
    if (drawn.length >= 3) live.current.onArea(drawn);
    stop();
  };
  const close = useRef(finish);
  close.current = finish;

  useEffect(() => {
    if (!map || !drawing) return;
    map.doubleClickZoom.disable();
    map.getContainer().style.cursor = 'crosshair';
    const spot = ({ latlng }: L.LeafletMouseEvent): LatLon => ({ lat: latlng.lat, lon: latlng.lng });
    const onClick = (event: L.LeafletMouseEvent) => {
      if (event.originalEvent.detail > 1) return;
      setCorners((before) => [...(before ?? []), spot(event)].slice(0, filterLimits.areaCorners));
    };
    const onMove = (event: L.LeafletMouseEvent) => setPointer(spot(event));
    const onDouble = () => close.current();
    map.on('click', onClick);
    map.on('mousemove', onMove);
    map.on('dblclick', onDouble);
    return () => {
      map.off('click', onClick);
      map.off('mousemove', onMove);
      map.off('dblclick', onDouble);
      map.getContainer().style.cursor = '';
      map.doubleClickZoom.enable();
    };
  }, [map, drawing]);

  return {
    corners,
    line: corners ? (pointer ? [...corners, pointer] : corners) : null,
    start: () => setCorners([]),
    finish,
    cancel: stop,
  };
}
