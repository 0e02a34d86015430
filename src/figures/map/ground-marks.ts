import type { BaseMap, MapCountry, MapLine, MapZone } from '#core/geo/base-map.ts';
import { bboxesMeet } from '#core/geo/lonlat.ts';
import type { Bbox, LatLon } from '#core/place.ts';
import type { Palette } from '../palette.ts';
import { frameBbox, type MapFrame, perceivedZoom } from './map-frame.ts';
import { area, line, type MapMark, trace } from './map-marks.ts';
import type { MapModel } from './map-model.ts';
import { outlineOf } from './outline.ts';

/** What the ground needs besides the outlines. `unit` scales strokes and type for large exports; 1 on screen. */
export interface GroundStyle {
  readonly palette: Palette;
  readonly unit: number;
  /** ISO2 of countries drawn as chosen land; empty = every focus country. */
  readonly chosen: readonly string[];
}

/** Land across the ocean only hints at where the world goes on. */
const FAR_OPACITY = 0.45;
const ADM1_FROM_ZOOM = 4.2;
const ZONES_FROM_ZOOM = 4.8;

const inside = (bbox: Bbox, view: Bbox): boolean => bboxesMeet(bbox, view);

function isChosen(country: MapCountry, chosen: readonly string[]): boolean {
  return chosen.length === 0 ? country.role === 'focus' : chosen.includes(country.id);
}

function traces(lines: readonly MapLine[], view: Bbox, frame: MapFrame): number[][] {
  return lines.filter(({ bbox }) => inside(bbox, view)).map(({ points }) => trace(points, frame));
}

function landMarks(base: BaseMap, frame: MapFrame, view: Bbox, style: GroundStyle): MapMark[] {
  const far: number[][] = [];
  const plain: number[][] = [];
  const chosen: number[][] = [];
  for (const country of base.countries) {
    if (!inside(country.bbox, view)) continue;
    const rings = country.polygons.flat().map((ring) => trace(ring, frame));
    const into = country.role === 'far' ? far : isChosen(country, style.chosen) ? chosen : plain;
    into.push(...rings.filter((ring) => ring.length >= 6));
  }
  return [
    area(far, { fill: style.palette.land, opacity: FAR_OPACITY }),
    area(plain, { fill: style.palette.land }),
    area(chosen, { fill: style.palette.landChosen }),
  ];
}

function regionMarks(base: BaseMap, model: MapModel, frame: MapFrame, style: GroundStyle): MapMark[] {
  return model.regions.flatMap((region) => {
    const unit = outlineOf(base, region.id);
    if (!unit) return [];
    const rings = unit.polygons.flat().map((ring) => trace(ring, frame));
    const fill =
      region.level === null
        ? { hatch: style.palette.text3 }
        : (style.palette.sequential[region.level] ?? style.palette.sequential[0]);
    return [area(rings, { fill })];
  });
}

/** Whether a zone is large enough to be seen in the frame. */
export function zoneShows(zone: MapZone, frame: MapFrame, unit: number): boolean {
  return perceivedZoom(frame, unit) >= ZONES_FROM_ZOOM && inside(zone.bbox, frameBbox(frame));
}

/** The colour of a zone: that of the first family whose symbol is known only to it, else a quiet one. */
export function zoneColor(zone: MapZone, model: MapModel, palette: Palette): string {
  const within = model.symbols.find((symbol) => symbol.style === 'zone' && symbol.area === zone.id);
  const family = within?.parts[0]?.family;
  return family ? palette.category[family] : palette.text3;
}

/** Dashed outlines of the zones large enough to be seen; they lie over the ground and under the events. */
export function zoneMarks(
  base: BaseMap,
  model: MapModel,
  frame: MapFrame,
  { palette, unit }: GroundStyle,
): MapMark[] {
  return base.zones
    .filter((zone) => zoneShows(zone, frame, unit))
    .map((zone) => {
      const color = zoneColor(zone, model, palette);
      const quiet = color === palette.text3;
      return area([trace(zone.ring, frame)], {
        stroke: color,
        width: (quiet ? 0.9 : 1.2) * unit,
        dash: [3 * unit, 3 * unit],
        opacity: quiet ? 0.6 : 0.9,
      });
    });
}

/** Water is the frame's background; these are the layers between it and the events, from the lowest, each made when it is asked for. */
export function* groundLayers(
  base: BaseMap,
  model: MapModel,
  frame: MapFrame,
  style: GroundStyle,
): Generator<readonly MapMark[]> {
  const { palette, unit } = style;
  const view = frameBbox(frame, 4);
  yield landMarks(base, frame, view, style);
  yield regionMarks(base, model, frame, style);
  if (base.adm1 && perceivedZoom(frame, unit) >= ADM1_FROM_ZOOM) {
    const strong = model.mode === 'regions';
    yield [
      line(traces(base.adm1.hairlines, view, frame), {
        stroke: strong ? palette.coast : palette.adm1,
        width: (strong ? 0.5 : 0.75) * unit,
      }),
    ];
  }
  yield [
    line(traces(base.coasts, view, frame), { stroke: palette.coast, width: 0.7 * unit }),
    line(traces(base.borders, view, frame), { stroke: palette.coast, width: 0.9 * unit }),
    line(traces(base.disputed, view, frame), {
      stroke: palette.coast,
      width: 0.9 * unit,
      dash: [4 * unit, 3 * unit],
    }),
  ];
}

/** All of the ground at once. */
export function groundMarks(base: BaseMap, model: MapModel, frame: MapFrame, style: GroundStyle): MapMark[] {
  return [...groundLayers(base, model, frame, style)].flat();
}

/** The filter's own area, open ring: a wash under the events and a dashed edge. */
export function areaMarks(
  corners: readonly LatLon[],
  frame: MapFrame,
  palette: Palette,
  unit: number,
): MapMark[] {
  const ring = trace(
    corners.map(({ lat, lon }) => [lon, lat]),
    frame,
  );
  return [
    area([ring], { fill: palette.accent, opacity: 0.08 }),
    area([ring], { stroke: palette.accent, width: 1.8 * unit, dash: [6 * unit, 3 * unit] }),
  ];
}
