// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FigureRefError, openFigureRef } from '#core/figure-ref.ts';
import { defaultView } from '#core/view.ts';
import { contextFor, type DrawContext, drawContext } from '#drawings/draw-context.ts';
import { drawFigure } from '#drawings/draw-figure.ts';
import { asksEngine } from '#drawings/figure-needs.ts';
import { eventMapFigure } from '#drawings/map/make-event-map.ts';
import type { Engine } from '#engine/engine.ts';
import { idleEngine } from '#engine/idle-engine.ts';
import { presetOf } from '#export/presets.ts';
import { svgText } from '#export/svg.tsx';
import type { Drawing } from '#figures/figure.ts';
import { en } from '#i18n/en.ts';
import { makeI18n } from '#i18n/i18n.tsx';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { connectFetch } from '#tests/state/stage.tsx';

const world = mockWorld();
const event = world.events.find(({ place }) => place.lat !== null && place.precision < 4)!;
const server = mockServer(world);
beforeAll(() => server.listen());
beforeEach(() => connectFetch());
afterAll(() => server.close());

const given = (engine: Engine = mockEngine()) => ({
  engine,
  client: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  i18n: makeI18n('en', en),
  origin: 'https://atalaya.example',
});

/** The world as it is, but one source lets no row out: as if a row had come past every other gate. */
async function closed(redistribution: 'aggregates' | 'none'): Promise<DrawContext> {
  const context = await drawContext(given());
  const sources = context.names.sources.map((source) =>
    source.id === event.source ? { ...source, redistribution } : source,
  );
  return { ...context, names: { ...context.names, sources } };
}

const written = (drawing: Drawing): string =>
  svgText(drawing, { spec: presetOf('wide'), theme: 'light', lang: 'en' }) + JSON.stringify(drawing.table);

const own = world.events.filter(({ source }) => source === event.source);
const publisher = world.sources.find(({ id }) => id === event.source)!.publisher;

describe.each(['aggregates', 'none'] as const)('rows of a source that gives %s', (redistribution) => {
  it('stay out of a list, which says whose they are and why', async () => {
    const ref = { figure: 'list', address: `/events?v=1&source=${event.source}` } as const;
    const open = await drawFigure(ref, await drawContext(given()));
    expect(open.table.rows.length).toBeGreaterThan(0);
    const drawing = await drawFigure(ref, await closed(redistribution));
    expect(drawing.table.rows).toEqual([]);
    for (const { summary } of own) if (summary) expect(written(drawing)).not.toContain(summary);
    expect(drawing.words.caveat).toContain('Not shown:');
    expect(drawing.words.caveat).toContain(publisher);
  });

  it('stay off the map of their own page, name and place too', async () => {
    const context = await closed(redistribution);
    const drawing = await drawFigure({ figure: 'map', address: `/events/${event.id}` }, context);
    expect(drawing.table.rows).toEqual([]);
    expect(drawing.words.title).toBe('Rows that may not be shown');
    expect(drawing.words.caveat).toContain(publisher);
    const { text } = { text: written(drawing) };
    expect(text).toContain('Not shown:');
    for (const said of [event.summary, event.place.name, String(event.place.lat)])
      if (said) expect(text).not.toContain(said);
  });
});

it('a row whose source is not known stays', async () => {
  const context = await drawContext(given());
  const names = { ...context.names, sources: context.names.sources.slice(0, 0) };
  const made = eventMapFigure({ event, view: defaultView, base: null }, { ...context, names });
  expect(made.drawing.words.title).toBe('Rows that may not be shown');
});

describe('the state of the data', () => {
  it('that a reference pins is drawn, and no other in its place', async () => {
    const context = await drawContext(given());
    const { dataVersion } = context.edition;
    const at = (asof: string) => drawFigure({ figure: 'timeline', address: `/?v=1&asof=${asof}` }, context);
    const plain = await drawFigure({ figure: 'timeline', address: '/' }, context);
    expect((await at(dataVersion)).table).toEqual(plain.table);
    expect((await at(dataVersion.slice(0, 10))).table).toEqual(plain.table);
    await expect(at('2020-01-01.0a0b0c0d')).rejects.toBeInstanceOf(FigureRefError);
    await expect(at('2020-01-01.0a0b0c0d')).rejects.toThrow(/asks for the data of 2020-01-01\.0a0b0c0d/);
  });
});

describe('a figure that counts no events', () => {
  const [group] = world.groups;
  it.each([
    ['series', '/indicators/contraband-seized', false],
    ['indicator', '/country/PE#coca-cultivation', false],
    ['map', `/events/${event.id}`, false],
    ['map', '/country/PE', true],
    ['years', `/groups/${group!.id}`, true],
  ] as const)('%s of %s is made without the engine', async (figure, address, needs) => {
    const open = openFigureRef({ figure, address });
    expect(asksEngine(open)).toBe(needs);
    if (needs) return;
    const idle = await drawFigure(open, await contextFor(open, given(idleEngine)));
    const whole = await drawFigure(open, await drawContext(given()));
    const { generated: _, ...words } = idle.words;
    expect(whole.words).toMatchObject(words);
    expect(idle.table).toEqual(whole.table);
    await expect(idleEngine.ask([])).rejects.toThrow(/counts no events/);
  });
});
