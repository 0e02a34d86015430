import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { questionsParameter } from '#contract/questions.ts';
import { facetDimensions, readRegionOnlyKey, regionOnlyKey } from '#core/query.ts';
import { families } from '#core/taxonomy.ts';

const accepts = (dimension: string): boolean =>
  z.safeParse(questionsParameter.schema, JSON.stringify([{ kind: 'facet', dimension, measure: 'count' }]))
    .success;

it('the service can be asked for every dimension that is counted, and for no other', () => {
  expect(facetDimensions.filter((dimension) => !accepts(dimension))).toEqual([]);
  expect(accepts('weather')).toBe(false);
});

it('a key of events known to a region only says region and family, and nothing else is read as one', () => {
  for (const adm1 of ['PE.AY', null])
    for (const { key } of families)
      expect(readRegionOnlyKey(regionOnlyKey(adm1, key))).toEqual({ adm1, family: key });
  expect(['PE.AY', 'PE.AY weather', ''].map(readRegionOnlyKey)).toEqual([null, null, null]);
});
