import { expect, it } from 'vitest';
import type { FacetAnswer } from '#core/query.ts';
import { buildRank } from '#figures/rank/rank-model.ts';
import { barValue, rankSummary, rankTable } from '#figures/rank/rank-words.ts';
import { i18nOf } from './lanes-fixture.ts';

const total = (events: number, best: number, unreported: number, high = best) => ({
  events,
  best,
  low: best,
  high,
  unreported,
});

const answer: FacetAnswer = {
  kind: 'facet',
  dimension: 'country',
  values: [
    { key: 'CO', total: total(9, 120, 2, 180) },
    { key: 'PE', total: total(5, 400, 0) },
    { key: 'BO', total: total(3, 0, 3) },
  ],
  without: 4,
};

it('puts the most first and what reports nothing last, which is not 0', async () => {
  const i18n = await i18nOf('en');
  const model = buildRank(answer, 'kg', 10);
  expect(model.bars.map(({ key, value }) => [key, value])).toEqual([
    ['PE', 400],
    ['CO', 120],
    ['BO', null],
  ]);
  expect(barValue(model, model.bars[2]!, i18n)).toBe('no figure reported');
  expect(model.top).toBe(400);
});

it('counts events where events are asked for, and keeps the rest for the table', async () => {
  const i18n = await i18nOf('en');
  const model = buildRank(answer, 'count', 2);
  expect(model.bars.map(({ value }) => value)).toEqual([9, 5]);
  expect(model.rest).toHaveLength(1);
  expect(rankTable(model, 'c', (key) => key, i18n).rows).toEqual([
    ['CO', 9],
    ['PE', 5],
    ['BO', 3],
  ]);
  expect(rankSummary(model, (key) => key, i18n)).toBe(
    'Most: CO (9); 3 in all. 1 more in the table. 4 events name none.',
  );
});
