import { type Adm1Entry, type Adm1Unit, adm1Unit } from '#core/geo/adm1-lookup.ts';
import type { LonLat, MultiPolygon, Ring } from '#core/geo/lonlat.ts';
import { bboxOfPolygons } from '#core/geo/polygon.ts';
import {
  arcOwners,
  bordering,
  decodeArcs,
  polygonsOf,
  type Topology,
  type TopologyShape,
} from '#core/geo/topology.ts';
import type { Bbox } from '#core/place.ts';

/** A country's land. `focus` countries are the product's subject; `context` surrounds them; `far` is across the ocean and has no coast line. */
export type MapCountry = {
  /** ISO 3166-1 alpha-2; empty for far shores. */
  readonly id: string;
  readonly names: { readonly en: string; readonly es: string; readonly pt: string } | null;
  readonly role: 'focus' | 'context' | 'far';
  /** Where its name may stand. */
  readonly label: LonLat | null;
  readonly bbox: Bbox;
  readonly polygons: MultiPolygon;
};

/** A line with its box, for culling. */
export type MapLine = { readonly points: readonly LonLat[]; readonly bbox: Bbox };

/** A populated place for labels and for "near …". Rank 1 (capitals, largest) to 5. */
export type MapPlace = {
  readonly name: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  /** Inhabitants as GeoNames had them; 0 = not given there. */
  readonly population: number;
  readonly rank: number;
};

/** A named zone of our own gazetteer: approximate, always drawn dashed. */
export type MapZone = {
  readonly id: string;
  readonly names: { readonly en: string; readonly es: string; readonly pt: string };
  readonly countries: readonly string[];
  readonly ring: Ring;
  readonly bbox: Bbox;
  readonly label: LonLat;
};

/** The map's ground, decoded. `adm1` and `index` come later or never: the map works without. */
export type BaseMap = {
  readonly countries: readonly MapCountry[];
  readonly coasts: readonly MapLine[];
  readonly borders: readonly MapLine[];
  /** Borders and coasts of contested sovereignty: drawn dashed. */
  readonly disputed: readonly MapLine[];
  readonly places: readonly MapPlace[];
  readonly zones: readonly MapZone[];
  readonly adm1: Adm1Ground | null;
};

/** First-level units, their inner borders, and the index by id. */
export type Adm1Ground = {
  readonly units: ReadonlyMap<string, Adm1Unit>;
  readonly hairlines: readonly MapLine[];
  /** Who borders whom, across countries too; worked out when first asked. */
  readonly neighbours: () => ReadonlyMap<string, ReadonlySet<string>>;
  readonly index: ReadonlyMap<string, Adm1Entry>;
};

type CountryProperties = {
  readonly id: string;
  readonly role: MapCountry['role'];
  readonly en?: string;
  readonly es?: string;
  readonly pt?: string;
  readonly lon?: number;
  readonly lat?: number;
};

/** public/geo/countries.json. */
export type CountriesFile = Topology<CountryProperties> & { readonly disputed: readonly number[] };

/** public/geo/places.json: columns; coordinates in thousandths of a degree. */
export type PlacesFile = {
  readonly name: readonly string[];
  readonly country: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly population: readonly number[];
  readonly rank: readonly number[];
};

/** public/geo/zones.json. */
export type ZonesFile = {
  readonly zones: readonly {
    readonly id: string;
    readonly names: MapZone['names'];
    readonly countries: readonly string[];
    /** How the outline was made; shown to whoever asks how exact it is. */
    readonly method: string;
    readonly label: LonLat;
    readonly ring: Ring;
  }[];
};

/** So many outlines take a slow processor some ten milliseconds. */
const SHAPES_A_STEP = 40;

function lineOf(points: readonly LonLat[]): MapLine | null {
  const bbox = bboxOfPolygons([[points]]);
  return bbox && points.length > 1 ? { points, bbox } : null;
}

function linesWhere(
  arcs: readonly (readonly LonLat[])[],
  keep: (arc: number) => boolean,
): readonly MapLine[] {
  return arcs.flatMap((points, arc) => {
    const line = keep(arc) ? lineOf(points) : null;
    return line ? [line] : [];
  });
}

/** A piece of work in steps, so that whoever runs it can let gestures through between two. */
export type InSteps<Made> = Generator<void, Made, void>;

/** Decodes the country file into land, coasts, borders and disputed lines. */
export function* decodeCountries(
  file: CountriesFile,
): InSteps<Pick<BaseMap, 'countries' | 'coasts' | 'borders' | 'disputed'>> {
  const arcs = decodeArcs(file);
  yield;
  const shapes = file.objects.countries?.geometries ?? [];
  const countries: MapCountry[] = [];
  for (const [at, shape] of shapes.entries()) {
    const country = countryOf(shape, arcs);
    if (country) countries.push(country);
    if (at % SHAPES_A_STEP === SHAPES_A_STEP - 1) yield;
  }
  yield;
  const owners = arcOwners(shapes, arcs.length);
  const disputed = new Set(file.disputed);
  const isFar = (arc: number): boolean =>
    (owners[arc] ?? []).every((at) => shapes[at]?.properties.role === 'far');
  return {
    countries,
    coasts: linesWhere(arcs, (arc) => owners[arc]?.length === 1 && !disputed.has(arc) && !isFar(arc)),
    borders: linesWhere(arcs, (arc) => (owners[arc]?.length ?? 0) > 1 && !disputed.has(arc)),
    disputed: linesWhere(arcs, (arc) => disputed.has(arc)),
  };
}

function countryOf(
  shape: TopologyShape<CountryProperties>,
  arcs: readonly (readonly LonLat[])[],
): MapCountry | null {
  const polygons = polygonsOf(shape, arcs);
  const bbox = bboxOfPolygons(polygons);
  if (!bbox) return null;
  const { id, role, en, es, pt, lon, lat } = shape.properties;
  const names = en && es && pt ? { en, es, pt } : null;
  const label: LonLat | null = lon !== undefined && lat !== undefined ? [lon, lat] : null;
  return { id, role, names, label, bbox, polygons };
}

/** Works something out when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Decodes the province file and its index; hairlines are the borders between two units of one country. */
export function* decodeAdm1Ground(
  file: Topology<{ readonly id: string }>,
  index: readonly Adm1Entry[],
): InSteps<Adm1Ground> {
  const arcs = decodeArcs(file);
  yield;
  const shapes = file.objects.adm1?.geometries ?? [];
  const units = new Map<string, Adm1Unit>();
  for (const [at, shape] of shapes.entries()) {
    const unit = adm1Unit(shape, arcs);
    if (unit) units.set(unit.id, unit);
    if (at % SHAPES_A_STEP === SHAPES_A_STEP - 1) yield;
  }
  yield;
  const owners = arcOwners(shapes, arcs.length);
  return {
    units,
    hairlines: linesWhere(arcs, (arc) => (owners[arc]?.length ?? 0) > 1),
    neighbours: once(() => bordering(shapes, owners, arcs)),
    index: new Map(index.map((entry) => [entry.id, entry])),
  };
}

/** Decodes the column file of populated places. */
export function decodePlaces(file: PlacesFile): readonly MapPlace[] {
  return file.name.map((name, i) => ({
    name,
    country: file.country[i] ?? '',
    lon: (file.lon[i] ?? 0) / 1000,
    lat: (file.lat[i] ?? 0) / 1000,
    population: file.population[i] ?? 0,
    rank: file.rank[i] ?? 5,
  }));
}

/** Decodes the zone gazetteer. */
export function decodeZones(file: ZonesFile): readonly MapZone[] {
  return file.zones.flatMap(({ id, names, countries, label, ring }) => {
    const bbox = bboxOfPolygons([[ring]]);
    return bbox ? [{ id, names, countries, label, ring, bbox }] : [];
  });
}
