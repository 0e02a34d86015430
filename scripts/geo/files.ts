import { buildAdm1 } from './adm1.ts';
import { buildCountries } from './countries.ts';
import { buildPlaces } from './places.ts';
import { buildZones } from './zones.ts';

const json = (content: object): string => `${JSON.stringify(content)}\n`;

/** Every file of public/geo by name, as text. */
export function geoFiles(): Readonly<Record<string, string>> {
  const { outlines, index } = buildAdm1();
  return {
    'countries.json': json(buildCountries()),
    'adm1.json': json(outlines),
    'adm1-index.json': json(index),
    'places.json': json(buildPlaces()),
    'zones.json': json(buildZones()),
  };
}
