import type L from 'leaflet';
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { MapContainer } from 'react-leaflet';
import type { Bbox } from '#core/place.ts';
import { useT } from '#i18n/i18n.tsx';
import { afterFrame, draw, isHurried } from '#state/unhurried.ts';
import styles from './MapView.module.css';
import type { MapCamera } from './map-props.ts';
import { fitting, HOME } from './use-map-camera.ts';

const BOUNDS: L.LatLngBoundsExpression = [
  [HOME[1], HOME[0]],
  [HOME[3], HOME[2]],
];
const LIMITS: L.LatLngBoundsExpression = [
  [-75, -170],
  [72, 25],
];

interface Props {
  readonly id: string;
  readonly label: string;
  /** Where the map opens; later changes are not read here. */
  readonly camera: MapCamera | null;
  /** What it opens on where no camera is given; null while unknown. */
  readonly extent: Bbox | null;
  readonly ref: Ref<HTMLDivElement>;
  readonly onMap: (map: L.Map | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Leaflet measures as it starts. While the page loads it waits for the frame that lays the page out anyway. */
function useLaidOut(): boolean {
  const [laidOut, setLaidOut] = useState(isHurried);
  useEffect(() => {
    if (!laidOut) return afterFrame(() => draw(() => setLaidOut(true)));
  }, [laidOut]);
  return laidOut;
}

/** Leaflet's container inside a widget of ours that takes the focus and the keys. */
export function MapSurface({ id, label, camera, extent, ref, onMap, onKeyDown }: Props) {
  const t = useT();
  const laidOut = useLaidOut();
  const start = camera
    ? { center: [camera.lat, camera.lon] as [number, number], zoom: camera.zoom }
    : extent
      ? fitting(extent)
      : { bounds: BOUNDS };
  return (
    <>
      <div
        ref={ref}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map is moved by the arrow keys
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-help`}
        className={styles.root}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.focus({ preventScroll: true })}
      >
        {laidOut ? (
          <MapContainer
            ref={onMap}
            className={styles.map ?? ''}
            {...start}
            zoomControl={false}
            attributionControl={false}
            keyboard={false}
            scrollWheelZoom={false}
            zoomSnap={0.25}
            minZoom={2}
            maxZoom={12}
            maxBounds={LIMITS}
            maxBoundsViscosity={0.7}
          />
        ) : null}
      </div>
      <p id={`${id}-help`} className="visually-hidden">
        {t('map.help')}
      </p>
    </>
  );
}
