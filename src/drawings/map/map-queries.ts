import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox, PlacePrecision } from '#core/place.ts';
import type { CellsQuery, ExtentQuery, FacetQuery, PointsQuery, Query } from '#core/query.ts';
import type { MapMode } from '#core/view.ts';
import { isHot } from '#figures/map/map-model.ts';

/** Single marks sent to the map at most; more are said to be held back. */
export const MOST_POINTS = 4000;
/** From this zoom on only what is near the viewport is asked for. */
const CLIP_FROM_ZOOM = 7;
const NONE: CellsQuery['viewport'] = null;

type Ask = { filter: EventFilter; mode: MapMode; measure: Measure; cellZoom: number; bbox: Bbox | null };

/** The viewport and a margin of its own size around it, so that a short pan shows no edge. */
function widened(bbox: Bbox | null): Bbox | null {
  if (bbox === null) return NONE;
  const [west, south, east, north] = bbox;
  const width = (east - west) / 2;
  const height = (north - south) / 2;
  return [
    Math.max(-180, west - width),
    Math.max(-85, south - height),
    Math.min(180, east + width),
    Math.min(85, north + height),
  ];
}

/** Levels whose single events a mode draws over its cells or regions. */
const LEVELS: Partial<Record<MapMode, readonly PlacePrecision[]>> = { cells: [4, 5], regions: [5] };

/** What the map asks in a mode, hot spots apart (use-hot-spots.ts); the faint rest only while dates narrow. */
export function mapQueries({ filter, mode, measure, cellZoom, bbox }: Ask): readonly Query[] {
  const all = withoutDimension(filter, 'time');
  const dated = filter.from !== null || filter.to !== null;
  const viewport = cellZoom >= CLIP_FROM_ZOOM ? widened(bbox) : null;
  const points = (of: EventFilter): PointsQuery => ({
    kind: 'points',
    filter: of,
    viewport: mode === 'events' ? viewport : null,
    precisions: LEVELS[mode] ?? [],
    limit: MOST_POINTS,
  });
  const cells = (of: EventFilter): CellsQuery => ({
    kind: 'cells',
    filter: of,
    zoom: cellZoom,
    viewport,
    measure,
  });
  const extent: ExtentQuery = { kind: 'extent', filter };
  const regions: FacetQuery = { kind: 'facet', filter, dimension: 'adm1', measure };
  if (isHot(mode)) return [extent];
  const common: Query[] = [points(filter), extent];
  if (mode === 'cells') return [...common, cells(filter), ...(dated ? [cells(all)] : [])];
  if (mode === 'regions') return [...common, regions];
  return dated ? [...common, points(all)] : common;
}
