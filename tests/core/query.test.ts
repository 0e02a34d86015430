import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { questionsParameter } from '#contract/questions.ts';
import { facetDimensions } from '#core/query.ts';

const accepts = (dimension: string): boolean =>
  z.safeParse(questionsParameter.schema, JSON.stringify([{ kind: 'facet', dimension, measure: 'count' }]))
    .success;

it('the service can be asked for every dimension that is counted, and for no other', () => {
  expect(facetDimensions.filter((dimension) => !accepts(dimension))).toEqual([]);
  expect(accepts('weather')).toBe(false);
});
