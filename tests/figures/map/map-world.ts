import type { Adm1Ground, BaseMap, MapPlace, MapZone } from '#core/geo/base-map.ts';
import { cellAt, cellCentre } from '#core/geo/hexagon.ts';
import type { LonLat } from '#core/geo/lonlat.ts';
import type { Total } from '#core/measure.ts';
import type { PlacePrecision } from '#core/place.ts';
import type {
  AreasAnswer,
  CellsAnswer,
  CountAnswer,
  EventPoint,
  FacetAnswer,
  KnownArea,
  PointsAnswer,
} from '#core/query.ts';
import type { FamilyKey, KindKey } from '#core/taxonomy.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { MapModelInput } from '#figures/map/map-model.ts';

/** A made-up ground: two square provinces side by side, one zone, three towns. Totals are known by hand. */
const box = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const province = (id: string, name: string, west: number) => ({
  unit: { id, bbox: [west, -14, west + 4, -10] as const, polygons: [[box(west, -14, west + 4, -10)]] },
  entry: { id, country: 'PE', name, lon: west + 2, lat: -12 },
});
const western = province('PE.AA', 'West', -78);
const eastern = province('PE.BB', 'East', -74);

export const adm1: Adm1Ground = {
  units: new Map([western, eastern].map(({ unit }) => [unit.id, unit])),
  index: new Map([western, eastern].map(({ entry }) => [entry.id, entry])),
  hairlines: [],
  neighbours: () => new Map(),
};

export const zone: MapZone = {
  id: 'VALLEY',
  names: { en: 'Valley', es: 'Valle', pt: 'Vale' },
  countries: ['PE'],
  ring: box(-73, -13, -72, -11),
  bbox: [-73, -13, -72, -11],
  label: [-72.5, -12],
};

export const places: MapPlace[] = [
  { name: 'Bigtown', country: 'PE', lon: -77, lat: -12, population: 900_000, rank: 2 },
  { name: 'Smallville', country: 'PE', lon: -76.95, lat: -12.02, population: 4000, rank: 5 },
  { name: 'Faraway', country: 'PE', lon: -70, lat: -15, population: 4000, rank: 5 },
];

/** That ground without outlines of countries. */
export const base: BaseMap = {
  countries: [],
  coasts: [],
  borders: [],
  disputed: [],
  places,
  zones: [zone],
  adm1,
};

export const total = (events: number, best = events, unreported = 0): Total => ({
  events,
  best,
  low: best,
  high: best,
  unreported,
});

export const point = (
  n: number,
  lon: number,
  lat: number,
  precision: PlacePrecision,
  kind: KindKey = 'drug-seizure',
  adm1: string | null = null,
): EventPoint => ({ n, lon, lat, precision, kind, from: 16_000, adm1 });

export const pointsAnswer = (points: EventPoint[], matched = points.length): PointsAnswer => ({
  kind: 'points',
  points,
  matched,
  truncated: matched > points.length,
});

/** An area of a region: where its records put it is the middle of the western province. */
export const region = (adm1: string | null, family: FamilyKey = 'seizure'): KnownArea => ({
  ...{ precision: 4, adm1, lat: -12, lon: -76, family },
});

export const zonal = (lon: number, lat: number, family: FamilyKey = 'seizure'): KnownArea => ({
  ...{ precision: 5, adm1: null, lat, lon, family },
});

export const areasAnswer = (
  counted: readonly (readonly [KnownArea, number])[],
  elsewhere = 0,
): AreasAnswer => ({
  kind: 'areas',
  areas: counted.map(([area]) => area),
  events: counted.map(([, events]) => events),
  elsewhere,
});

export function cellsAnswer(zoom: number, spots: readonly (readonly [number, number, Total])[]): CellsAnswer {
  return {
    kind: 'cells',
    zoom,
    cells: spots.map(([lon, lat, sum]) => {
      const cell = cellAt(lon, lat, zoom);
      return { q: cell.q, r: cell.r, ...cellCentre(cell), total: sum, byArea: 0 };
    }),
  };
}

export const countAnswer = (events: number, notPlaced: number): CountAnswer => ({
  kind: 'count',
  total: total(events),
  ofAll: 1000,
  byPrecision: [0, 0, 0, 0, 0, 0, 0, 0],
  notPlaced,
  undated: 0,
  tooVague: 0,
});

export const facetAnswer = (values: readonly (readonly [string, Total])[]): FacetAnswer => ({
  kind: 'facet',
  dimension: 'adm1',
  values: values.map(([key, sum]) => ({ key, total: sum })),
  without: 0,
});

export const nothing: MapModelInput = {
  mode: 'cells',
  measure: 'count',
  cells: null,
  points: null,
  regions: null,
  count: null,
  adm1,
  zones: [zone],
};

export const words: FigureWords = {
  title: 'Events in Peru',
  subtitle: 'Events, by place · Peru',
  filters: 'No filters',
  period: 'All dates',
  caveat: 'Counts reports collected here.',
  counts: '53 events',
  sources: 'Source: Police',
  licence: 'Licence: CC BY 4.0',
  dataAsOf: 'Data as of 22 November 2026',
  generated: 'Generated today',
  link: 'https://example.org/',
  alt: 'Map. Events in Peru.',
};
