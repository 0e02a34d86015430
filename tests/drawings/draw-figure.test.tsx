// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { useEffect, useRef } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FigureName, FigureRefError } from '#core/figure-ref.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { drawContext } from '#drawings/draw-context.ts';
import { drawFigure } from '#drawings/draw-figure.ts';
import { fittedSight } from '#drawings/map/map-sight.ts';
import type { ExportSubject } from '#export/export-job.ts';
import type { Drawing } from '#figures/figure.ts';
import { POPULATION } from '#figures/map/rates.ts';
import { en } from '#i18n/en.ts';
import { es } from '#i18n/es.ts';
import { makeI18n } from '#i18n/i18n.tsx';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { teachDialogs } from '#tests/ui/render.tsx';
import CountryPage from '#views/country/CountryPage.tsx';
import EventPage from '#views/event/EventPage.tsx';
import EventsPage from '#views/events/EventsPage.tsx';
import ExplorePage from '#views/explore/ExplorePage.tsx';
import { useExploreStore } from '#views/explore/explore-store.ts';
import GroupPage from '#views/group/GroupPage.tsx';
import IndicatorPage from '#views/indicator/IndicatorPage.tsx';
import type { MapProps } from '#views/map/map-props.ts';

/** Comes to rest at its fit, as the real map does, in the window a map without a screen is thought to have. */
vi.mock('#views/map/MapView.tsx', () => ({
  MapView: ({ extent, onRest }: MapProps) => {
    const fitted = useRef(false);
    useEffect(() => {
      if (!extent || fitted.current) return;
      fitted.current = true;
      onRest({ ...fittedSight(extent), camera: { lat: 0, lon: 0, zoom: 4 } });
    }, [extent, onRest]);
    return null;
  },
}));

/** What each export menu of the page would take away, newest first. */
let exports: ExportSubject[] = [];
vi.mock('#export/ExportMenu.tsx', () => ({
  ExportMenu: ({ subject }: { subject: () => ExportSubject }) => {
    exports.unshift(subject());
    return null;
  },
}));

/** The world's indicator under a name that country pages draw. */
const { indicators, countries } = mockWorld();
/** So many people that some countries of the world have a rate and others have none. */
const population: IndicatorSeries = {
  ...indicators[0]!,
  ...{ id: POPULATION, title: 'Population', unit: 'people', theme: 'population', geoLevel: 'country' },
  countries: countries.map(({ iso2 }) => iso2),
  values: countries.flatMap(({ iso2 }, at) =>
    ['2014', '2024'].map((period, year) => ({
      ...indicators[0]!.values[0]!,
      ...{ country: iso2, area: '', areaName: '', period, value: (at + 1) * 1_000_000 * (year + 1) },
    })),
  ),
};
const world = mockWorld({
  indicators: [...indicators, { ...indicators[0]!, id: 'contraband-seized-peru' }, population],
});
const server = mockServer(world);
beforeAll(() => {
  server.listen();
  teachDialogs();
});
beforeEach(() => {
  connectFetch();
  furnishWindow();
  exports = [];
  useExploreStore.setState({ bbox: null, cellZoom: 4, spot: null });
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const context = (i18n = makeI18n('en', en)) =>
  drawContext({
    engine: mockEngine(),
    client: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    i18n,
    origin: location.origin,
  });

const pages: Record<string, ComponentType<{ params: { iso2?: string; id?: string } }>> = {
  country: CountryPage,
  events: EventsPage,
  indicators: IndicatorPage,
  groups: GroupPage,
};

function open(address: string) {
  const [, page = '', id = ''] = /^\/([a-z]*)\/?([^?#]*)/.exec(address) ?? [];
  const Page = page === 'events' && id !== '' ? EventPage : (pages[page] ?? ExplorePage);
  stage(<Page params={{ iso2: id, id }} />, address);
}

const comparable = ({ words, table, legend, kind }: Drawing) => {
  const { generated, ...said } = words;
  expect(generated).not.toBe('');
  // Colours are functions of the theme; what they stand for is in the labels.
  return { kind, words: said, table, legend: JSON.stringify(legend) };
};

const kinds: Partial<Record<FigureName, Drawing['kind']>> = {
  map: 'map',
  timeline: 'lanes',
  chart: 'series',
  years: 'lanes',
  rank: 'rank',
  list: 'table',
  series: 'series',
};

describe('a figure drawn from its address', () => {
  it.each<[FigureName, string]>([
    ['map', '/'],
    ['map', '/?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down&unit=kg'],
    ['map', '/?v=1&c=PE&mode=regions'],
    ['map', '/?v=1&mode=events&type=seizure'],
    ['map', '/?v=1&mode=events&prec=4,5'],
    ['map', '/?v=1&mode=hot'],
    ['map', '/?v=1&mode=trend'],
    ['map', '/?v=1&mode=hot-regions'],
    ['map', '/?v=1&mode=trend-regions'],
    ['timeline', '/'],
    ['timeline', '/?v=1&bin=quarter&c=PE&from=2014-01-01&to=2015-12-31&type=seizure&unit=kg'],
    ['timeline', '/?v=1&axis=2010-01-01_2020-12-31&c=PE'],
    ['map', '/country/PE?v=1&mode=regions&type=seizure'],
    ['timeline', '/country/PE?v=1&type=seizure&unit=kg'],
    ['list', '/?v=1&c=PE&sort=oldest'],
    ['list', '/events?v=1&c=PE&sort=kg'],
    ['map', '/?v=1&mode=density'],
    ['map', '/?v=1&mode=countries&unit=kg'],
    ['map', '/?v=1&mode=rates'],
    ['map', '/?v=1&mode=rates&to=2014-12-31&type=seizure'],
    ['rank', '/?v=1&list=rank&unit=kg'],
    ['rank', '/?v=1&c=PE&list=rank'],
    ['rank', '/?v=1&list=rank&mode=rates'],
    ['map', '/events/pe-011'],
    ['years', '/groups/shining-path'],
    ['series', '/indicators/contraband-seized-peru'],
    ['series', '/indicators/contraband-seized-peru?v=1&c=PE'],
  ])('%s of %s is what its page exports', async (figure, address) => {
    const drawing = comparable(await drawFigure({ figure, address }, await context()));
    expect(drawing.kind).toBe(kinds[figure]);
    open(address);
    const own = () =>
      exports.map(({ drawing: made }) => made?.()).find((made) => made?.kind === drawing.kind);
    await waitFor(() => expect(own() && comparable(own()!)).toEqual(drawing));
  });

  it('charts of a country are named by the part of the address and are what the page exports', async () => {
    open('/country/PE');
    await waitFor(() => expect(exports.some(({ drawing }) => drawing?.().kind === 'series')).toBe(true));
    const made = exports.flatMap(({ drawing }) => drawing?.() ?? []).filter(({ kind }) => kind === 'series');
    const links = new Set(made.map(({ words }) => words.link));
    for (const link of links) {
      const { pathname, search, hash } = new URL(link);
      const drawing = comparable(
        await drawFigure({ figure: 'chart', address: pathname + search + hash }, await context()),
      );
      await waitFor(() => {
        const own = exports.flatMap((one) => one.drawing?.() ?? []).find(({ words }) => words.link === link);
        expect(own && comparable(own)).toEqual(drawing);
      });
    }
  });

  it('numbers of a country are named as its charts are, and are what the page exports', async () => {
    open('/country/PE');
    const numbers = () =>
      exports.flatMap((one) => one.drawing?.() ?? []).filter(({ kind }) => kind === 'indicator');
    await waitFor(() => expect(numbers().length).toBeGreaterThan(0));
    for (const link of new Set(numbers().map(({ words }) => words.link))) {
      const { pathname, search, hash } = new URL(link);
      const address = pathname + search + hash;
      const drawing = comparable(await drawFigure({ figure: 'indicator', address }, await context()));
      await waitFor(() => {
        const own = numbers().find(({ words }) => words.link === link);
        expect(own && comparable(own)).toEqual(drawing);
      });
    }
    await expect(
      drawFigure({ figure: 'indicator', address: '/country/PE#none' }, await context()),
    ).rejects.toThrow(/The numbers of PE are coca-cultivation/);
  });

  it('draws a body at any size, in the language asked', async () => {
    const drawing = await drawFigure(
      { figure: 'timeline', address: '/?v=1&c=PE' },
      await context(makeI18n('es', es)),
    );
    expect(drawing.words.link).toContain('lang=es');
    expect(drawing.ink({ size: { width: 320, height: 240 }, theme: 'dark', font: 12 })).not.toBeNull();
  });

  it('says that nothing was found where nothing is', async () => {
    const drawing = await drawFigure({ figure: 'timeline', address: '/?v=1&c=MX&type=air' }, await context());
    expect(drawing.table.rows).toEqual([]);
    expect(drawing.words.counts).toMatch(/^0 of/);
  });

  it('draws the place of an event, the years of a group and the rank of countries or regions', async () => {
    const given = await context();
    const event = world.events.find(({ place }) => place.lat !== null && place.precision < 4);
    const map = await drawFigure({ figure: 'map', address: `/events/${event!.id}` }, given);
    expect(map.words.counts).toBe('1 event');
    expect(map.words.link).toContain(`/events/${event!.id}`);
    expect(map.table.rows).toHaveLength(1);
    const [group] = world.groups;
    const years = await drawFigure({ figure: 'years', address: `/groups/${group!.id}` }, given);
    expect(years.words.filters).toContain(group!.name);
    const ranked = await drawFigure({ figure: 'rank', address: '/?v=1&unit=kg' }, given);
    const events = ranked.table.rows.map((row) => Number(row.at(-2)));
    expect(events.reduce((sum, n) => sum + n, 0)).toBe(40);
    const regions = await drawFigure({ figure: 'rank', address: '/?v=1&c=PE' }, given);
    expect(regions.words.subtitle).toMatch(/region/);
  });

  it('refuses what names no figure', async () => {
    const given = await context();
    await expect(drawFigure({ figure: 'chart', address: '/country/PE#none' }, given)).rejects.toThrow(
      /The charts of PE are /,
    );
    await expect(drawFigure({ figure: 'map', address: '/about' }, given)).rejects.toBeInstanceOf(
      FigureRefError,
    );
    await expect(drawFigure({ figure: 'map', address: '/country/ZZ' }, given)).rejects.toThrow();
  });
});
