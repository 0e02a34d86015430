import { expect, it } from 'vitest';
import { drawnFields, figureFields } from '#core/figure-fields.ts';
import { drawingsOf } from '#tests/export/drawings.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';

it('names every word of a figure once, the text alternative last', async () => {
  const { words } = drawingsOf(await i18nOf('en')).map;
  expect([...figureFields].sort()).toEqual(Object.keys(words).sort());
  expect(figureFields).toEqual([...drawnFields, 'alt']);
});
