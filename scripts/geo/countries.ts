import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { labelPoint } from '#core/geo/polygon.ts';
import { arcOwners, type Topology } from '#core/geo/topology.ts';
import { AMERICAS, DISPUTED_BORDERS, DISPUTED_TERRITORIES, FOCUS } from './country-list.ts';
import { simplifyShapes } from './simplify.ts';

const require = createRequire(import.meta.url);
const round = (value: number): number => Math.round(value * 1000) / 1000;

function readAtlas(file: string): GeoJSON.Feature[] {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), 'utf8'));
  const found = feature(topology, topology.objects.countries) as unknown as GeoJSON.FeatureCollection;
  return found.features;
}

function polygonsOfFeature(shape: GeoJSON.Feature): GeoJSON.Position[][][] {
  const { geometry } = shape;
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

const namers = (['en', 'es', 'pt'] as const).map(
  (language) =>
    [language, new Intl.DisplayNames([language === 'es' ? 'es-419' : language], { type: 'region' })] as const,
);

function properties(iso2: string, polygons: GeoJSON.Position[][][]): Record<string, unknown> {
  const point = labelPoint(polygons as never) ?? [0, 0];
  const names = Object.fromEntries(namers.map(([language, namer]) => [language, namer.of(iso2) ?? iso2]));
  return {
    id: iso2,
    ...names,
    role: FOCUS.has(iso2) ? 'focus' : 'context',
    lon: round(point[0]),
    lat: round(point[1]),
  };
}

/** French Guiana is a part of France's shape in Natural Earth; here it is a unit of its own. */
function americanShapes(): GeoJSON.Feature[] {
  const shapes: GeoJSON.Feature[] = [];
  for (const shape of readAtlas('countries-10m.json')) {
    const isFrance = shape.id === '250';
    const iso2 = isFrance ? 'GF' : AMERICAS[String(shape.id)];
    if (!iso2) continue;
    const polygons = polygonsOfFeature(shape).filter((rings) => {
      const [lon = 0, lat = 0] = rings[0]?.[0] ?? [];
      return !isFrance || (lon > -56 && lon < -50 && lat > 0 && lat < 7);
    });
    shapes.push({
      type: 'Feature',
      properties: properties(iso2, polygons),
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    });
  }
  return shapes;
}

/** Coasts across the Atlantic, coarse: only so that the map's edge is not an empty sea. */
function farShores(): GeoJSON.Feature {
  const polygons = readAtlas('countries-110m.json')
    .filter((shape) => !AMERICAS[String(shape.id)])
    .flatMap(polygonsOfFeature)
    .filter((rings) =>
      (rings[0] ?? []).every(([lon = 0, lat = 0]) => lon > -30 && lon < 30 && lat > -36 && lat < 72),
    );
  return {
    type: 'Feature',
    properties: { id: '', role: 'far' },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  };
}

function disputedArcs(topology: Topology<{ id: string }>): number[] {
  const shapes = topology.objects.countries?.geometries ?? [];
  const disputed: number[] = [];
  arcOwners(shapes, topology.arcs.length).forEach((owners, arc) => {
    const ids = owners.map((position) => shapes[position]?.properties.id ?? '');
    const border = DISPUTED_BORDERS.some(([a, b]) => ids.includes(a) && ids.includes(b));
    const coast = ids.some((id) => DISPUTED_TERRITORIES.includes(id));
    if (border || coast) disputed.push(arc);
  });
  return disputed;
}

/** TopoJSON of the Americas (object `countries`) with `disputed`: the arcs to be dashed. */
export function buildCountries(): object {
  const near = (lon: number, lat: number): boolean => lon > -119 && lon < -33 && lat > -57 && lat < 34;
  const topology = simplifyShapes('countries', [...americanShapes(), farShores()], {
    minWeight: (lon, lat) => (near(lon, lat) ? 0.0009 : 0.05),
    minRing: (lon, lat) => (near(lon, lat) ? 0.003 : 0.4),
    steps: 40_000,
  });
  const disputed = disputedArcs(topology as unknown as Topology<{ id: string }>);
  return {
    source: 'Natural Earth through world-atlas 2.0.2, simplified and quantised (scripts/build-geo.ts)',
    ...topology,
    disputed,
  };
}
