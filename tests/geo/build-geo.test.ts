import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { geoFiles } from '#scripts/geo/files.ts';

test('the committed outlines are what the script makes of the packages', () => {
  for (const [name, text] of Object.entries(geoFiles())) {
    const committed = readFileSync(new URL(`../../public/geo/${name}`, import.meta.url), 'utf8');
    expect(committed === text, `${name}: run npm run geo`).toBe(true);
  }
});
