import type { Place, PlacePrecision } from '#core/place.ts';
import { adm1Of } from './gazetteer.ts';

interface RowPlace {
  readonly id: string;
  readonly country: string;
  readonly admin1: string;
  readonly name: string;
  readonly geoPrecision: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Rows whose place is a zone that crosses departments, by zone id of public/geo/zones.json. */
const zoneRows: Readonly<Record<string, string>> = {
  'pe-004': 'UPPER-HUALLAGA',
  'ai-br-012': 'YANOMAMI',
  'ai-br-013': 'YANOMAMI',
  'ai-br-014': 'YANOMAMI',
  'so-br-010': 'YANOMAMI',
  'so-br-012': 'YANOMAMI',
  'so-br-011': 'JAVARI',
  'pe-009': 'VRAEM',
  'pe-010': 'VRAEM',
  'pe-011': 'VRAEM',
  'pe-019': 'VRAEM',
  'ai-pe-036': 'VRAEM',
  'ai-pe-041': 'VRAEM',
  'ai-pe-043': 'VRAEM',
  'ai-pe-044': 'VRAEM',
  'ai-pe-045': 'VRAEM',
  'so-pe-006': 'VRAEM',
  'so-pe-007': 'VRAEM',
  'so-pe-012': 'VRAEM',
  'so-co-015': 'CATATUMBO',
};

/** Zone rows whose source names no department: the column holds only the department of the reference point. */
const zoneWithoutDepartment: ReadonlySet<string> = new Set([
  'pe-009',
  'pe-010',
  'pe-011',
  'pe-019',
  'ai-pe-041',
  'so-pe-007',
  'so-pe-012',
  'so-br-010',
]);

/**
 * A "place" point comes from a gazetteer of towns. Where the row names a site in or by the town (a port, a prison, a
 * quarter), the point is near it, not at it; where it names a whole city, the point stands for the municipality.
 */
const siteWords =
  /\b(port|terminals?|prison|penitentiary|airport|palace|casino|hill|road|near|area|off the|dock|complexes|jacarezinho|vila cruzeiro|tres ríos|puerto norte)\b/iu;
const wholeCities =
  /^(lima|bogotá( \/ washington)?|caracas|asunción|buenos aires|brasília|la paz|cochabamba|rosario|arica|culiacán|mazatlán|bahía blanca|puerto maldonado|san cristóbal)$/iu;

/** The level each word of the source files stands for; "province" in Peru is larger than our municipality level. */
const precisionOfWord: Readonly<Record<string, PlacePrecision>> = {
  exact: 1,
  place: 1,
  city: 3,
  district: 3,
  province: 4,
  department: 4,
  region: 4,
  country: 6,
};

/**
 * The place of a curated row. Zones that cross departments are P5. Departments, provinces and regions are areas (P4), and
 * a row that names only a department is P4 even where no point could be given; P6 rows never carry a point.
 */
export function placeOfRow(row: RowPlace): Place {
  const zone = zoneRows[row.id] ?? null;
  const word = precisionOfWord[row.geoPrecision];
  if (word === undefined) throw new Error(`${row.id}: unknown place precision "${row.geoPrecision}"`);
  const adm1 =
    zone !== null && zoneWithoutDepartment.has(row.id)
      ? null
      : adm1Of(row.country, row.admin1, row.lat, row.lon);
  const precision = precisionFor(row, word, zone, adm1);
  const pointed = precision !== 6;
  return {
    country: row.country,
    adm1: precision === 6 ? null : adm1,
    adm2: null,
    name: row.name === '' ? null : row.name,
    zone,
    lat: pointed ? row.lat : null,
    lon: pointed ? row.lon : null,
    precision,
  };
}

function precisionFor(
  row: RowPlace,
  word: PlacePrecision,
  zone: string | null,
  adm1: string | null,
): PlacePrecision {
  if (zone !== null) return 5;
  if (word === 6) return row.admin1 !== '' && adm1 !== null ? 4 : 6;
  if (word !== 1 || row.geoPrecision === 'exact') return word;
  if (siteWords.test(row.name)) return 2;
  return wholeCities.test(row.name) ? 3 : 1;
}
