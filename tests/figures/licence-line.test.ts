import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceInfo } from '#core/provenance.ts';
import { licenceLine } from '#figures/words.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';

const sources: readonly SourceInfo[] = JSON.parse(
  readFileSync(new URL('../../server/sample/SOURCES.json', import.meta.url), 'utf8'),
);
const named = (...ids: string[]) => sources.filter(({ id }) => ids.includes(id));

describe('the licences under a figure', () => {
  it.each([
    ['en', 'Licences: Facts, one cited source for each value; CC BY 4.0'],
    ['es', /^Licencias: (?!Facts).+; CC BY 4\.0$/],
    ['pt', /^Licenças: (?!Facts).+; CC BY 4\.0$/],
  ] as const)('are said in %s; a name that is the same everywhere stays', async (lang, line) => {
    const i18n = makeI18n(lang, await loadMessages(lang));
    expect(licenceLine(named('coca-national-cited', 'worldbank-wdi'), i18n)).toMatch(line);
  });
});
