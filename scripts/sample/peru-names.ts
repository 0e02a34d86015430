import { plain } from './gazetteer.ts';
import { sharedRows } from './shared-data.ts';

const small = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y']);

/** "SAN MARTIN DE PANGOA" → "San Martin de Pangoa" (the code list writes no accents). */
export function titleCase(name: string): string {
  return name
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && small.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}

/** Words of Peruvian district and province names that carry an accent the code list leaves out. */
const accents: Readonly<Record<string, string>> = {
  Rio: 'Río',
  Monzon: 'Monzón',
  Bermudez: 'Bermúdez',
  Convencion: 'Convención',
  Huamalies: 'Huamalíes',
  Boqueron: 'Boquerón',
  Ramon: 'Ramón',
  Martin: 'Martín',
  Maria: 'María',
  Constitucion: 'Constitución',
  Mazan: 'Mazán',
  Pachacamac: 'Pachacámac',
  Junin: 'Junín',
  Huanuco: 'Huánuco',
  Perene: 'Perené',
  Jose: 'José',
  Angel: 'Ángel',
  Marañon: 'Marañón',
  Jaen: 'Jaén',
  Lurin: 'Lurín',
  Vilcashuaman: 'Vilcashuamán',
  Azangaro: 'Azángaro',
};

/** Names of Peruvian places as GeoNames writes them, by their plain form; the accented one where there are several. */
let accented: ReadonlyMap<string, string> | null = null;

function gazetteer(): ReadonlyMap<string, string> {
  if (accented) return accented;
  const names = new Map<string, string>();
  for (const row of sharedRows('geo/gazetteer-latam-geonames.csv.gz')) {
    if (row('iso3') !== 'PER') continue;
    const key = plain(row('name'));
    const known = names.get(key);
    if (known === undefined || /[^ -~]/u.test(row('name'))) names.set(key, row('name'));
  }
  accented = names;
  return names;
}

/** A district or province of Peru with its accents, where the gazetteer has a place of that name; else in title case. */
export function peruName(name: string): string {
  const found = gazetteer().get(plain(name));
  if (found !== undefined && found.split(' ').length === name.trim().split(/\s+/u).length) return found;
  return titleCase(name)
    .split(' ')
    .map((word) => accents[word] ?? word)
    .join(' ');
}
