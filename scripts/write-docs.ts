/** `npm run docs`: writes the generated pages of docs/. `tests/docs.test.ts` fails when they are not fresh. */
import { writeFileSync } from 'node:fs';
import { apiDoc } from './api-doc.ts';

writeFileSync(new URL('../docs/api.md', import.meta.url), apiDoc());
console.log('Wrote docs/api.md');
