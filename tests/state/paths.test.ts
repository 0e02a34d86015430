import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { defaultView, readView } from '#core/view.ts';
import { articlesAbout, paths, patterns } from '#state/paths.ts';

const view = {
  ...defaultView,
  filter: { ...emptyFilter, countries: ['PE'], types: ['seizure'] },
  map: { lat: -9, lon: -75, zoom: 6 },
  selected: 'pe-011',
  lang: 'es' as const,
};

afterEach(() => vi.unstubAllGlobals());

describe('addresses', () => {
  it('are these', () => {
    expect({
      explore: paths.explore(),
      exploreView: paths.explore(view),
      countries: paths.countries(),
      country: paths.country('pe'),
      countryView: paths.country('PE', view),
      events: paths.events(view),
      event: paths.event('pe-011'),
      articles: paths.articles(),
      article: paths.article('seed-01'),
      group: paths.group('shining-path'),
      indicator: paths.indicator('coca-national'),
      source: paths.sources('unodc-ids-peru'),
      briefings: paths.briefings(),
      briefing: paths.briefing('b-1'),
      about: paths.about(),
    }).toEqual({
      explore: '/',
      exploreView: '/?v=1&c=PE&lang=es&map=-9,-75,6&sel=pe-011&type=seizure',
      countries: '/countries',
      country: '/country/PE',
      countryView: '/country/PE?v=1&c=PE&lang=es&type=seizure',
      events: '/events?v=1&c=PE&lang=es&type=seizure',
      event: '/events/pe-011',
      articles: '/articles',
      article: '/articles/seed-01',
      group: '/groups/shining-path',
      indicator: '/indicators/coca-national',
      source: '/sources#unodc-ids-peru',
      briefings: '/briefings',
      briefing: '/briefings/b-1',
      about: '/about',
    });
  });

  it('carry the filters from screen to screen, and nothing of the map or the list', () => {
    const { view: carried, problems } = readView(paths.articles(view).split('?')[1] ?? '');
    expect(problems).toEqual([]);
    expect(carried.filter).toEqual(view.filter);
    expect(carried.lang).toBe('es');
    expect([carried.map, carried.selected]).toEqual([null, null]);
  });

  it('keep to the language and the data of the address they stand on, unless the view names others', () => {
    vi.stubGlobal('location', { search: '?v=1&asof=2026-01-02.abcdef&lang=pt' });
    const kept = '?v=1&asof=2026-01-02.abcdef&lang=pt';
    expect(paths.briefing('b-1')).toBe(`/briefings/b-1${kept}`);
    expect(paths.event('pe-011')).toBe(`/events/pe-011${kept}`);
    expect(articlesAbout('coca')).toContain('lang=pt');
    expect(paths.events({ ...defaultView, lang: 'es' })).toContain('lang=es');
    vi.stubGlobal('location', { search: '' });
    expect(paths.briefing('b-1')).toBe('/briefings/b-1');
  });

  it('meet their route', () => {
    const made: Record<keyof typeof patterns, string> = {
      explore: paths.explore(),
      countries: paths.countries(),
      country: paths.country('PE'),
      events: paths.events(),
      event: paths.event('a/b c'),
      articles: paths.articles(),
      article: paths.article('x'),
      groups: paths.groups(),
      group: paths.group('x'),
      indicators: paths.indicators(),
      indicator: paths.indicator('x'),
      sources: paths.sources(),
      briefings: paths.briefings(),
      briefing: paths.briefing('b-1'),
      about: paths.about(),
    };
    for (const [screen, pattern] of Object.entries(patterns)) {
      const shape = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`);
      expect(made[screen as keyof typeof patterns]).toMatch(shape);
    }
  });
});
