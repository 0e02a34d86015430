import type { Browser, Page } from '@playwright/test';
import { mapFigure, openExplore, timeline } from '#tests/journeys/explore-screen.ts';
import { startOn } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import { type Followed, type Frames, framesCells, framesHead, watchFrames } from './frames.ts';
import {
  allPainted,
  clearKinds,
  dragTimeline,
  followDrag,
  followToggles,
  panMap,
  zoomMap,
} from './gestures.ts';
import { inBrowser } from './page.ts';
import { isByServer, type Load, loadOf, type Manifest, manifestOf } from './store-load.ts';

/** Moves of a fluent drag. */
const fluentSteps = 120;
/** Moves and clicks that are followed one by one, in each round. */
const followed = { moves: 24, toggles: 12 };
/** Rounds over all screens of a store: one, and more up to so many while they fit in so long. */
const mostRounds = 3;
const roundsMs = 150_000;
export const decade = 'from=2000-01-01&to=2009-12-31';

/** One state of Explore in which everything is measured. */
export interface Screen {
  readonly name: string;
  readonly search: string;
  readonly width: number;
  /** What the timeline must say of itself. */
  readonly says?: RegExp;
}
/** Forms of the map that are opened and must say so. */
export const alsoOpened = {
  hot: /hot spots$/,
  trend: /hot spots over time$/,
  countries: /most in [A-Z]/,
} as const;

/** What one browser saw on one screen. */
export interface Seen {
  readonly frames: Readonly<Record<'timeline drag' | 'map pan' | 'map zoom', Frames>>;
  readonly moves: readonly Followed[];
  readonly toggles: readonly Followed[];
  /** Questions to the server while the window was dragged and after it was let go, by path. */
  readonly asked: readonly string[];
  readonly byServer: boolean;
  /** Moves of its fluent drag. */
  readonly steps: number;
}

/** Addresses asked of the API while something is done. */
async function askedDuring<T>(page: Page, act: () => Promise<T>): Promise<{ asked: string[]; result: T }> {
  const asked: string[] = [];
  const note = (request: { url(): string }): void => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  };
  page.on('request', note);
  const result = await act();
  page.off('request', note);
  return { asked, result };
}

async function look(origin: string, screen: Screen, quick: boolean): Promise<Seen> {
  return inBrowser(async (browser) => {
    const viewport = { width: screen.width, height: 900 };
    const page = await browser.newPage({ viewport, baseURL: origin });
    await watchFrames(page);
    await openExplore(page, `/?v=1&${screen.search}`);
    if (screen.says) await timeline(page).getByText(screen.says).first().waitFor();
    await page.waitForTimeout(1500);
    const steps = quick ? 20 : fluentSteps;
    const { asked, result: drag } = await askedDuring(page, async () => {
      const frames = await dragTimeline(page, steps);
      await page.waitForTimeout(1500);
      return frames;
    });
    const moves = await followDrag(page, quick ? 4 : followed.moves);
    await page.waitForTimeout(1000);
    const toggles = await followToggles(page, quick ? 3 : followed.toggles);
    if (allPainted(moves).length === 0 || allPainted(toggles).length === 0)
      throw new Error(`${screen.name}: the screen never changed for a move or a click`);
    await clearKinds(page);
    const pan = await panMap(page, steps);
    const zoom = await zoomMap(page, Math.ceil(steps / 15));
    return {
      frames: { 'timeline drag': drag, 'map pan': pan, 'map zoom': zoom },
      moves,
      toggles,
      asked,
      byServer: await isByServer(page),
      steps,
    };
  });
}

/** Opens the map in each of those forms; throws where it does not come to its title. */
async function openForms(browser: Browser, origin: string, search: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
  for (const [mode, title] of Object.entries(alsoOpened)) {
    await openExplore(page, `/?v=1&${search.replace(/mode=\w+/, `mode=${mode}`)}`);
    await mapFigure(page).getByRole('heading', { name: title }).first().waitFor({ timeout: 60_000 });
  }
  await page.close();
}

export interface Measured {
  readonly rows: number;
  readonly manifest: Manifest;
  readonly load: Load;
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
}

async function lookInRounds(
  origin: string,
  screens: readonly Screen[],
  quick: boolean,
): Promise<Map<string, Seen[]>> {
  const seen = new Map<string, Seen[]>();
  const began = performance.now();
  for (let round = 1; round <= (quick ? 1 : mostRounds); round++) {
    for (const screen of screens)
      seen.set(screen.name, [...(seen.get(screen.name) ?? []), await look(origin, screen, quick)]);
    const each = (performance.now() - began) / round;
    if (performance.now() - began + each > roundsMs) break;
  }
  return seen;
}

/** Everything about a page over one data folder that should hold that many events. */
export async function measureStore(
  folder: string,
  rows: number,
  screens: readonly Screen[],
  quick: boolean,
): Promise<Measured> {
  const product = await startOn(folder);
  try {
    const { origin } = product;
    const manifest = await manifestOf(origin);
    if (manifest.rows !== rows) throw new Error(`the server holds ${manifest.rows} events, not ${rows}`);
    const load = await inBrowser(async (browser) => {
      const own = await loadOf(browser, origin, manifest);
      await openForms(browser, origin, screens[0]!.search);
      return own;
    });
    return { rows, manifest, load, seen: await lookInRounds(origin, screens, quick) };
  } finally {
    await product.stop();
  }
}

export const count = (rows: number): string => rows.toLocaleString('en');
const pair = (samples: readonly number[]): string => {
  const { median, p95 } = timingOf(samples);
  return `${ms(median)} / ${ms(p95)}`;
};
export const kB = (bytes: number | undefined): string => ((bytes ?? 0) / 1000).toFixed(0);

function gestureRows({ rows, seen }: Measured): string[][] {
  return [...seen].flatMap(([name, runs]) => {
    const served = runs.filter(({ byServer }) => byServer).length;
    const where = [
      count(rows),
      served === 0 ? name : `${name}, the server answering in ${served} of ${runs.length} rounds`,
    ];
    const all = (of: 'moves' | 'toggles'): Followed[] => runs.flatMap((run) => run[of]);
    const stepwise = (['moves', 'toggles'] as const).map((of) => [
      ...where,
      of === 'moves' ? 'timeline, move by move' : 'kinds switched',
      '',
      '',
      pair(all(of).flatMap(({ first }) => (first === null ? [] : [first]))),
      String(allPainted(all(of)).length),
      pair(allPainted(all(of))),
    ]);
    const fluent = (Object.keys(runs[0]!.frames) as (keyof Seen['frames'])[]).map((gesture) => [
      ...where,
      gesture,
      ...framesCells(runs.map(({ frames }) => frames[gesture])),
      '',
    ]);
    return [...fluent, ...stepwise];
  });
}

function loadRow({ rows, manifest, load, seen }: Measured): string[] {
  return [
    count(rows),
    load.byServer ? 'the server' : 'the browser',
    load.alive === null ? '' : (load.alive / 1000).toFixed(1),
    (load.complete / 1000).toFixed(1),
    ...['overview', 'rows', 'tiles and answers', 'the rest'].map((kind) => kB(load.bytes[kind])),
    (manifest.wireBytes / rows).toFixed(1),
    String(load.requests),
    kB(load.reloaded),
    String([...seen.values()][0]?.length ?? 0),
  ];
}

/** How pages loaded, and what gestures in them took. */
export function storeTables(measured: readonly Measured[]): string {
  const head = ['events', 'screen', 'gesture', ...framesHead, 'all painted, ms'];
  const loads = [
    'events',
    'answers',
    'alive without rows, s',
    'all rows or first answer, s',
    'overview kB',
    'rows kB',
    'tiles and answers kB',
    'the rest kB',
    'B/event',
    'requests',
    'reload, data kB',
    'rounds',
  ];
  return `${table([loads, ...measured.map(loadRow)])}\n\n${table([head, ...measured.flatMap(gestureRows)])}`;
}
