import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Country } from '#core/country.ts';
import { bboxOfPolygons, ringArea } from '#core/geo/polygon.ts';
import { decodeArcs, polygonsOf, type Topology } from '#core/geo/topology.ts';
import type { Bbox } from '#core/place.ts';
import type { Figures } from './profile-text.ts';
import { profileFacts, profileLead } from './profiles.ts';

type Region = Country['region'];

/** The countries of the product: ISO3 and region. Names and outlines come from public/geo/countries.json. */
const list: readonly (readonly [iso2: string, iso3: string, region: Region])[] = [
  ['AR', 'ARG', 'south-america'],
  ['BO', 'BOL', 'south-america'],
  ['BR', 'BRA', 'south-america'],
  ['CL', 'CHL', 'south-america'],
  ['CO', 'COL', 'south-america'],
  ['EC', 'ECU', 'south-america'],
  ['GF', 'GUF', 'south-america'],
  ['GY', 'GUY', 'south-america'],
  ['PE', 'PER', 'south-america'],
  ['PY', 'PRY', 'south-america'],
  ['SR', 'SUR', 'south-america'],
  ['UY', 'URY', 'south-america'],
  ['VE', 'VEN', 'south-america'],
  ['BZ', 'BLZ', 'central-america'],
  ['CR', 'CRI', 'central-america'],
  ['GT', 'GTM', 'central-america'],
  ['HN', 'HND', 'central-america'],
  ['NI', 'NIC', 'central-america'],
  ['PA', 'PAN', 'central-america'],
  ['SV', 'SLV', 'central-america'],
  ['BS', 'BHS', 'caribbean'],
  ['CU', 'CUB', 'caribbean'],
  ['DO', 'DOM', 'caribbean'],
  ['HT', 'HTI', 'caribbean'],
  ['JM', 'JAM', 'caribbean'],
  ['PR', 'PRI', 'caribbean'],
  ['TT', 'TTO', 'caribbean'],
  ['MX', 'MEX', 'north-america'],
];

const iso2ByIso3 = new Map(list.map(([iso2, iso3]) => [iso3, iso2]));

/** ISO2 for an ISO3 code, or null for a country outside the product. */
export function iso2Of(iso3: string): string | null {
  return iso2ByIso3.get(iso3) ?? null;
}

interface OutlineProperties {
  readonly id: string;
  readonly en?: string;
  readonly es?: string;
  readonly pt?: string;
}

/** How many events and articles a country has in the bundle, and the groups named there. */
export interface CountryCounts {
  events(iso2: string): number;
  articles(iso2: string): number;
  groups(iso2: string): readonly string[];
}

/** Every country of the product, with a profile where one is written. */
export function countryRecords(counts: CountryCounts, figures: Figures): readonly Country[] {
  const path = join(import.meta.dirname, '../../public/geo/countries.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<OutlineProperties>;
  const arcs = decodeArcs(topology);
  const shapes = new Map(topology.objects.countries?.geometries.map((shape) => [shape.properties.id, shape]));
  return list
    .map(([iso2, iso3, region]): Country => {
      const shape = shapes.get(iso2);
      if (!shape) throw new Error(`No outline for ${iso2} in public/geo/countries.json`);
      const { en = iso2, es = en, pt = en } = shape.properties;
      return {
        iso2,
        iso3,
        names: { en, es, pt },
        region,
        bbox: mainBox(polygonsOf(shape, arcs)),
        lead: profileLead(iso2, figures),
        facts: profileFacts(iso2, figures),
        groups: counts.groups(iso2),
        events: counts.events(iso2),
        articles: counts.articles(iso2),
      };
    })
    .sort((a, b) => a.iso2.localeCompare(b.iso2));
}

/** The box to fit a map to: outlying islands under a hundredth of the main land's area are left out. */
function mainBox(polygons: ReturnType<typeof polygonsOf>): Bbox {
  const areas = polygons.map((rings) => Math.abs(ringArea(rings[0] ?? [])));
  const largest = Math.max(...areas);
  const box = bboxOfPolygons(polygons.filter((_, index) => (areas[index] ?? 0) >= largest / 100));
  if (!box) throw new Error('A country outline has no point');
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}
