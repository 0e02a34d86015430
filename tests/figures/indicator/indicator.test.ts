import { describe, expect, it } from 'vitest';
import type { ProfileFact } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { indicatorDrawing } from '#figures/indicator/indicator-drawing.ts';
import { buildIndicator } from '#figures/indicator/indicator-model.ts';
import { changeWords, unitValue, valueWords } from '#figures/indicator/indicator-words.ts';
import { mockWorld } from '#mocks/world.ts';
import { fact } from '#tests/drawings/profile-fact.ts';
import { edition } from '#tests/export/drawings.ts';
import { i18nOf } from '../lanes-fixture.ts';

const coca = mockWorld().indicators.find((series) => series.id === 'coca-cultivation')!;

const figure = async (part: Partial<ProfileFact>, series: IndicatorSeries | null = coca) => {
  const i18n = await i18nOf('en');
  const model = buildIndicator(fact(part), series, 'PE');
  const link = 'https://atalaya.example/country/PE#coca-cultivation';
  const subject = { model, name: 'Coca, Peru', where: 'Peru', series, source: null, link, edition };
  return { model, i18n, ...indicatorDrawing(subject, i18n) };
};

describe('a single number', () => {
  it('changes against the value before, not against a gap', () => {
    expect(buildIndicator(fact(), coca, 'PE').before).toMatchObject({
      period: '2014',
      value: 42900,
      share: (40300 - 42900) / 42900,
      apart: false,
    });
    const holed = { ...coca, values: coca.values.filter(({ period }) => period !== '2014') };
    const { before } = buildIndicator(fact(), holed, 'PE');
    expect(before).toMatchObject({ apart: true });
    expect(before?.period).not.toBe('2014');
    expect(buildIndicator(fact({ period: '2011', value: 62500 }), coca, 'PE').before).toBeNull();
    expect(buildIndicator(fact(), null, 'PE').before).toBeNull();
  });

  it('gives ranks and scores no share of change', async () => {
    const { model, i18n } = await figure({ unit: 'rank' });
    expect(model.before).toMatchObject({ value: 42900, share: null });
    expect(changeWords(model, i18n)).toBe('rank 42,900 in 2014');
  });

  it('does not compare across a change of method', async () => {
    const values = ['2011', '2012'].map((period) => ({ ...coca.values[0]!, period, value: 30 }));
    const cpi = { ...coca, id: 'cpi', unit: 'score', values };
    const of = { unit: 'score', period: '2012', value: 30, indicator: 'cpi' };
    const plain = buildIndicator(fact(of), { ...cpi, id: 'other' }, 'PE');
    expect(plain.before).not.toBeNull();
    const { model, drawing } = await figure(of, { ...cpi, id: 'cpi-0-100' });
    expect(model).toMatchObject({ before: null, brokenIn: 2012 });
    expect(drawing.words.caveat).toContain('changed in 2012');
  });

  it('says both values with their periods, and tabulates both', async () => {
    const { drawing, summary } = await figure({});
    expect(drawing.words.title).toBe('Coca, Peru: 40,300 ha in 2015');
    expect(drawing.words.subtitle).toMatch(/ha · Peru · 2015$/);
    expect(summary).toBe('Coca, Peru: 40,300 ha in 2015. −6.1% on 2014, when it was 42,900 ha.');
    expect(drawing.table.rows.map((row) => [row[0], row[1], row[2]])).toEqual([
      ['Peru', '2015', 40300],
      ['Peru', '2014', 42900],
    ]);
    expect(drawing.words.counts).toMatch(/^\d+ values of this series published here$/);
    expect(drawing.words.alt.length).toBeLessThanOrEqual(300);
  });

  it('says that nothing is published, which is not 0', async () => {
    const { model, i18n, drawing, summary } = await figure({ value: null });
    expect(valueWords(model, i18n)).toBe('no figure published');
    expect(model.before).toBeNull();
    expect(drawing.words.title).toBe('Coca, Peru: no figure published');
    expect(summary).not.toMatch(/\b0\b/);
    expect(drawing.table.rows[0]?.[2]).toBeNull();
  });

  it('gives a value its unit as people read it', async () => {
    const i18n = await i18nOf('en');
    const said = (value: number, unit: string) => unitValue(value, unit, i18n);
    expect(said(22512.83, 'kg')).toBe('22.5 t');
    expect(said(379, 'million USD')).toMatch(/379/);
    expect(said(7.91, 'per 100,000 people')).toBe('7.9');
    expect(said(128, 'airstrips')).toBe('128');
  });
});
