import type L from 'leaflet';
import { useMemo } from 'react';
import { filterRing } from '#figures/map/filter-ring.ts';
import { shortNumber } from '#figures/map/map-drawing.tsx';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { palettes } from '#figures/palette.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useSettings } from '#state/settings-store.ts';
import type { CanvasLayer } from './canvas-layer.ts';
import type { MapProps } from './map-props.ts';
import type { AreaDraft } from './use-area-draft.ts';
import { useMapCanvas } from './use-map-canvas.ts';

/** Puts on the canvas what the props say, with rings around what is pointed at and what is marked elsewhere. */
export function useMapScene(
  map: L.Map | null,
  props: MapProps,
  shown: Hotspot | null,
  draft: AreaDraft,
): CanvasLayer {
  const { format, lang } = useI18n();
  const palette = palettes[useSettings((settings) => settings.shown)];
  const short = useMemo(() => shortNumber(format.locale), [format]);
  const { area, cell = null } = props;
  const ring = useMemo(() => filterRing({ area, cell }), [area, cell]);
  const marked = props.hotspots.find((hotspot) => hotspot.key === props.marked);
  return useMapCanvas(map, {
    model: props.model,
    base: props.base,
    palette,
    lang,
    short,
    chosen: props.chosen,
    ringed: [shown, marked].filter((hotspot) => hotspot !== null && hotspot !== undefined),
    pinned: props.pinned ?? null,
    area: ring,
    draft: draft.line,
  });
}
