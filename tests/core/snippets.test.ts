import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotableAddress, snippetLanguages, snippetOf } from '#core/snippets.ts';
import { anyText } from './references.ts';

const address = 'https://atalaya.example.org/api/v1/events?asof=2026-11-23.abcd1234&c=PE&format=csv';

describe('code for the same rows', () => {
  it('reads the one address in every language', () => {
    for (const language of snippetLanguages) expect(snippetOf(language, address)).toContain(address);
  });

  it('reads ids as text and blank cells as unknown in R', () => {
    expect(snippetOf('r', address)).toBe(
      `address <- "${address}"
events <- read.csv(address, encoding = "UTF-8", na.strings = "", colClasses = c(id = "character"))
cat(nrow(events), "events\\n")
`,
    );
  });

  it('lets nothing out of its quotes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quotableAddress(`https://x.test/?q=${encodeURIComponent(text.toWellFormed())}`);
        expect(quoted).toMatch(/^[^'"`\\$\s]*$/);
        expect(new URL(quoted).searchParams.get('q')).toBe(text.toWellFormed());
      }),
    );
  });
});
