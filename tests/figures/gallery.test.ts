// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureRef } from '#core/figure-ref.ts';
import { emptyFilter } from '#core/filter.ts';
import { type DrawContext, drawContext } from '#drawings/draw-context.ts';
import { drawFigure } from '#drawings/draw-figure.ts';
import { presetOf } from '#export/presets.ts';
import { svgText } from '#export/svg.tsx';
import type { Drawing } from '#figures/figure.ts';
import { said } from '#figures/notice.tsx';
import { eventsDrawing } from '#figures/table/event-table.ts';
import { makeWords } from '#figures/words.ts';
import type { Lang } from '#i18n/lang.ts';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { memoryEngine, snapshotOf } from '#tests/engine/in-memory.ts';
import { drawingsOf } from '#tests/export/drawings.ts';
import { connectFetch, leavePage } from '#tests/state/stage.tsx';
import { i18nOf } from './lanes-fixture.ts';

/**
 * Real figures of the bundled data, made by the parts the pages use and written as they leave. A change of ink, layout, words or
 * numbers shows here as a changed file: look at it, then `npm run gallery` writes the new ones.
 */
const sample = openSample();
const events = [...sample.eventBatches()].flat();
const indicators = [...sample.indicatorBatches()].flat();
const world = mockWorld({
  events: [],
  sources: sample.sources(),
  groups: sample.groups(),
  countries: sample.countries(),
  indicators: indicators.filter(({ id }) => ['coca-national', 'homicide-rate', 'population'].includes(id)),
});
const server = mockServer(world);
const engine = memoryEngine(snapshotOf(events, 10_000));

beforeAll(() => {
  server.listen();
  connectFetch();
});
afterAll(() => {
  server.close();
  engine.close();
  leavePage();
});

/** Names, engine and words of the page; day and version fixed, so that only what is looked at changes a file. */
async function context(lang: Lang): Promise<DrawContext> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const given = await drawContext({
    engine,
    client,
    i18n: await i18nOf(lang),
    origin: 'https://atalaya.example',
  });
  const edition = {
    version: '0.1.0',
    dataVersion: '2026-11-23.3f9a1c04',
    dataAsOf: '2026-11-22',
    now: new Date('2026-11-23T06:20:00Z'),
  };
  return { ...given, edition };
}

const peru = 'v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down';
const figures: readonly (readonly [string, FigureRef, Lang, Parameters<typeof presetOf>[0]])[] = [
  ['map-cells', { figure: 'map', address: `/?${peru}` }, 'en', 'wide'],
  ['map-regions', { figure: 'map', address: `/?${peru}&mode=regions` }, 'es', 'square'],
  ['map-events', { figure: 'map', address: `/?${peru}&mode=events` }, 'pt', 'a4-portrait'],
  ['timeline', { figure: 'timeline', address: `/?${peru}` }, 'en', 'wide'],
  ['timeline-kg', { figure: 'timeline', address: `/?${peru}&measure=kg` }, 'pt', 'story'],
  ['country-timeline', { figure: 'timeline', address: '/country/CO' }, 'es', 'classic'],
  ['series-countries', { figure: 'series', address: '/indicators/coca-national' }, 'es', 'wide'],
  ['rank-rates', { figure: 'rank', address: '/?v=1&mode=rates' }, 'en', 'wide'],
  ['rank-regions', { figure: 'rank', address: '/?v=1&c=PE&unit=kg' }, 'es', 'square'],
  ['indicator', { figure: 'indicator', address: '/country/PE#coca-national' }, 'en', 'wide'],
  ['indicator-story', { figure: 'indicator', address: '/country/CO#homicide-rate' }, 'pt', 'story'],
  ['series-one', { figure: 'series', address: '/indicators/homicide-rate?v=1&c=PE' }, 'en', 'square'],
];

const written = (drawing: Drawing, lang: Lang, size: Parameters<typeof presetOf>[0]): string =>
  `${svgText(drawing, { spec: presetOf(size), theme: 'light', lang }).replaceAll('><', '>\n<')}\n`;

describe('the gallery of real figures', () => {
  it.each(figures)('%s looks as it did', async (name, ref, lang, size) => {
    const drawing = await drawFigure(ref, await context(lang));
    await expect(written(drawing, lang, size)).toMatchFileSnapshot(`gallery/${name}.svg`);
  });

  it('list looks as it did', async () => {
    const { i18n, names, edition } = await context('es');
    const filter = { ...emptyFilter, countries: ['PE'], types: ['shoot-down'] };
    const [count, page] = (
      await engine.ask([
        { kind: 'count', filter, measure: 'count' },
        { kind: 'page', filter, sort: 'newest', offset: 0, limit: 50 },
      ])
    ).answers;
    const byNumber = new Map(events.map((event) => [event.n, event]));
    const listed = page.rows.flatMap((n) => byNumber.get(n) ?? []);
    const words = makeWords(
      {
        kind: 'table',
        filter,
        measure: 'count',
        count,
        extent: null,
        sources: world.sources.filter(({ id }) => listed.some(({ source }) => source === id)),
        link: 'https://atalaya.example/events',
        edition,
      },
      i18n,
      names,
    );
    const drawing = eventsDrawing({
      events: listed,
      total: count.total.events,
      words,
      adm1: names.adm1,
      i18n,
    });
    await expect(written(drawing, 'es', 'wide')).toMatchFileSnapshot('gallery/list.svg');
  });

  it.each(['empty', 'failed'] as const)('a figure that is %s says so within its frame', async (state) => {
    const i18n = await i18nOf('en');
    const drawing = said(drawingsOf(i18n).lanes, state === 'failed', 0, i18n);
    const svg = written(drawing, 'en', 'wide');
    expect(svg).toContain(i18n.t(`figures.notice.${state}`).slice(0, 20));
    await expect(svg).toMatchFileSnapshot(`gallery/${state}.svg`);
  });
});
