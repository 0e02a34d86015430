import { describe, expect, it } from 'vitest';
import { kinds } from '#core/taxonomy.ts';
import { articles, eventById, events, sample, series, seriesById } from './world.ts';

describe('links between events and articles', () => {
  it('go both ways', () => {
    const byId = new Map(articles.map((article) => [article.id, article]));
    const oneWay = [
      ...events.flatMap((event) =>
        event.articles
          .filter((id) => !byId.get(id)?.events.includes(event.id))
          .map((id) => `${event.id} → ${id}`),
      ),
      ...articles.flatMap((article) =>
        article.events
          .filter((id) => !eventById(id).articles.includes(article.id))
          .map((id) => `${article.id} → ${id}`),
      ),
    ];
    expect(oneWay).toEqual([]);
    const cited = events.flatMap((event) =>
      event.citations.flatMap((one) => (one.articleId === null ? [] : [{ event, id: one.articleId }])),
    );
    expect(cited.filter(({ event, id }) => !event.articles.includes(id))).toEqual([]);
    expect(cited.length).toBeGreaterThan(10);
  });

  it('give every story of the seed page a living place', () => {
    expect(eventById('pe-011').articles).toContain('seed-04');
    expect(eventById('pe-010').articles).toContain('seed-07');
    expect(eventById('pe-009').articles).toContain('seed-03');
    expect(eventById('pe-012').articles).toContain('per-02');
    expect(seriesById('contraband-seized-peru').values.map((value) => value.value)).toEqual([179, 339, 379]);
    expect(seriesById('counterfeit-dollars-peru').values.map((value) => value.value)).toEqual([9, 18]);
    expect(seriesById('cost-of-violence-gdp').values).toHaveLength(1);
    expect(seriesById('conflict-deaths').countries).toContain('PE');
    const seed = articles.filter((article) => article.source === 'articles-seed');
    expect(seed).toHaveLength(10);
    expect(seed.every((article) => article.countries.includes('PE'))).toBe(true);
  });

  it('leave the one story without an address without a link', () => {
    expect(articles.filter((article) => article.url === null).map((article) => article.id)).toEqual([
      'seed-10',
    ]);
  });

  it('date the no-fly-zone story to the day its page prints', () => {
    const story = articles.find((article) => article.id === 'seed-07');
    expect(story?.published.precision).toBe('day');
    expect(new Date((story?.published.from ?? 0) * 86_400_000).toISOString().slice(0, 10)).toBe('2015-02-05');
  });
});

describe('what counts as an event', () => {
  it('leaves totals to the indicators', () => {
    const totals = ['ai-pe-002', 'ai-mx-002', 'ai-ve-010', 'so-pe-005', 'so-pe-009', 'so-pe-031', 'pe-014'];
    expect(events.filter((event) => totals.includes(event.id))).toEqual([]);
    expect(seriesById('airstrips-destroyed').values.find((value) => value.country === 'MX')?.value).toBe(736);
    expect(seriesById('coca-eradicated-peru').values.map((value) => [value.period, value.value])).toEqual([
      ['2011', 10200],
      ['2012', 14171],
      ['2013', 23600],
      ['2014', 31200],
      ['2015', 35868],
    ]);
  });

  it('marks laws and zones as milestones, and only decisions', () => {
    const marked = events.filter((event) => event.milestone);
    expect(marked.map((event) => event.id)).toEqual(
      expect.arrayContaining(['pe-010', 'pe-013', 'ai-pe-046']),
    );
    expect(new Set(marked.map((event) => event.kind))).toEqual(new Set(['policy']));
  });

  it('shows both versions where sources disagree on the kind', () => {
    const known = new Set<string>(kinds.map((kind) => kind.key));
    const disputed = events.flatMap((event) =>
      event.disputes.filter((dispute) => dispute.field === 'kind').map((dispute) => ({ event, dispute })),
    );
    expect(disputed.length).toBeGreaterThanOrEqual(8);
    expect(
      disputed.every(({ dispute }) => dispute.alternative === null || known.has(dispute.alternative)),
    ).toBe(true);
    expect(disputed.filter(({ event, dispute }) => dispute.alternative === event.kind)).toEqual([]);
    expect(eventById('pe-016').disputes[0]?.text).toMatch(/AFP.*International Business Times/u);
  });

  it('marks blogs, wikis and copies as weak, and good outlets not', () => {
    const weak = (id: string): boolean[] => eventById(id).citations.map((cited) => cited.weak);
    expect(weak('so-pe-016')).toEqual([true, false]);
    expect(weak('ai-pe-009')[0]).toBe(true);
    expect(weak('pe-007')).toEqual([false, false]);
  });
});

describe('milestones', () => {
  it('have a short name in each language', () => {
    const names = events.filter((event) => event.milestone).map((event) => event.label);
    expect(
      names.every(
        (name) => name && [name.en, name.es, name.pt].every((text) => text.length > 5 && text.length <= 36),
      ),
    ).toBe(true);
    expect(events.filter((event) => !event.milestone && event.label !== undefined)).toEqual([]);
  });
});

describe('quantities', () => {
  it('are never below zero, and low, best and high are in order', () => {
    const wrong = events.filter((event) =>
      event.quantities.some(({ value, low, high }) => {
        const known = [low, value, high].filter((figure) => figure !== null);
        return known.some((figure, index) => figure < 0 || figure < (known[index - 1] ?? 0));
      }),
    );
    expect(wrong.map((event) => event.id)).toEqual([]);
  });

  it('keep kilograms for drugs and dollars for goods and false notes', () => {
    const drugs = new Set([
      'cocaine',
      'coca-base',
      'coca-leaf',
      'cannabis',
      'opiates',
      'synthetics',
      'precursors',
      'drugs-unspecified',
    ]);
    const quantities = events.flatMap((event) => event.quantities);
    expect(quantities.filter((one) => one.measure === 'kg' && !drugs.has(one.substance ?? ''))).toEqual([]);
    expect(new Set(quantities.filter((one) => one.measure === 'usd').map((one) => one.unit))).toEqual(
      new Set(['counterfeit USD (face value)', 'USD of contraband goods', 'USD of smuggled mercury']),
    );
  });

  it('leave an unknown toll unknown', () => {
    expect(eventById('so-mx-002').quantities).toEqual([
      { measure: 'people', unit: 'deaths', substance: null, value: null, low: null, high: 300 },
    ]);
  });
});

describe('profiles', () => {
  it('link every figure of the lead to a record that exists, in all three languages', () => {
    const ids = {
      indicator: new Set(series.map((one) => one.id)),
      event: new Set(events.map((event) => event.id)),
      article: new Set(articles.map((article) => article.id)),
      group: new Set(sample.groups().map((group) => group.id)),
      source: new Set(sample.sources().map((source) => source.id)),
    };
    for (const country of sample.countries()) {
      const links = (['en', 'es', 'pt'] as const).map((lang) =>
        country.lead[lang].flatMap((run) => run.href ?? []),
      );
      for (const href of links.flat())
        if (href.kind !== 'url') expect(ids[href.kind].has(href.id), `${country.iso2} ${href.id}`).toBe(true);
      expect(links[1], country.iso2).toEqual(links[0]);
      expect(links[2], country.iso2).toEqual(links[0]);
    }
    const written = sample
      .countries()
      .filter((country) => country.lead.en.length > 0)
      .map((country) => country.iso2);
    expect(written).toEqual(['BO', 'BR', 'CO', 'EC', 'MX', 'PE']);
  });

  it('say what the data say', () => {
    const lead = (iso2: string): string =>
      sample
        .countries()
        .find((country) => country.iso2 === iso2)
        ?.lead.en.map((run) => run.text)
        .join('') ?? '';
    expect(lead('PE')).toContain('89,755 hectares of coca in 2024, two fifths of it in the VRAEM');
    const share = 36345 / 89755;
    expect(Math.round(share * 5)).toBe(2);
    expect(lead('BR')).toContain(
      '1,269 clandestine airstrips in the Brazilian Amazon, 362 of them within 20 km of mining',
    );
    expect(
      events.filter((event) => event.kind === 'airstrip-detection' && event.note?.includes('within 20 km')),
    ).toHaveLength(362);
    expect(lead('MX')).toContain('18,957 lethal events with 140,695 deaths');
  });

  it('take each fact from its series', () => {
    for (const country of sample.countries()) {
      for (const fact of country.facts) {
        const found = seriesById(fact.indicator ?? '').values.find(
          (value) =>
            value.country === country.iso2 && value.area === fact.area && value.period === fact.period,
        );
        expect(found?.value, `${country.iso2} ${fact.label}`).toBeCloseTo(fact.value ?? Number.NaN, 1);
      }
    }
  });
});
