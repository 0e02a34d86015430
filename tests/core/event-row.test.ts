import { describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { eventCollection, eventFeature, eventTable, type NamedEvent } from '#core/event-row.ts';
import { dayOf } from '#core/time.ts';
import { eventOf } from '#tests/engine/random-events.ts';

const source = {
  id: 'ministry',
  title: 'Seizures',
  attribution: 'Ministry, Seizures',
  publisher: 'Ministry',
  url: 'https://example.org/set',
  licence: 'CC BY 4.0',
  redistribution: 'rows' as const,
};
const named = (parts: Partial<CrimeEvent>): NamedEvent => ({
  event: eventOf(7, parts),
  source,
  adm1: 'Ayacucho',
});
const cells = (event: NamedEvent): Record<string, unknown> =>
  Object.fromEntries(eventTable.columns.map((column) => [column.name, column.cell(event)]));

describe('a flat row', () => {
  it('says a date as exact as it is known', () => {
    const month = { from: dayOf(2015, 8, 1), to: dayOf(2015, 8, 31), precision: 'month' as const };
    expect(cells(named({ time: month }))).toMatchObject({
      date: '2015-08',
      date_from: '2015-08-01',
      date_to: '2015-08-31',
      date_precision: 'month',
    });
    expect(cells(named({}))).toMatchObject({
      date: null,
      date_from: null,
      date_to: null,
      date_precision: 'unknown',
    });
  });

  it('keeps what is not reported empty, and bounds only where they differ', () => {
    const quantity = { substance: null, unit: 'kg cocaine', measure: 'kg' as const };
    const row = cells(named({ quantities: [{ ...quantity, value: 288, low: 288, high: 300 }] }));
    expect(row).toMatchObject({ kg: 288, kg_low: null, kg_high: 300, usd: null, people_killed: null });
    expect(row.quantities).toBe('288 (288–300) kg cocaine');
    const unreported = cells(named({ quantities: [{ ...quantity, value: null, low: null, high: null }] }));
    expect(unreported).toMatchObject({ kg: null, quantities: 'not reported kg cocaine' });
  });

  it('names a source address in every row: the citation, else the data set', () => {
    const citation = {
      publisher: 'El Comercio',
      url: 'https://example.org/1',
      published: '2015-08-20',
      publishedPrecision: 'day' as const,
      weak: true,
      articleId: null,
    };
    expect(cells(named({}))).toMatchObject({
      source_url: source.url,
      source_publisher: 'Ministry',
      weak_source: false,
    });
    const cited = cells(named({ citations: [citation, { ...citation, url: 'https://example.org/2' }] }));
    expect(cited).toMatchObject({
      source_url: 'https://example.org/1',
      other_source_urls: 'https://example.org/2',
      source_publisher: 'El Comercio',
      weak_source: true,
    });
  });

  it('has each column once', () => {
    const names = eventTable.columns.map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a feature', () => {
  const place = (precision: CrimeEvent['place']['precision']) =>
    named({ place: { ...eventOf(1, {}).place, lat: -12.5, lon: -74.25, precision } });

  it('is a point, longitude first, only where the place is known that well', () => {
    expect(eventFeature(place(3)).geometry).toEqual({ type: 'Point', coordinates: [-74.25, -12.5] });
    for (const precision of [4, 5, 6] as const) expect(eventFeature(place(precision)).geometry).toBeNull();
    expect(eventFeature(named({})).geometry).toBeNull();
  });

  it('carries the row as its properties', () => {
    const { features, sources } = eventCollection([place(1), place(1)]);
    const { redistribution, ...credit } = source;
    expect(redistribution).toBe('rows');
    expect(sources).toEqual([credit]);
    expect(features[0]?.id).toBe('e-7');
    expect(features[0]?.properties).toMatchObject({
      kind: 'drug-seizure',
      place_precision_name: 'exact',
      region: 'Ayacucho',
    });
  });
});
