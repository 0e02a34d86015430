import 'leaflet/dist/leaflet.css';
import type L from 'leaflet';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import type { MapModel } from '#figures/map/map-model.ts';
import { useT } from '#i18n/i18n.tsx';
import { draw } from '#state/unhurried.ts';
import { HotspotWalk } from './HotspotWalk.tsx';
import { DraftBar, MapControls, NotPlaced, ScaleBar } from './MapControls.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapSurface } from './MapSurface.tsx';
import { MapTooltip } from './MapTooltip.tsx';
import styles from './MapView.module.css';
import type { MapProps } from './map-props.ts';
import { steer } from './steer-map.ts';
import { useAreaDraft } from './use-area-draft.ts';
import { useHotspotWalk } from './use-hotspot-walk.ts';
import { fitTo, HOME, useMapCamera } from './use-map-camera.ts';
import { useMapInput } from './use-map-input.ts';
import { useMapPointer } from './use-map-pointer.ts';
import { useMapScene } from './use-map-scene.ts';
import { useEscape, useMarked } from './use-marked.ts';

/** The interactive map. Loaded lazily: Leaflet comes with it. See MapProps for what it promises. */
export function MapView(props: MapProps) {
  const { model, hotspots, extent } = props;
  const t = useT();
  const id = useId();
  const [map, setMap] = useState<L.Map | null>(null);
  const onMap = useCallback((made: L.Map | null) => draw(() => setMap(made)), []);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const focusMap = () => root.current?.focus({ preventScroll: true });

  const open = (hotspot: Hotspot) => props.onOpen(hotspot.target, hotspot);
  const draft = useAreaDraft(map, (drawn) => props.onArea?.(drawn));
  const drawing = draft.corners !== null;
  const [pointed, unpoint] = useMapPointer(map, { ...props, paused: drawing, onOpen: open });
  const walk = useHotspotWalk(map, hotspots, open, focusMap);
  const shown = walk.active ?? pointed;
  const hint = useMapInput(map);
  useMapCamera(map, props);
  useEscape(pointed !== null, unpoint);
  useMarked(shown, props.onMark);
  const layer = useMapScene(map, props, shown, draft);
  const follow = useCallback((live: MapModel | null) => layer.setLive(live), [layer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!map || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const refit = () => fitTo(map, extent ?? HOME);
    if (drawing && event.key === 'Escape') draft.cancel();
    else if (drawing && event.key === 'Enter') draft.finish();
    else if (!steer(map, event.key, refit, () => list.current?.focus())) return;
    event.preventDefault();
  };
  const startDraft = () => {
    draft.start();
    focusMap();
  };
  return (
    <div className={styles.wrap} aria-busy={props.busy ?? false}>
      <MapSurface
        id={id}
        label={props.label}
        camera={props.camera}
        extent={extent}
        ref={root}
        onMap={onMap}
        onKeyDown={onKeyDown}
      />
      <HotspotWalk
        id={id}
        walk={walk}
        measure={model.measure}
        all={hotspots.length}
        busy={props.busy ?? false}
        counted={props.counted ?? true}
        ref={list}
      />
      {shown && map ? <MapTooltip id={`${id}-tip`} hotspot={shown} model={model} map={map} /> : null}
      <MapControls
        map={map}
        extent={extent}
        area={props.area}
        {...(props.onArea ? { onArea: props.onArea } : {})}
        onDraw={startDraft}
      />
      <div className={styles.foot}>
        <NotPlaced model={model} onPress={props.onNotPlaced} />
        <ScaleBar map={map} />
      </div>
      <MapLegend model={model} map={map} />
      {props.Follow ? <props.Follow onModel={follow} /> : null}
      <DraftBar draft={draft} />
      {hint ? <p className={styles.hint}>{t(hint === 'wheel' ? 'map.wheelHint' : 'map.touchHint')}</p> : null}
    </div>
  );
}
