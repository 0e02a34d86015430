import 'leaflet/dist/leaflet.css';
import type L from 'leaflet';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { MapContainer } from 'react-leaflet';
import { filterRing } from '#figures/map/filter-ring.ts';
import { hotspotAmount, hotspotName, shortNumber } from '#figures/map/map-drawing.tsx';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { palettes } from '#figures/palette.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useSettings } from '#state/settings-store.ts';
import { DraftBar, MapControls, NotPlaced, ScaleBar } from './MapControls.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import styles from './MapView.module.css';
import type { MapProps } from './map-props.ts';
import { steer } from './steer-map.ts';
import { useAreaDraft } from './use-area-draft.ts';
import { useHotspotWalk } from './use-hotspot-walk.ts';
import { fitTo, HOME, useMapCamera } from './use-map-camera.ts';
import { useMapCanvas } from './use-map-canvas.ts';
import { useMapInput } from './use-map-input.ts';
import { useMapPointer } from './use-map-pointer.ts';
import { useEscape, useMarked } from './use-marked.ts';
import { useSpot } from './use-spot.ts';

const BOUNDS: L.LatLngBoundsExpression = [
  [HOME[1], HOME[0]],
  [HOME[3], HOME[2]],
];
const LIMITS: L.LatLngBoundsExpression = [
  [-75, -170],
  [72, 25],
];

/** The interactive map. Loaded lazily: Leaflet comes with it. See MapProps for what it promises. */
export function MapView(props: MapProps) {
  const { model, base, hotspots, camera, extent, area } = props;
  const i18n = useI18n();
  const { t, format, lang } = i18n;
  const id = useId();
  const [map, setMap] = useState<L.Map | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const palette = palettes[useSettings((settings) => settings.shown)];
  const short = useMemo(() => shortNumber(format.locale), [format]);

  const open = (hotspot: Hotspot) => props.onOpen(hotspot.target, hotspot);
  const draft = useAreaDraft(map, (drawn) => props.onArea?.(drawn));
  const [pointed, unpoint] = useMapPointer(map, {
    hotspots,
    model,
    base,
    paused: draft.corners !== null,
    onOpen: open,
  });
  const walk = useHotspotWalk(map, hotspots, open, () => root.current?.focus());
  const hint = useMapInput(map);
  useMapCamera(map, props);
  useEscape(pointed !== null, unpoint);
  const shown = walk.active ?? pointed;
  useMarked(shown, props.onMark);
  const spot = useSpot(map, shown);
  const { cell = null } = props;
  const ring = useMemo(() => filterRing({ area, cell }), [area, cell]);
  const marked = props.marked ? hotspots.find((hotspot) => hotspot.key === props.marked) : undefined;
  useMapCanvas(map, {
    model,
    base,
    palette,
    lang,
    short,
    chosen: props.chosen,
    ringed: [shown, marked].filter((hotspot) => hotspot !== null && hotspot !== undefined),
    pinned: props.pinned ?? null,
    area: ring,
    draft: draft.line,
  });

  const startDraft = () => {
    draft.start();
    root.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!map || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (draft.corners && event.key === 'Escape') draft.cancel();
    else if (draft.corners && event.key === 'Enter') draft.finish();
    else if (
      !steer(
        map,
        event.key,
        () => fitTo(map, extent ?? HOME),
        () => list.current?.focus(),
      )
    )
      return;
    event.preventDefault();
  };
  const spoken = walk.active
    ? `${hotspotAmount(walk.active, model.measure, i18n)}, ${t('map.placeOf', { place: hotspotName(walk.active, i18n), n: walk.position, all: hotspots.length })}`
    : '';

  return (
    <div className={styles.wrap} aria-busy={props.busy ?? false}>
      <div
        ref={root}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map is moved by the arrow keys
        tabIndex={0}
        aria-label={props.label}
        aria-describedby={`${id}-help`}
        className={styles.root}
        onKeyDown={onKeyDown}
        onPointerDown={() => root.current?.focus({ preventScroll: true })}
      >
        <MapContainer
          ref={setMap}
          className={styles.map ?? ''}
          {...(camera
            ? { center: [camera.lat, camera.lon] as [number, number], zoom: camera.zoom }
            : { bounds: BOUNDS })}
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
      </div>
      <p id={`${id}-help`} className="visually-hidden">
        {t('map.help')}
      </p>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={t('map.places')}
        aria-activedescendant={walk.active ? `${id}-active` : undefined}
        className={styles.walk}
        onFocus={walk.onFocus}
        onBlur={walk.onBlur}
        onKeyDown={walk.onKeyDown}
      >
        <div
          id={`${id}-active`}
          role="option"
          tabIndex={-1}
          aria-selected={walk.active !== null}
          aria-setsize={hotspots.length}
          aria-posinset={walk.position || undefined}
          className="visually-hidden"
        >
          {spoken || t('map.placesNone')}
        </div>
      </div>
      {shown && spot && map ? (
        <MapTooltip
          id={`${id}-tip`}
          hotspot={shown}
          model={model}
          x={spot.x}
          y={spot.y}
          width={map.getSize().x}
        />
      ) : null}
      <MapControls
        map={map}
        extent={extent}
        area={area}
        {...(props.onArea ? { onArea: props.onArea } : {})}
        onDraw={startDraft}
      />
      <div className={styles.foot}>
        <NotPlaced model={model} onPress={props.onNotPlaced} />
        <ScaleBar map={map} />
      </div>
      <MapLegend model={model} palette={palette} />
      {draft.corners ? (
        <DraftBar corners={draft.corners.length} onFinish={draft.finish} onCancel={draft.cancel} />
      ) : null}
      {hint ? <p className={styles.hint}>{t(hint === 'wheel' ? 'map.wheelHint' : 'map.touchHint')}</p> : null}
      <div className="visually-hidden" aria-live="polite">
        {draft.corners ? `${t('map.draw.start')} ${t('map.draw.corners', { n: draft.corners.length })}` : ''}
      </div>
    </div>
  );
}
