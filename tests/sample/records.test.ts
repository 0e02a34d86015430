import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  articleSchema,
  countrySchema,
  eventSchema,
  groupSchema,
  indicatorSeriesSchema,
  sourceSchema,
} from '#contract/schemas.ts';
import { articles, events, sample, series, sources } from './world.ts';

function firstFault(schema: z.ZodMiniType, records: readonly unknown[]): unknown {
  for (const record of records) {
    const result = z.safeParse(schema, record);
    if (!result.success) return { record, issues: result.error.issues };
  }
  return null;
}

const repeats = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

describe('records of the bundled sample', () => {
  it('have the shape the contract promises', () => {
    expect(firstFault(eventSchema, events)).toBeNull();
    expect(firstFault(articleSchema, articles)).toBeNull();
    expect(firstFault(indicatorSeriesSchema, series)).toBeNull();
    expect(firstFault(groupSchema, sample.groups())).toBeNull();
    expect(firstFault(countrySchema, sample.countries())).toBeNull();
    expect(firstFault(sourceSchema, sources)).toBeNull();
  });

  it('have ids of their own, and events a row number from 1 without gaps, by date and then id', () => {
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    for (const ids of [articles, series, sample.groups(), sources].map((list) =>
      list.map((record) => record.id),
    )) {
      expect(repeats(ids)).toEqual([]);
    }
    const byRow = [...events].sort((a, b) => a.n - b.n);
    expect(byRow.every((event, index) => event.n === index + 1)).toBe(true);
    const inOrder = byRow.every((event, index) => {
      const before = byRow[index - 1];
      if (!before) return true;
      const [a, b] = [before.time.from ?? Infinity, event.time.from ?? Infinity];
      return a < b || (a === b && before.id < event.id);
    });
    expect(inOrder).toBe(true);
  });

  it('name a source that SOURCES.json describes, and its counts are theirs', () => {
    for (const source of sources) {
      expect({ id: source.id, ...source.counts }).toEqual({
        id: source.id,
        events: events.filter((event) => event.source === source.id).length,
        articles: articles.filter((article) => article.source === source.id).length,
        indicators: series.filter((one) => one.source === source.id).length,
      });
    }
    const known = new Set(sources.map((source) => source.id));
    const named = [...events, ...articles, ...series, ...sample.groups()].map((record) => record.source);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it('say of each source who made it, under what terms, what it covers and where it falls short', () => {
    for (const source of sources) {
      expect(source.licence, source.id).not.toBe('');
      expect(source.attribution, source.id).not.toBe('');
      expect(source.limits.length, source.id).toBeGreaterThan(0);
      expect(source.coverage.countries.length, source.id).toBeGreaterThan(0);
      expect(source.retrieved, source.id).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }
  });

  it('say the same of each source in Spanish and Portuguese, figure by figure', () => {
    const figures = (words: readonly string[]): string =>
      (
        words
          .join(' ')
          .replace(/(?<=\d)[., ](?=\d)/gu, '')
          .replace(/(\d+) mil\b/gu, '$1000')
          .match(/\d+/gu) ?? []
      )
        .sort()
        .join();
    for (const { id, title, limits, coverage, texts } of sources) {
      const english = figures([title, coverage.note, ...limits]);
      for (const own of [texts?.es, texts?.pt]) {
        expect(own?.limits.length, id).toBe(limits.length);
        expect(figures([own?.title ?? '', own?.note ?? '', ...(own?.limits ?? [])]), id).toBe(english);
      }
    }
  });

  it('agree with the manifest', () => {
    expect(sample.manifest.counts).toEqual({
      events: events.length,
      articles: articles.length,
      groups: sample.groups().length,
      countries: sample.countries().length,
      indicators: series.length,
      observations: series.reduce((sum, one) => sum + one.values.length, 0),
      sources: sources.length,
    });
  });

  it('carry only addresses of the web', () => {
    const addresses = [
      ...events.flatMap((event) => event.citations.map((cited) => cited.url)),
      ...articles.map((article) => article.url),
      ...series.flatMap((one) => one.values.map((value) => value.url)),
      ...sources.flatMap((source) => [source.url, source.licenceUrl]),
      ...sample.groups().flatMap((group) => group.designations.map((listing) => listing.url)),
    ].filter((url) => url !== null);
    expect(addresses.filter((url) => !/^https?:\/\/[^\s/]+/u.test(url) || !URL.canParse(url))).toEqual([]);
  });

  it('cite somebody for every event', () => {
    expect(events.filter((event) => event.citations.length === 0)).toEqual([]);
  });

  it('name groups that have a page, and group counts are the records’ own', () => {
    const groups = sample.groups();
    const known = new Set(groups.map((group) => group.id));
    const named = [...events, ...articles, ...sample.countries()].flatMap((record) => record.groups);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
    const wrong = groups.filter(
      (group) =>
        group.events !== events.filter((event) => event.groups.includes(group.id)).length ||
        group.articles !== articles.filter((article) => article.groups.includes(group.id)).length,
    );
    expect(wrong).toEqual([]);
  });

  it('keep no note to the editor and nothing that names a private person', () => {
    const words =
      /before display|keep the wording|not names|good case|house number|phone number|passport|date of birth|\bDNI\b/iu;
    expect(
      events.filter((event) => words.test(`${event.note} ${event.summary}`)).map((event) => event.id),
    ).toEqual([]);
    expect(
      sample.groups().filter((group) => /Salvador|Hernandez Cantu|Velazquez Caballero/u.test(group.name)),
    ).toEqual([]);
    const actors = new Set(events.flatMap((event) => event.actors));
    expect([...actors].filter((name) => /Salvador Saldivar|Hernandez Cantu|Peña Rojas/u.test(name))).toEqual(
      [],
    );
  });
});
