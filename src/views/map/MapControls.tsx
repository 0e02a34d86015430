import type L from 'leaflet';
import { type Ref, useEffect, useRef, useState } from 'react';
import { scaleBar } from '#figures/map/map-frame.ts';
import type { MapModel } from '#figures/map/map-model.ts';
import { useI18n, useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { Icon, type IconName } from '#ui/Icon.tsx';
import { AreaPanel } from './AreaPanel.tsx';
import styles from './MapControls.module.css';
import type { MapProps } from './map-props.ts';
import type { AreaDraft } from './use-area-draft.ts';
import { bboxOfMap, fitTo, HOME } from './use-map-camera.ts';

function Control(props: {
  icon: IconName;
  label: string;
  onPress: () => void;
  off?: boolean;
  expanded?: boolean;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      ref={props.ref}
      type="button"
      className={styles.control}
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.off || undefined}
      aria-expanded={props.expanded}
      onClick={() => {
        if (!props.off) props.onPress();
      }}
    >
      <Icon name={props.icon} size={18} />
    </button>
  );
}

type Props = Pick<MapProps, 'extent' | 'area' | 'onArea'> & { map: L.Map | null; onDraw: () => void };

/** Zoom, fit and area buttons at the map's left edge. */
export function MapControls({ map, extent, area, onArea, onDraw }: Props) {
  const t = useT();
  const [panel, setPanel] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setPanel(false);
    opener.current?.focus();
  };
  const zoom = useZoom(map);
  return (
    <div className={styles.controls}>
      <div className={styles.stack}>
        <Control
          icon="plus"
          label={t('map.zoomIn')}
          off={map ? zoom >= map.getMaxZoom() : true}
          onPress={() => map?.zoomIn(1)}
        />
        <Control
          icon="minus"
          label={t('map.zoomOut')}
          off={map ? zoom <= map.getMinZoom() : true}
          onPress={() => map?.zoomOut(1)}
        />
        <Control icon="fit" label={t('map.fit')} onPress={() => map && fitTo(map, extent ?? HOME)} />
      </div>
      {onArea ? (
        <div className={styles.stack}>
          <Control
            ref={opener}
            icon="draw"
            label={t(area ? 'map.drawMenu' : 'map.draw')}
            expanded={panel}
            onPress={() => setPanel(!panel)}
          />
        </div>
      ) : null}
      {panel && map && onArea ? (
        <AreaPanel
          hasArea={area !== null}
          view={() => bboxOfMap(map)}
          onDraw={() => {
            setPanel(false);
            onDraw();
          }}
          onArea={onArea}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function useZoom(map: L.Map | null): number {
  const [zoom, setZoom] = useState(map?.getZoom() ?? 0);
  useEffect(() => {
    if (!map) return;
    const read = () => setZoom(map.getZoom());
    read();
    map.on('zoomend', read);
    return () => {
      map.off('zoomend', read);
    };
  }, [map]);
  return zoom;
}

/** A round distance at the middle of the map. */
export function ScaleBar({ map }: { map: L.Map | null }) {
  const t = useT();
  const [bar, setBar] = useState<{ km: number; pixels: number } | null>(null);
  useEffect(() => {
    if (!map) return;
    const read = () => {
      const size = map.getSize();
      const origin = map.getPixelBounds().min;
      if (!origin || size.x === 0) return;
      const frame = { width: size.x, height: size.y, zoom: map.getZoom(), left: origin.x, top: origin.y };
      setBar(scaleBar(frame, 90));
    };
    read();
    map.on('moveend resize', read);
    return () => {
      map.off('moveend resize', read);
    };
  }, [map]);
  if (!bar) return null;
  return (
    <div className={styles.scale} style={{ width: bar.pixels }}>
      {t('map.scale', { km: bar.km })}
    </div>
  );
}

/** How many matching events the map shows nowhere, and how many it held back; a button when there is a list to open. */
export function NotPlaced({ model, onPress }: { model: MapModel; onPress: (() => void) | undefined }) {
  const { t, rich, format } = useI18n();
  const { notPlaced, heldBack } = model;
  const number = (n: number) => <b key="n">{format.number(n)}</b>;
  const text = notPlaced ? (
    <>
      <span className={styles.long}>{rich('map.notPlaced', { n: number(notPlaced) }, notPlaced)}</span>
      <span className={styles.short}>{rich('map.notPlacedShort', { n: number(notPlaced) }, notPlaced)}</span>
    </>
  ) : null;
  return (
    <>
      {heldBack > 0 ? (
        <p className={styles.pill}>
          <span className={styles.long}>{t('map.heldBack', { n: heldBack })}</span>
          <span className={styles.short}>{t('map.heldBackShort', { n: heldBack })}</span>
        </p>
      ) : null}
      {text && onPress ? (
        <button type="button" className={styles.pill} onClick={onPress}>
          {text}
        </button>
      ) : null}
      {text && !onPress ? <p className={styles.pill}>{text}</p> : null}
    </>
  );
}

/** What to do while drawing an area, with buttons for those who use no keys; said aloud as well. */
export function DraftBar({ draft }: { draft: AreaDraft }) {
  const t = useT();
  const corners = draft.corners?.length ?? null;
  const words = t('map.draw.start');
  return (
    <>
      {corners === null ? null : (
        <div className={styles.draftBar}>
          <span>{words}</span>
          <Button variant="primary" disabled={corners < 3} onClick={draft.finish}>
            {t('map.draw.finish')}
          </Button>
          <Button onClick={draft.cancel}>{t('map.draw.cancel')}</Button>
        </div>
      )}
      <p className="visually-hidden" aria-live="polite">
        {corners === null ? '' : `${words} ${t('map.draw.corners', { n: corners })}`}
      </p>
    </>
  );
}
