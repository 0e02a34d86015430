import { describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import type { Quantity } from '#core/measure.ts';
import { dayOf } from '#core/time.ts';
import { en } from '#i18n/en.ts';
import { es } from '#i18n/es.ts';
import { eventHeadline, eventTags, placeWithin, quantityText, rangeText } from '#i18n/event-words.ts';
import { makeI18n } from '#i18n/i18n.tsx';

const i18n = makeI18n('en', en);
const cocaine: Quantity = {
  measure: 'kg',
  substance: 'cocaine',
  value: 7600,
  low: 3000,
  high: 7600,
  unit: 'kg cocaine',
};
const event: CrimeEvent = {
  id: 'x-1',
  n: 1,
  kind: 'drug-seizure',
  time: { from: dayOf(2014, 8, 26), to: dayOf(2014, 8, 26), precision: 'day' },
  place: {
    country: 'PE',
    adm1: 'PE.LL',
    adm2: null,
    name: 'Huanchaco',
    zone: null,
    lat: null,
    lon: null,
    precision: 4,
  },
  quantities: [cocaine],
  substances: ['cocaine'],
  groups: [],
  actors: [],
  summary: null,
  note: null,
  milestone: false,
  source: 's',
  sourceRecordId: '1',
  citations: [],
  disputes: [],
  reports: 1,
  articles: [],
};
const name = (id: string) => (id === 'PE.LL' ? 'La Libertad' : null);

describe('an event in words', () => {
  it('makes a headline from the fields of a row without a sentence', () => {
    expect(eventHeadline(event, i18n, name)).toEqual({
      text: 'Drug seizure: 7,600 kg cocaine, Huanchaco, La Libertad',
      lang: null,
    });
  });

  it('keeps our sentence, and says its language in another one', () => {
    const told = { ...event, summary: 'Cocaine found inside coal.' };
    expect(eventHeadline(told, i18n)).toEqual({ text: 'Cocaine found inside coal.', lang: null });
    expect(eventHeadline(told, makeI18n('es', es)).lang).toBe('en');
  });

  it('tells a range and what is not certain', () => {
    expect(rangeText(cocaine, i18n)).toBe('3,000 kg to 7,600 kg reported');
    expect(eventTags(event, i18n).map((tag) => tag.text)).toEqual([
      'region only',
      '3,000 kg to 7,600 kg reported',
    ]);
  });

  it('never turns an unreported figure into a number', () => {
    expect(quantityText({ ...cocaine, value: null, low: null, high: null }, i18n)).toBeNull();
    expect(eventHeadline({ ...event, quantities: [{ ...cocaine, value: null }] }, i18n, name).text).toBe(
      'Drug seizure, Huanchaco, La Libertad',
    );
  });

  it('names a place once', () => {
    const place = { ...event.place, name: 'Mazamari, Satipo, Junin', adm1: 'PE.JU' };
    expect(placeWithin(place, i18n, () => 'Junín')).toBe('Mazamari, Satipo, Junin, Peru');
    expect(placeWithin({ ...place, name: null, adm1: null }, i18n)).toBe('Peru');
  });

  it('has words of its own for the units of records', () => {
    const item = (value: number, unit: string): Quantity => ({
      measure: 'item',
      substance: null,
      value,
      low: null,
      high: null,
      unit,
    });
    expect(quantityText(item(1, 'laboratories'), i18n)).toBe('1 laboratory');
    expect(quantityText(item(2, 'laboratories'), makeI18n('es', es))).toBe('2 laboratorios');
    expect(quantityText(item(3, 'pylons destroyed'), i18n)).toBe('3 pylons destroyed');
  });
});
