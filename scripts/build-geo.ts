import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoFiles } from './geo/files.ts';

/** Writes public/geo from npm packages alone; the result is committed, and a test says when it is out of date. */
const folder = join(import.meta.dirname, '../public/geo');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(geoFiles())) {
  writeFileSync(join(folder, name), text);
  console.log(`${name.padEnd(18)} ${(Buffer.byteLength(text) / 1000).toFixed(0).padStart(5)} kB`);
}
