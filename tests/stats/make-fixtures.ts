import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { countUcdp } from './ucdp-counts.ts';

/** Step 1 of the fixtures: the counts. Step 2 are the scripts in fixtures/ (see their first lines). */
const file = path.join(import.meta.dirname, 'fixtures/ucdp-counts.json');
writeFileSync(file, `${JSON.stringify(countUcdp())}\n`);
