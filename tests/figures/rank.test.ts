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

it('ranks countries by rate, says why there is none, and takes no rate for 0', async () => {
  const i18n = await i18nOf('en');
  const people = new Map([
    ['CO', 50_000_000],
    ['PE', 1_000_000],
    ['BO', 10_000_000],
  ]);
  const values = [...answer.values, { key: 'MX', total: total(30, 0, 30) }];
  const model = buildRank({ ...answer, values }, 'kg', 10, { year: 2020, people, publisher: 'World Bank' });
  expect(model.bars.map(({ key, value }) => [key, value])).toEqual([
    ['PE', 0.5],
    ['CO', 0.018],
    ['MX', null],
    ['BO', null],
  ]);
  expect(barValue(model, model.bars[0]!, i18n)).toBe('0.5');
  expect(barValue(model, model.bars[2]!, i18n)).toBe('no rate');
  expect(rankSummary(model, (key) => key, i18n)).toMatch(/^Most: PE \(0\.5 per 100,000 people\); 4 in all\./);
  const { rows, columns } = rankTable(model, 'c', (key) => key, i18n);
  expect(columns.map(({ key }) => key)).toEqual(['country', 'events', 'people', 'rate', 'why']);
  expect(rows[0]).toEqual(['PE', 5, 1_000_000, 0.5, '']);
  expect(rows[2]).toEqual(['MX', 30, null, null, 'no rate: population not published']);
  expect(rows[3]).toEqual(['BO', 3, 10_000_000, null, 'no rate: fewer than 5 events']);
});
