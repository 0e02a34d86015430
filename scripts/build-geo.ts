import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAdm1 } from './geo/adm1.ts';
import { buildCountries } from './geo/countries.ts';
import { buildPlaces } from './geo/places.ts';
import { buildZones } from './geo/zones.ts';

const OUT = join(import.meta.dirname, '../public/geo');

function write(name: string, content: object): void {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(join(OUT, name), text);
  console.log(`${name.padEnd(18)} ${(Buffer.byteLength(text) / 1000).toFixed(0).padStart(5)} kB`);
}

mkdirSync(OUT, { recursive: true });
const { outlines, index } = buildAdm1();
write('countries.json', buildCountries());
write('adm1.json', outlines);
write('adm1-index.json', index);
write('places.json', buildPlaces());
write('zones.json', buildZones());
