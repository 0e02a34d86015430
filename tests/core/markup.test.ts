// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markupText } from '#core/markup.ts';

it('comes back as it was, between tags and in attributes of either quotation mark', () => {
  const printable = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(printable, (text) => {
      const written = markupText(text);
      const document = new DOMParser().parseFromString(
        `<p title="${written}" lang='${written}'>x${written}</p>`,
        'text/html',
      );
      const [shown, ...others] = document.body.children;
      expect(others).toEqual([]);
      expect(shown?.getAttribute('title')).toBe(text);
      expect(shown?.getAttribute('lang')).toBe(text);
      expect(shown?.textContent).toBe(`x${text}`);
    }),
    { examples: [['</p><script>alert(1)</script>'], [`" onload='x' "`], ['&amp;lt;']] },
  );
});
