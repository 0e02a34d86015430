import { expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { isoOf } from '#core/time.ts';
import { describeWithShared } from '#tests/shared-data.ts';
import { type OriginalRow, originalRows } from './original-rows.ts';
import { articles, events, series } from './world.ts';

const files = [
  'events/peru-curated-events-2000-2024.csv',
  'events/aerial-interdiction-latam-curated.csv',
  'events/seizures-and-operations-latam-curated.csv',
];

describeWithShared('curated events and articles against the original files', () => {
  const rows = files.flatMap(originalRows);
  const byId = new Map(events.map((event) => [event.id, event]));
  const kept = rows.flatMap((row): { row: OriginalRow; event: CrimeEvent }[] => {
    const event = byId.get(row.id ?? '');
    return event ? [{ row, event }] : [];
  });
  const left = rows.filter((row) => !byId.has(row.id ?? ''));
  const decided = new Set(['policy', 'report', 'judicial']);

  it('every one of the 478 rows is an event or an observation, none both', () => {
    expect(rows).toHaveLength(478);
    expect(kept).toHaveLength(456);
    const values = series.flatMap((one) => one.values);
    for (const row of left) {
      const found = values.find(
        (value) =>
          value.country === (row.country_iso2 ?? 'PE') &&
          value.url === row.source_1_url &&
          value.value === Number(row.quantity) &&
          value.period.slice(0, 4) === row.date?.slice(0, 4),
      );
      expect(found, row.id).toBeDefined();
    }
  });

  it('every row that calls itself a total is left out', () => {
    const total = /(yearly|annual|partial-year|cumulative) total|^total of|^aggregate of|^cumulative/u;
    expect(kept.filter(({ row }) => total.test(row.note ?? '')).map(({ row }) => row.id)).toEqual([]);
  });

  const sum = (measure: string, unit: RegExp): number =>
    kept
      .flatMap(({ event }) => event.quantities)
      .filter((one) => one.measure === measure && unit.test(one.unit))
      .reduce((total, one) => total + (one.value ?? 0), 0);
  const rowSum = (unit: RegExp): number =>
    kept
      .filter(
        ({ row, event }) => unit.test(row.unit ?? '') && !decided.has(event.kind) && row.quantity !== '',
      )
      .reduce((total, { row }) => total + Number(row.quantity), 0);

  it.each([
    ['kg', /^kg /u, /^kg (cocaine|marijuana|skunk|meth|drugs)/u],
    ['people', /^deaths$/u, /^deaths$/u],
    ['usd', /^(counterfeit )?USD/u, /^(counterfeit USD|USD contraband|USD smuggled)/u],
    ['item', /^laboratories$/u, /^laboratories$/u],
    ['item', /^airstrips$/u, /^airstrips$/u],
    ['item', /^ha coca eradicated$/u, /^ha coca eradicated$/u],
  ])('sums of %s (%s) are the rows’ own', (measure, unit, rowUnit) => {
    expect(sum(measure, unit)).toBeCloseTo(rowSum(rowUnit), 6);
    expect(sum(measure, unit)).toBeGreaterThan(0);
  });

  it('each event cites the row’s sources, in order', () => {
    for (const { row, event } of kept) {
      const urls = [row.source_1_url, row.source_2_url].filter((url) => url !== '');
      expect(
        event.citations.map((cited) => cited.url),
        event.id,
      ).toEqual(urls);
      expect(event.citations[0]?.published ?? '', event.id).toBe(row.source_1_date);
      expect(event.summary, event.id).toBe(row.summary_en);
    }
  });

  it('each event holds the row’s day, lies in its country and stands at its point when it is placed', () => {
    for (const { row, event } of kept) {
      const date = row.date ?? '';
      const span = `${isoOf(event.time.from ?? 0)} ${isoOf(event.time.to ?? 0)}`;
      if (date.length === 10)
        expect(
          isoOf(event.time.from ?? 0) <= date && date <= isoOf(event.time.to ?? 0),
          `${event.id} ${span}`,
        ).toBe(true);
      else expect(span.startsWith(date.slice(0, 4)), `${event.id} ${span}`).toBe(true);
      expect(event.place.country).toBe(row.country_iso2 ?? 'PE');
      if (event.place.precision <= 3)
        expect([event.place.lat, event.place.lon], event.id).toEqual([Number(row.lat), Number(row.lon)]);
      if (row.date_precision === 'month' || row.date_precision === 'year') {
        expect(event.time.from, event.id).not.toBe(event.time.to);
      }
    }
  });

  it('all 209 articles are there with headline and link', () => {
    const cited = [
      'articles/seed-page-articles.csv',
      'articles/peru-related-articles.csv',
      'articles/articles-latam-cited.csv',
    ].flatMap(originalRows);
    const pair = (headline: string, url: string | null): string => `${headline} <${url ?? ''}>`;
    expect(articles.map((article) => pair(article.headline, article.url)).sort()).toEqual(
      cited.map((row) => pair(row.headline ?? '', row.url ?? '')).sort(),
    );
    expect(articles).toHaveLength(209);
  });

  it('an event is linked to each article whose address it cites', () => {
    const bare = (url: string): string => url.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '');
    const byAddress = new Map(
      articles.flatMap((article) => (article.url === null ? [] : [[bare(article.url), article.id]])),
    );
    for (const { row, event } of kept) {
      for (const url of [row.source_1_url, row.source_2_url]) {
        const id = byAddress.get(bare(url ?? ''));
        if (id) expect(event.articles, event.id).toContain(id);
      }
    }
  });
});
