// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import L from 'leaflet';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildMapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { areasAnswer, base, cellsAnswer, countAnswer, nothing, total } from '#tests/figures/map/map-world.ts';
import { type CanvasContent, CanvasLayer } from '#views/map/canvas-layer.ts';

function contentOf(...counts: number[]): CanvasContent {
  const cells = cellsAnswer(
    6,
    counts.map((n, i) => [-77 + i, -12, total(n)]),
  );
  const model = buildMapModel({
    ...nothing,
    cells,
    points: null,
    areas: areasAnswer([]),
    count: countAnswer(65, 14),
  });
  const rest = { chosen: [], ringed: [], pinned: null, area: null, draft: null } as const;
  return { model, base, palette: palettes.light, lang: 'en', short: String, ...rest };
}

/** Pictures laid on the visible canvas, by the canvas they came from; surfaces filled on each canvas; and a pen that does nothing else. */
const laid: HTMLCanvasElement[] = [];
const filled = new Map<HTMLCanvasElement, number>();
const pens = new WeakMap<HTMLCanvasElement, unknown>();

function penOf(canvas: HTMLCanvasElement): unknown {
  const known = pens.get(canvas);
  if (known) return known;
  const answers: Record<string, unknown> = {
    canvas,
    measureText: () => ({ width: 10 }),
    getTransform: () => ({ a: 1 }),
    drawImage: (from: HTMLCanvasElement) => canvas.isConnected && laid.push(from),
    fillRect: () => filled.set(canvas, (filled.get(canvas) ?? 0) + 1),
  };
  const pen = new Proxy({}, { get: (_, name) => answers[String(name)] ?? (() => null), set: () => true });
  pens.set(canvas, pen);
  return pen;
}

let time = 0;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  // Every look at the clock finds it six milliseconds on: a slice of a picture is two steps.
  vi.spyOn(performance, 'now').mockImplementation(() => {
    time += 6;
    return time;
  });
  HTMLCanvasElement.prototype.getContext = function own(this: HTMLCanvasElement) {
    return penOf(this);
  } as unknown as HTMLCanvasElement['getContext'];
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  laid.length = 0;
  filled.clear();
});

function opened() {
  const element = document.body.appendChild(document.createElement('div'));
  const map = L.map(element, { center: [-12, -75], zoom: 6, zoomAnimation: false, fadeAnimation: false });
  const layer = new CanvasLayer();
  layer.addTo(map);
  const canvas = element.querySelector('canvas') as HTMLCanvasElement;
  return { map, layer, canvas, at: () => canvas.style.transform };
}

/** Where a picture stands that shows just what the map shows. */
function cornerOf(map: L.Map): string {
  const { x, y } = map.containerPointToLayerPoint([0, 0]).round();
  return `translate3d(${x}px, ${y}px, 0px) scale(1)`;
}

test('printed in the midst of its first picture, the ground is painted whole', () => {
  const { layer, canvas } = opened();
  layer.setContent(contentOf(44, 7));
  vi.advanceTimersByTime(340);
  expect(laid).toEqual([]);
  const [ground, halfway] = [...filled].find(([one]) => one !== canvas) as [HTMLCanvasElement, number];
  fireEvent(window, new Event('beforeprint'));
  expect(laid[0]).toBe(ground);
  expect(filled.get(ground)).toBeGreaterThan(halfway);
});

test('before the first touch a moved map carries its picture along, and shows the new one in its place when it is whole', () => {
  const { map, layer, canvas, at } = opened();
  layer.setContent(contentOf(44, 7));
  vi.advanceTimersByTime(2000);
  expect(at()).toBe(cornerOf(map));
  const first = { laid: laid.length, width: canvas.width };
  expect(first.width).toBe(800);

  map.setView([-12, -75], 7, { animate: false });
  const carried = at();
  expect(carried).toMatch(/scale\(2\)/);
  layer.setContent(contentOf(45, 8));
  // The pause for what comes close together, and some frames: the new picture is under way, aside.
  vi.advanceTimersByTime(400);
  expect(at()).toBe(carried);
  expect(laid.length).toBe(first.laid);
  vi.advanceTimersByTime(3000);
  expect(at()).toBe(cornerOf(map));
  expect(laid.length).toBe(first.laid + 1);

  // A second move in the midst of a picture: in the end the map stands where it was moved to last.
  map.setView([-12, -75], 8, { animate: false });
  vi.advanceTimersByTime(400);
  map.setView([-13, -74], 6, { animate: false });
  // The picture of the place between, shown when it is whole, is carried to where the map is.
  const shown = laid.length;
  for (let frame = 0; laid.length < shown + 2 && frame < 400; frame++) {
    expect(at()).not.toMatch(/scale\(1\)$/);
    vi.advanceTimersByTime(16);
  }
  expect(laid.length).toBe(shown + 2);
  expect(at()).toBe(cornerOf(map));

  // The first touch in the midst of a picture: the next content is painted at once, where the map is.
  map.setView([-12, -75], 7, { animate: false });
  vi.advanceTimersByTime(400);
  fireEvent.pointerDown(document.body);
  layer.setContent(contentOf(46));
  vi.advanceTimersByTime(20);
  expect(at()).toMatch(/scale\(1\)$/);
  expect(canvas.width).toBeGreaterThan(first.width);
});

test('moved to a screen of other pixels, ground and data are painted for it at once', () => {
  const heard: (() => void)[] = [];
  vi.stubGlobal('matchMedia', () => ({
    addEventListener: (_: 'change', hear: () => void) => heard.push(hear),
  }));
  const { layer, canvas } = opened();
  fireEvent.pointerDown(document.body);
  layer.setContent(contentOf(44, 7));
  vi.advanceTimersByTime(1000);
  const before = canvas.width;

  const grounds = () => laid.splice(0).flatMap(({ width }) => (width > 100 ? [width] : []));
  grounds();
  vi.stubGlobal('devicePixelRatio', 2);
  heard.at(-1)?.();
  vi.advanceTimersByTime(20);
  expect(canvas.width).toBe(2 * before);
  expect(grounds()).toEqual([2 * before]);

  // Where a browser does not tell, the next picture is whole all the same.
  vi.stubGlobal('devicePixelRatio', 1);
  layer.setContent(contentOf(45));
  vi.advanceTimersByTime(20);
  expect(canvas.width).toBe(before);
  expect(grounds()).toEqual([before]);
});
