import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { cellZoom } from '#core/geo/hexagon.ts';
import type { Bbox } from '#core/place.ts';
import type { MapCamera, MapProps } from './map-props.ts';

/** Most of Latin America and the Caribbean, the first view when nothing else is asked. */
export const HOME: Bbox = [-112, -40, -36, 29];
const REST_MS = 250;
const FIT_PADDING = 22;
const MAX_FIT_ZOOM = 8;

const wantsMotion = (): boolean =>
  typeof matchMedia === 'function' && !matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A box as the map fits to it; boxes without extent become a small neighbourhood. */
export function fitting([west, south, east, north]: Bbox): {
  readonly bounds: L.LatLngBoundsLiteral;
  readonly boundsOptions: L.FitBoundsOptions;
} {
  const grow = 0.15;
  return {
    bounds: [
      [south - grow, west - grow],
      [north + grow, east + grow],
    ],
    boundsOptions: { padding: [FIT_PADDING, FIT_PADDING], maxZoom: MAX_FIT_ZOOM },
  };
}

/** Moves the map so that the whole box is in sight. */
export function fitTo(map: L.Map, box: Bbox, animate = wantsMotion()): void {
  const { bounds, boundsOptions } = fitting(box);
  map.fitBounds(bounds, { ...boundsOptions, animate, duration: 0.4 });
}

/** Whether the whole box is in sight at the zoom that fitting to it would choose. */
function isFitted(map: L.Map, box: Bbox): boolean {
  const { bounds, boundsOptions } = fitting(box);
  const zoom = map.getBoundsZoom(bounds, false, L.point(2 * FIT_PADDING, 2 * FIT_PADDING));
  return Math.min(zoom, boundsOptions.maxZoom ?? zoom) === map.getZoom() && map.getBounds().contains(bounds);
}

function same(a: MapCamera | null, b: MapCamera): boolean {
  return (
    a !== null &&
    Math.abs(a.zoom - b.zoom) < 0.02 &&
    Math.abs(a.lat - b.lat) < 0.002 * 2 ** Math.max(0, 8 - b.zoom) &&
    Math.abs(a.lon - b.lon) < 0.002 * 2 ** Math.max(0, 8 - b.zoom)
  );
}

/** Where the map is now. */
export function cameraOf(map: L.Map): MapCamera {
  const { lat, lng } = map.getCenter();
  return { lat, lon: lng, zoom: map.getZoom() };
}

/** What is in sight now, in degrees. */
export function bboxOfMap(map: L.Map): Bbox {
  const bounds = map.getBounds();
  return [
    Math.max(-180, bounds.getWest()),
    Math.max(-90, bounds.getSouth()),
    Math.min(180, bounds.getEast()),
    Math.min(90, bounds.getNorth()),
  ];
}

type CameraProps = Pick<MapProps, 'camera' | 'extent' | 'fitKey' | 'behind' | 'onRest'>;

/** Tells when the map has come to rest, and moves it only for a changed camera or a changed fit key. */
export function useMapCamera(
  map: L.Map | null,
  { camera, extent, fitKey, behind, onRest }: CameraProps,
): void {
  const told = useRef<MapCamera | null>(null);
  const fitted = useRef<string | null>(camera ? (fitKey ?? '') : null);
  /** The last fit of our own; kept through changes of the map's size until somebody moves the map. */
  const auto = useRef<{ readonly extent: Bbox; camera: MapCamera | null } | null>(null);
  const tell = useRef(onRest);
  tell.current = onRest;

  useEffect(() => {
    if (!map) return;
    let timer = 0;
    const report = () => {
      const now = cameraOf(map);
      told.current = now;
      tell.current({ camera: now, bbox: bboxOfMap(map), cellZoom: cellZoom(now.zoom) });
    };
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(report, REST_MS);
    };
    const moved = () => {
      if (auto.current && !auto.current.camera) auto.current.camera = cameraOf(map);
      soon();
    };
    const resized = () => {
      const kept = auto.current;
      if (kept && same(kept.camera, cameraOf(map))) {
        fitTo(map, kept.extent, false);
        kept.camera = cameraOf(map);
      }
      soon();
    };
    map.on('moveend', moved);
    map.on('resize', resized);
    report();
    return () => {
      window.clearTimeout(timer);
      map.off('moveend', moved);
      map.off('resize', resized);
    };
  }, [map]);

  useEffect(() => {
    if (!map || !camera || same(told.current, camera) || same(camera, cameraOf(map))) return;
    map.setView([camera.lat, camera.lon], camera.zoom, { animate: wantsMotion() });
  }, [map, camera]);

  useEffect(() => {
    const key = fitKey ?? '';
    if (!map || !extent || behind || fitted.current === key) return;
    const first = fitted.current === null;
    fitted.current = key;
    auto.current = null;
    // The map opened on a coarser box of the same events: it is not moved by a pixel for the exact one.
    if (!first || !isFitted(map, extent)) fitTo(map, extent, first ? false : wantsMotion());
    auto.current = { extent, camera: first ? cameraOf(map) : null };
  }, [map, extent, fitKey, behind]);
}
