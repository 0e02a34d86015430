// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { type Engine, EngineError, type EngineStatus } from '#engine/engine.ts';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { setSingleKeys } from '#state/settings-store.ts';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { teachDialogs } from '#tests/ui/render.tsx';
import ExplorePage from '#views/explore/ExplorePage.tsx';
import { useExploreStore } from '#views/explore/explore-store.ts';
import type { MapProps } from '#views/map/map-props.ts';

/** The map itself is proven in tests/views/map; here its props are read and its callbacks called. */
let map: MapProps | null = null;
vi.mock('#views/map/MapView.tsx', () => ({
  MapView: (props: MapProps) => {
    map = props;
    return <p>{props.label}</p>;
  },
}));

const server = mockServer();
beforeAll(() => {
  server.listen();
  teachDialogs();
});
beforeEach(() => {
  connectFetch();
  furnishWindow();
  setSingleKeys(true);
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const search = () => decodeURIComponent(location.search);
const shown = (n: number) =>
  screen.findByText(
    (_, element) => element?.id === 'shown' && element.textContent?.startsWith(`${n} of 40`) === true,
  );

describe('Explore', () => {
  it('says how many of all events are shown, and lists them', async () => {
    stage(<ExplorePage />);
    expect(await shown(40)).toBeInTheDocument();
    const feed = await screen.findByRole('feed', { name: 'Events' });
    await waitFor(() => expect(within(feed).getAllByRole('article')).toHaveLength(40));
    const [first] = within(feed).getAllByRole('article');
    expect(first).toHaveAttribute('aria-posinset', '1');
    expect(first).toHaveAttribute('aria-setsize', '40');
    expect(await screen.findByRole('tab', { name: /Articles\s*12/ })).toBeInTheDocument();
  });

  it('chooses a country by typing, with its count beside it, and lets a chip take it back', async () => {
    stage(<ExplorePage />);
    await shown(40);
    await userEvent.type(screen.getByRole('combobox', { name: 'Add a country' }), 'per');
    const option = await screen.findByRole('option', { name: /Peru/ });
    expect(option).toHaveTextContent('33');
    await userEvent.click(option);
    expect(await shown(33)).toBeInTheDocument();
    expect(search()).toBe('?v=1&c=PE');
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove Peru' })[0]!);
    expect(await shown(40)).toBeInTheDocument();
  });

  it('counts every kind under the other filters, on two levels', async () => {
    stage(<ExplorePage />, '/?v=1&c=PE&from=2014-01-01&to=2015-12-31');
    const seizures = await screen.findByRole('checkbox', { name: /^Seizures/ });
    await userEvent.click(seizures);
    await userEvent.click(screen.getByRole('button', { name: 'Kinds of Shoot-downs, air' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Shoot-down / }));
    expect(await shown(5)).toBeInTheDocument();
    expect(search()).toBe('?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down');
  });

  it('offers a way out of nothing, with what each way brings', async () => {
    stage(<ExplorePage />, '/?v=1&c=MX&type=air');
    const removals = await screen.findAllByRole('button', { name: /^Remove .* \(\+\d+\)$/ });
    const labels = removals.map((button) => button.textContent);
    expect(labels).toContain('Remove Mexico (+19)');
    await userEvent.click(removals.find((button) => button.textContent === 'Remove Mexico (+19)')!);
    expect(await shown(19)).toBeInTheDocument();
  });

  it('opens a cell of the map as a filter that holds exactly its events', async () => {
    stage(<ExplorePage />);
    await shown(40);
    await waitFor(() => expect(map?.hotspots.length).toBeGreaterThan(0));
    const spot = map!.hotspots.find((hotspot) => hotspot.target.kind === 'cell')!;
    act(() => map!.onOpen(spot.target, spot));
    expect(await shown(spot.events)).toBeInTheDocument();
    expect(search()).toMatch(/cell=/);
  });

  it('lists the events of a region, which are asked for', async () => {
    stage(<ExplorePage />);
    await shown(40);
    const ucayali = { precision: 4, adm1: 'PE.UC', lat: null, lon: null, family: 'seizure' } as const;
    const filter = emptyFilter;
    const spot = { filter, rows: [40], within: [ucayali], events: 2, atLeast: false, title: 'Ucayali' };
    act(() => useExploreStore.setState({ spot }));
    const dialog = await screen.findByRole('dialog', { name: '2 events: Ucayali' });
    expect(await within(dialog).findAllByRole('article')).toHaveLength(2);
    expect(within(dialog).queryByText(/^Only the newest/)).not.toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('lists the events of a spot under its own filter, and closes where another is gone back to', async () => {
    stage(<ExplorePage />, '/?v=1&mode=events&prec=4');
    await waitFor(() => expect(map?.hotspots.length).toBeGreaterThan(0));
    const all = map!.hotspots.map(({ events }) => events);
    act(() => history.pushState(null, '', '/?v=1&mode=events&prec=4&from=2014-01-01&to=2014-12-31'));
    await waitFor(() => expect(map!.hotspots.map(({ events }) => events)).not.toEqual(all));
    const [fewer] = map!.hotspots;
    act(() => map!.onOpen(fewer!.target, fewer!));
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(within(dialog).getAllByRole('article')).toHaveLength(fewer!.events));
    act(() => history.back());
    await waitFor(() => expect(map!.hotspots.map(({ events }) => events)).toEqual(all));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('keeps its titles to the answers that are there while those to another filter are awaited', async () => {
    let answer = (): void => {};
    let gate: Promise<unknown> | null = null;
    const engine = mockEngine();
    const slow = {
      ...engine,
      ask: async (...asked: Parameters<typeof engine.ask>) => {
        await gate;
        return engine.ask(...asked);
      },
    } as typeof engine;
    stage(<ExplorePage />, '/?v=1&c=PE', slow);
    await shown(33);
    const [titleOf] = [() => document.querySelector('#time h2')?.textContent];
    await waitFor(() => expect(titleOf()).toMatch(/^Events/));
    const before = titleOf();
    gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Seizures/ }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(screen.getByRole('checkbox', { name: /^Seizures/ })).toBeChecked();
    expect(titleOf()).toBe(before);
    gate = null;
    answer();
    await waitFor(() => expect(titleOf()).toMatch(/^Seizures/));
  });

  it('says so where a spot has more events than it lists', async () => {
    stage(<ExplorePage />);
    await shown(40);
    const filter = emptyFilter;
    const spot = { filter, rows: [40], within: [], events: 900, atLeast: true, title: 'Border' };
    act(() => useExploreStore.setState({ spot }));
    const dialog = await screen.findByRole('dialog', { name: '900 events or more: Border' });
    expect(await within(dialog).findByText('Only the newest is listed.')).toBeInTheDocument();
  });

  it('shows hot spots and their trend, says why where nothing can be tested, and keeps both in the address', async () => {
    stage(<ExplorePage />);
    await shown(40);
    await userEvent.click(screen.getByRole('radio', { name: 'Hot spots' }));
    expect(search()).toBe('?v=1&mode=hot');
    expect(await screen.findByText(/^Not tested: too few events/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /: hot spots$/ })).toBeInTheDocument();
    await waitFor(() => expect(map?.hotspots.every(({ hot }) => hot?.kind === 'untested')).toBe(true));
    const spot = map!.hotspots.find(({ events }) => events > 0)!;
    act(() => map!.onOpen(spot.target, { ...spot, events: 0 }));
    expect(search()).toBe('?v=1&mode=hot');
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    expect(search()).toBe('?v=1&mode=trend');
    expect(await screen.findByText(/^No trend/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Hot spots' })).toBeChecked();
    const places = within(screen.getByRole('radiogroup', { name: 'Compare' }));
    await userEvent.click(places.getByRole('radio', { name: 'Regions' }));
    expect(search()).toBe('?v=1&mode=trend-regions');
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    expect(search()).toBe('?v=1&mode=hot-regions');
    const forms = within(screen.getByRole('radiogroup', { name: 'Draw events as' }));
    await userEvent.click(forms.getByRole('radio', { name: 'Cells' }));
    expect(search()).toBe('');
    expect(screen.queryByRole('switch', { name: 'Trend' })).not.toBeInTheDocument();
  });

  it('leaves the address alone while the map moves by itself, and follows the person', async () => {
    stage(<ExplorePage />);
    await shown(40);
    await waitFor(() => expect(map).not.toBeNull());
    const rest = { camera: { lat: -9, lon: -75, zoom: 6 }, bbox: [-82, -19, -68, 0] as const, cellZoom: 6 };
    act(() => map!.onRest(rest));
    expect(search()).toBe('');
    await userEvent.click(screen.getAllByText(map!.label).at(-1)!);
    act(() => map!.onRest(rest));
    expect(search()).toBe('?v=1&map=-9,-75,6');
  });

  it('narrows to what is on the map only when asked, and follows it then', async () => {
    stage(<ExplorePage />);
    await shown(40);
    await waitFor(() => expect(map).not.toBeNull());
    const camera = { lat: -9, lon: -75, zoom: 6 };
    act(() => map!.onRest({ camera, bbox: [-82, -19, -68, 0], cellZoom: 6 }));
    await userEvent.click(screen.getByRole('switch', { name: 'Only what is on the map' }));
    expect(search()).toContain('bbox=-82,-19,-68,0&in=map');
    act(() => map!.onRest({ camera, bbox: [-70, -19, -60, 0], cellZoom: 6 }));
    expect(search()).toContain('bbox=-70,-19,-60,0&in=map');
    await userEvent.click(screen.getByRole('switch', { name: 'Only what is on the map' }));
    expect(search()).not.toMatch(/bbox|in=/);
  });

  it('walks the list by j and k, and not when single keys are off', async () => {
    stage(<ExplorePage />);
    const feed = await screen.findByRole('feed', { name: 'Events' });
    await waitFor(() => expect(within(feed).getAllByRole('article').length).toBe(40));
    const [first, second] = within(feed).getAllByRole('article');
    await userEvent.keyboard('j');
    expect(first).toHaveFocus();
    await userEvent.keyboard('j');
    expect(second).toHaveFocus();
    await userEvent.keyboard('k');
    expect(first).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    expect(second).toHaveFocus();
    act(() => setSingleKeys(false));
    await userEvent.keyboard('k');
    expect(second).toHaveFocus();
  });

  it('steps a closed window by , and .', async () => {
    stage(<ExplorePage />, '/?v=1&from=2014-01-01&to=2014-12-31');
    await screen.findByRole('feed', { name: 'Events' });
    await userEvent.keyboard('.');
    expect(search()).toBe('?v=1&from=2015-01-01&to=2015-12-31');
    await userEvent.keyboard(',,');
    expect(search()).toBe('?v=1&from=2013-01-01&to=2013-12-31');
  });

  it('keeps counting when the words of the events cannot be fetched, and says so', async () => {
    setFault('broken', '/events');
    stage(<ExplorePage />);
    expect(await shown(40)).toBeInTheDocument();
    expect(
      await screen.findByText('The words of these events could not be fetched', {}, { timeout: 15_000 }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: 'Try again' }).length).toBeGreaterThan(0);
  });

  it('says what failed when no data came, and keeps the filters in the address', async () => {
    const failed = { state: 'failed', error: new EngineError('unreachable', 'No answer.') } as const;
    stage(<ExplorePage />, '/?v=1&c=PE', mockEngine(undefined, failed));
    expect(await screen.findByText('The events could not be loaded')).toBeInTheDocument();
    expect(search()).toBe('?v=1&c=PE');
    expect(screen.getAllByText('Peru').length).toBeGreaterThan(0);
  });

  it.each([
    ['counted by month', { resolution: 'month', rowsLoaded: 0 }, /^40 of 40 events, counted by month/],
    [
      'counted from few rows',
      { resolution: 'exact', rowsLoaded: 7 },
      /^40 of 40 events read so far, 90 in all/,
    ],
  ])('says of a number %s that it was, also while the engine starts anew', async (_, basis, words) => {
    const loading: EngineStatus = {
      state: 'loading',
      ...{ rowsLoaded: 0, rowsTotal: 90, bytesLoaded: 0, bytesTotal: 100 },
      ...{ dataVersion: '2026-11-23.00000001', overview: true },
    };
    const mock = mockEngine();
    let status: EngineStatus = loading;
    const listeners = new Set<() => void>();
    const engine: Engine = {
      ...mock,
      ask: async (queries) => ({ ...(await mock.ask(queries)), ...basis, rowsTotal: 90 }) as never,
      status: () => status,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    stage(<ExplorePage />, '/?v=1', engine);
    const line = () => document.getElementById('shown');
    await waitFor(() => expect(line()).toHaveTextContent(words));
    act(() => {
      status = { state: 'starting' };
      for (const listener of listeners) listener();
    });
    expect(await screen.findByText(/^Loading/)).toBeInTheDocument();
    expect(line()).toHaveTextContent(words);
  });

  it('says how many rows of the data were faulty and left out', async () => {
    const ready = { ...mockEngine().status(), skippedRows: 3 } as EngineStatus;
    stage(<ExplorePage />, '/?v=1', mockEngine(undefined, ready));
    expect(await screen.findByText(/3 rows of the data are faulty and left out/)).toBeInTheDocument();
  });

  it('names an overview that came damaged, and goes on', async () => {
    const overviewDamage = new EngineError('bad-snapshot', 'Overview 1f2e3d4c is damaged: it ends early.');
    const ready = { ...mockEngine().status(), overviewDamage } as EngineStatus;
    stage(<ExplorePage />, '/?v=1', mockEngine(undefined, ready));
    expect(await screen.findByText(/bad-snapshot: Overview 1f2e3d4c is damaged/)).toBeInTheDocument();
    expect(await shown(40)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('promises no try of its own where the data came damaged, and counts nothing as shown', async () => {
    const failed = {
      state: 'failed',
      error: new EngineError('bad-snapshot', 'Part 1f is damaged.'),
    } as const;
    stage(<ExplorePage />, '/?v=1&c=PE', mockEngine(undefined, failed));
    expect(await screen.findByText(/tries again when you ask it to/)).toBeInTheDocument();
    expect(screen.queryByText(/tries again by itself/)).toBeNull();
    expect(screen.getAllByText(/Part 1f is damaged/).length).toBeGreaterThan(0);
    expect(screen.queryByText(/events shown/)).toBeNull();
  });

  it('ranks places beside the feed: another measure, and a bar that narrows to its place', async () => {
    stage(<ExplorePage />, '/?v=1&type=seizure');
    await userEvent.click(await screen.findByRole('tab', { name: 'Ranking' }));
    expect(search()).toBe('?v=1&list=rank&type=seizure');
    const panel = await screen.findByRole('tabpanel', { name: 'Ranking' });
    await userEvent.click(await within(panel).findByRole('radio', { name: /weight/i }));
    expect(search()).toContain('unit=kg');
    expect(within(panel).getByRole('button', { name: 'Export' })).toBeInTheDocument();
    await userEvent.click(await within(panel).findByRole('button', { name: /^Peru: / }));
    expect(search()).toMatch(/c=PE/);
    // Of one country the regions are ranked: nobody says how many people live in them.
    await waitFor(() =>
      expect(within(panel).getByRole('heading', { level: 3 }).parentElement).toHaveTextContent(/by region/),
    );
    expect(within(panel).queryByRole('radio', { name: /100,000/ })).toBeNull();
  });

  it('shows one pane at a time on a phone, and the others by a tab bar', async () => {
    furnishWindow(390);
    stage(<ExplorePage />, '/?v=1&c=PE');
    expect(await screen.findByRole('tab', { name: 'Map', selected: true })).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('tab', { name: 'Feed 33' }));
    expect(search()).toBe('?v=1&c=PE&view=feed');
    expect(await screen.findByRole('feed', { name: 'Events' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Filters (1)' }));
    const dialog = screen.getByRole('dialog', { name: 'Filters' });
    expect(within(dialog).getByRole('button', { name: 'Show 33 events' })).toBeInTheDocument();
  });
});
