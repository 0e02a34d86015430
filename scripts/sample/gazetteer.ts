import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Adm1Entry, type Adm1Unit, adm1At, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import type { Topology } from '#core/geo/topology.ts';
import type { Place } from '#core/place.ts';

const folder = join(import.meta.dirname, '../../public/geo');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;

const entries = read<Adm1Entry[]>('adm1-index.json');
const units = decodeAdm1(read<Topology<{ readonly id: string }>>('adm1.json'));
const unitsByCountry = new Map<string, Adm1Unit[]>();
for (const unit of units) {
  const country = unit.id.slice(0, 2);
  unitsByCountry.set(country, [...(unitsByCountry.get(country) ?? []), unit]);
}

/** Words that say what kind of unit it is, not which one ("Antioquia department", "Morelos state"). */
const unitWords =
  /\b(department|departamento|state|estado|province|provincia|region|región|federal district)\b/giu;

/** Names sources use for units that our index writes otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'MX|distrito federal': 'MX.DF',
  'MX|mexico city': 'MX.DF',
  'MX|veracruz de ignacio de la llave': 'MX.VE',
  'MX|michoacan de ocampo': 'MX.MC',
  'MX|coahuila de zaragoza': 'MX.CA',
  'CO|bogota d c': 'CO.DC',
  'CO|bogota dc': 'CO.DC',
  'CO|valle': 'CO.VC',
  'CO|san andres y providencia archipelago': 'CO.SA',
  'CO|archipielago de san andres providencia y santa catalina': 'CO.SA',
  'CO|norte santander': 'CO.NS',
  'CO|guajira': 'CO.LG',
  'PE|lima metropolitana': 'PE.LP',
};

const byName = new Map<string, string>(
  entries.map((entry) => [`${entry.country}|${plain(entry.name)}`, entry.id]),
);

/** Lower case, without accents, punctuation or words of kind: the form in which names are compared. */
export function plain(name: string): string {
  return name
    .replace(unitWords, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** The ADM1 id for a name the source gives, or null when our index has no such unit in the country. */
export function adm1ByName(country: string, name: string): string | null {
  const key = `${country}|${plain(name)}`;
  return byName.get(key) ?? otherNames[key] ?? null;
}

/** The ADM1 id whose outline holds the point; points up to `toleranceKm` off the simplified outline count as inside. */
export function adm1ByPoint(country: string, lat: number, lon: number, toleranceKm = 25): string | null {
  return adm1At(unitsByCountry.get(country) ?? [], lon, lat, toleranceKm);
}

/**
 * The unit for a record: the source's own name decides; the point only where no name is given or known. One
 * exception: "Lima" names both a department and, within it, the metropolitan province, which only the point tells apart.
 */
export function adm1Of(country: string, name: string, lat: number | null, lon: number | null): string | null {
  const named = name === '' ? null : adm1ByName(country, name);
  if ((named !== null && named !== 'PE.LR') || lat === null || lon === null) return named;
  const pointed = adm1ByPoint(country, lat, lon);
  return named === null || pointed === 'PE.LP' ? pointed : named;
}

/** Display name of a unit in our index. */
export function adm1Name(id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

const countryNames = new Map<string, ReadonlySet<string>>(
  (
    read<Topology<{ readonly id: string; readonly en?: string; readonly es?: string; readonly pt?: string }>>(
      'countries.json',
    ).objects.countries?.geometries ?? []
  ).map(({ properties: { id, en = '', es = '', pt = '' } }) => [id, new Set([en, es, pt].map(plain))]),
);

/** The place without a name that only repeats its region or country ("Peru", "Cesar department"). */
export function withoutEcho(place: Place): Place {
  if (place.name === null) return place;
  const said = plain(place.name);
  const region = place.adm1 === null ? '' : plain(adm1Name(place.adm1));
  const echoes =
    place.precision === 4
      ? said === region
      : place.precision === 6 && (countryNames.get(place.country ?? '')?.has(said) ?? false);
  return echoes ? { ...place, name: null } : place;
}

interface Zone {
  readonly id: string;
  /** [longitude, latitude] */
  readonly label: readonly [number, number];
}

const zonePoints = new Map(
  read<{ readonly zones: readonly Zone[] }>('zones.json').zones.map((zone) => [zone.id, zone.label]),
);
const unitPoints = new Map(entries.map((entry) => [entry.id, entry]));

/**
 * Where the symbol of an area stands: all events of one unit or zone share its label point, so that no source's choice of a
 * capital or a middle looks like a place of its own. Other places keep their point.
 */
export function settled(place: Place): Place {
  if (place.precision === 4 && place.adm1 !== null) {
    const unit = unitPoints.get(place.adm1);
    return unit ? { ...place, lat: unit.lat, lon: unit.lon } : place;
  }
  if (place.precision === 5 && place.zone !== null) {
    const label = zonePoints.get(place.zone);
    if (!label) throw new Error(`No zone ${place.zone} in public/geo/zones.json`);
    return { ...place, lat: label[1], lon: label[0] };
  }
  return place;
}
