// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { I18nProvider, loadMessages } from '#i18n/i18n.tsx';
import {
  areasAnswer,
  base,
  cellsAnswer,
  countAnswer,
  nothing,
  places,
  total,
} from '#tests/figures/map/map-world.ts';
import { MapView } from '#views/map/MapView.tsx';
import type { MapProps } from '#views/map/map-props.ts';

const messages = await loadMessages('en');
const es = await loadMessages('es');
const cells = cellsAnswer(6, [
  [-77, -12, total(44)],
  [-74, -12, total(7)],
]);
const model = buildMapModel({
  ...nothing,
  cells,
  points: null,
  areas: areasAnswer([]),
  count: countAnswer(65, 14),
});
const hotspots = hotspotList(model, places);

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  HTMLCanvasElement.prototype.getContext = () => null;
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(cleanup);

function show(change: Partial<MapProps> = {}, lang: 'en' | 'es' = 'en') {
  const props: MapProps = {
    model,
    base,
    hotspots,
    label: 'Seizures, Peru',
    camera: { lat: -12, lon: -75, zoom: 6 },
    extent: [-78, -14, -70, -10],
    chosen: ['PE'],
    area: null,
    onRest: vi.fn(),
    onOpen: vi.fn(),
    onArea: vi.fn(),
    onNotPlaced: vi.fn(),
    ...change,
  };
  const page = (next: MapProps) => (
    <I18nProvider lang={lang} messages={lang === 'en' ? messages : es}>
      <MapView {...next} />
    </I18nProvider>
  );
  const { rerender } = render(page(props));
  return { props, rerender: (next: Partial<MapProps>) => rerender(page({ ...props, ...next })) };
}

const map = () => screen.getByRole('application', { name: 'Seizures, Peru' });
const walk = () => screen.getByRole('listbox', { name: 'Places on the map' });

describe('the map by keyboard', () => {
  test('Tab goes map, places; arrows say count and place; Enter opens exactly that cell; Escape returns', async () => {
    const user = userEvent.setup();
    const { props } = show();
    await user.tab();
    expect(map()).toHaveFocus();
    await user.tab();
    expect(walk()).toHaveFocus();
    expect(within(walk()).getByRole('option')).toHaveTextContent('44 events, Bigtown, 1 of 2');
    await user.keyboard('{ArrowRight}');
    const option = within(walk()).getByRole('option');
    expect(option).toHaveTextContent('7 events');
    expect(walk().getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    expect(props.onOpen).toHaveBeenCalledExactlyOnceWith(hotspots[1]?.target, hotspots[1]);
    await user.keyboard('{Escape}');
    expect(map()).toHaveFocus();
  });

  test('a place walked to is told, and that it no longer is when the map is left', async () => {
    const user = userEvent.setup();
    const onMark = vi.fn();
    show({ onMark });
    await user.tab();
    await user.tab();
    expect(onMark).toHaveBeenLastCalledWith(hotspots[0]);
    cleanup();
    expect(onMark).toHaveBeenLastCalledWith(null);
  });

  test('a map left with nothing pointed at has nothing to tell', () => {
    const onMark = vi.fn();
    show({ onMark });
    cleanup();
    expect(onMark).not.toHaveBeenCalled();
  });

  test('arrows pan and plus zooms while the map itself has focus, and no hotspot is opened', async () => {
    const user = userEvent.setup();
    const onRest = vi.fn();
    const { props } = show({ onRest });
    map().focus();
    await user.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(onRest.mock.lastCall?.[0].camera.lon).toBeGreaterThan(-75), {
      timeout: 3000,
    });
    expect(props.onOpen).not.toHaveBeenCalled();
  });
});

describe('what the map says', () => {
  test('not placed is a button with the number; the legend prints the breaks', async () => {
    const user = userEvent.setup();
    const { props } = show();
    await user.click(screen.getByRole('button', { name: /Not placed on the map: 14 events/ }));
    expect(props.onNotPlaced).toHaveBeenCalledOnce();
    expect(screen.getByRole('img', { name: 'Events per cell: 1, 2, 4, 8, 16+' })).toBeInTheDocument();
  });

  test('on a small map the legend shows only its classes until it is opened', async () => {
    const user = userEvent.setup();
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(360);
    const faintCells = cellsAnswer(6, [[-70, -15, total(3)]]);
    show({ model: buildMapModel({ ...nothing, cells, faintCells }) });
    const legend = screen.getByRole('button', { name: 'Events per cell' });
    expect(legend).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('img', { name: /Events per cell: 1/ })).toBeInTheDocument();
    expect(screen.queryByText('Outside the selected dates')).toBeNull();
    await user.click(legend);
    expect(screen.getByText('Outside the selected dates')).toBeInTheDocument();
  });

  test('speaks Spanish', () => {
    show({}, 'es');
    expect(screen.getByRole('button', { name: 'Acercar' })).toBeInTheDocument();
    expect(screen.getByText(/Sin ubicar en el mapa/)).toBeInTheDocument();
  });
});

describe('staying put', () => {
  test('new answers never move the map; a new camera does', async () => {
    const onRest = vi.fn();
    const { rerender } = show({ onRest, fitKey: 'PE' });
    const before = onRest.mock.lastCall?.[0].camera;
    rerender({ onRest, fitKey: 'PE', extent: [-60, -30, -50, -20] });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(onRest.mock.lastCall?.[0].camera).toEqual(before);
    rerender({ onRest, fitKey: 'PE', camera: { lat: 4, lon: -74, zoom: 7 } });
    await vi.waitFor(() => expect(onRest.mock.lastCall?.[0].camera.lat).toBeCloseTo(4, 0), { timeout: 3000 });
  });
});

describe('fitting', () => {
  test('a new fit key waits for the extent that belongs to it', async () => {
    const onRest = vi.fn();
    const { rerender } = show({ onRest, fitKey: '' });
    rerender({ onRest, fitKey: 'CO', behind: true });
    rerender({ onRest, fitKey: 'CO', behind: false, extent: [-79, -4, -67, 12] });
    await vi.waitFor(() => expect(onRest.mock.lastCall?.[0].camera.lat).toBeGreaterThan(2), {
      timeout: 3000,
    });
  });
});

describe('an area without a pointer', () => {
  test('the visible map, or typed edges; a wrong edge is explained', async () => {
    const user = userEvent.setup();
    const { props } = show();
    await user.click(screen.getByRole('button', { name: 'Draw an area' }));
    await user.type(screen.getByLabelText('North'), '95');
    await user.click(screen.getByRole('button', { name: 'Use these edges' }));
    expect(screen.getByRole('alert')).toHaveTextContent('south below north');
    expect(props.onArea).not.toHaveBeenCalled();
    await user.clear(screen.getByLabelText('North'));
    for (const [edge, value] of [
      ['North', '-10'],
      ['South', '-14'],
      ['West', '-76'],
      ['East', '-72'],
    ] as const) {
      await user.type(screen.getByLabelText(edge), value);
    }
    await user.click(screen.getByRole('button', { name: 'Use these edges' }));
    expect(props.onArea).toHaveBeenCalledExactlyOnceWith([
      { lat: -10, lon: -76 },
      { lat: -10, lon: -72 },
      { lat: -14, lon: -72 },
      { lat: -14, lon: -76 },
    ]);
  });

  test('a set area can be taken away', async () => {
    const user = userEvent.setup();
    const { props } = show({
      area: [
        { lat: -10, lon: -76 },
        { lat: -10, lon: -72 },
        { lat: -14, lon: -72 },
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Area filter' }));
    await user.click(screen.getByRole('button', { name: 'Remove area' }));
    expect(props.onArea).toHaveBeenCalledExactlyOnceWith(null);
  });
});
