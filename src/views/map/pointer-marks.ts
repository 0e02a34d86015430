import { cornerOffsets } from '#core/geo/hexagon.ts';
import type { LatLon } from '#core/place.ts';
import { symbolReach, symbolUnit } from '#figures/map/data-marks.ts';
import { cellRadius, type MapFrame, toFrame } from '#figures/map/map-frame.ts';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { area, circle, line, type MapMark, trace } from '#figures/map/map-marks.ts';
import { outlineOf } from '#figures/map/outline.ts';
import type { CanvasContent } from './canvas-layer.ts';

/** Rings around what is pointed at, the pinned event, and the area being drawn. */
export function pointerMarks(content: CanvasContent, frame: MapFrame): MapMark[] {
  const { palette } = content;
  const marks: MapMark[] = [];
  if (content.draft) marks.push(...draftMarks(content.draft, frame, palette.accent, palette.bg));
  for (const hotspot of content.ringed) marks.push(...ringMarks(hotspot, content, frame));
  if (content.pinned) {
    const { x, y } = toFrame(frame, content.pinned.lon, content.pinned.lat);
    marks.push(
      circle(x, y, 15, { stroke: palette.bg, width: 5 }),
      circle(x, y, 15, { stroke: palette.accent, width: 2.5 }),
    );
  }
  return marks;
}

function ringMarks(hotspot: Hotspot, { palette, base }: CanvasContent, frame: MapFrame): MapMark[] {
  const { x, y } = toFrame(frame, hotspot.lon, hotspot.lat);
  const double = (lines: number[][]): MapMark[] => [
    area(lines, { stroke: palette.bg, width: 5 }),
    area(lines, { stroke: palette.accent, width: 2.5 }),
  ];
  const { target } = hotspot;
  if (target.kind === 'cell') {
    const radius = cellRadius(frame, target.cell.zoom);
    return double([cornerOffsets(radius).flatMap((corner) => [x + corner.x, y + corner.y])]);
  }
  if (target.kind === 'region') {
    const unit = outlineOf(base, target.id);
    return unit ? double(unit.polygons.flat().map((ring) => trace(ring, frame))) : [];
  }
  const outline = areaOutline(hotspot, base, frame);
  const radius = (hotspot.symbol ? symbolReach(hotspot.symbol) * symbolUnit(frame, 1) : 9) + 4;
  return [
    ...(outline
      ? [
          area(outline, {
            fill: { hatch: palette.accent },
            stroke: palette.accent,
            width: 1.5,
            opacity: 0.55,
          }),
        ]
      : []),
    circle(x, y, radius, { stroke: palette.bg, width: 5 }),
    circle(x, y, radius, { stroke: palette.accent, width: 2.5 }),
  ];
}

/** The whole region or zone that a symbol stands for. */
function areaOutline({ symbol }: Hotspot, base: CanvasContent['base'], frame: MapFrame): number[][] | null {
  if (!symbol?.area || !base) return null;
  if (symbol.style === 'region') {
    const unit = base.adm1?.units.get(symbol.area);
    return unit ? unit.polygons.flat().map((ring) => trace(ring, frame)) : null;
  }
  const zone = base.zones.find(({ id }) => id === symbol.area);
  return zone ? [trace(zone.ring, frame)] : null;
}

function flatten(points: readonly LatLon[], frame: MapFrame): number[] {
  return points.flatMap(({ lat, lon }) => {
    const { x, y } = toFrame(frame, lon, lat);
    return [x, y];
  });
}

function draftMarks(points: readonly LatLon[], frame: MapFrame, color: string, halo: string): MapMark[] {
  const flat = flatten(points, frame);
  const corners: MapMark[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    corners.push(circle(flat[i] ?? 0, flat[i + 1] ?? 0, 4, { fill: color, stroke: halo, width: 1.5 }));
  }
  return [
    area([flat], { fill: color, opacity: 0.08 }),
    line([flat], { stroke: color, width: 2 }),
    ...corners,
  ];
}
