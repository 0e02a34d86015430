import type { Browser, Page } from '@playwright/test';
import { mapFigure, openExplore, timeline } from '#tests/journeys/explore-screen.ts';
import { startOn } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { storeOf } from '../stores/kept.ts';
import { type Followed, type Frames, fpsOf, framesCells, framesHead, watchFrames } from './frames.ts';
import {
  allAndList,
  allPainted,
  dragTimeline,
  followDrag,
  followReleases,
  followToggles,
  panMap,
  zoomMap,
} from './gestures.ts';
import { openBrowser } from './page.ts';
import { type Load, loadOf, type Manifest, manifestOf } from './store-load.ts';

/** Moves of a fluent drag. */
const fluentSteps = 120;
/** The smallest store that the budgets speak of. */
const smallest = 1_000_000;
/** TimeMap at that many events, from release to everything updated (docs/performance.md). */
const timeMap = { rows: 10_000, ms: 6600 };
const isQuestion = (path: string): boolean => /\/(tiles|answers|snapshot)/.test(path);
const decade = 'from=2000-01-01&to=2009-12-31';

interface Screen {
  readonly name: string;
  readonly search: string;
  readonly width: number;
  /** What the timeline says of itself. */
  readonly says: RegExp;
}
const screens: readonly Screen[] = [
  { name: 'hexagons', search: `${decade}&mode=cells`, width: 1440, says: /^Events a quarter/ },
  { name: 'density', search: `${decade}&mode=density`, width: 1440, says: /^Events a quarter/ },
  {
    name: 'hexagons, some 1,000 days of bars',
    search: 'from=2014-06-01&to=2015-12-31&axis=2014-01-01_2016-09-26&bin=day&mode=cells',
    width: 3840,
    says: /^Events a day/,
  },
];
/** Forms of the map that are opened and must say so. */
const alsoOpened = {
  hot: /hot spots$/,
  trend: /hot spots over time$/,
  countries: /most in [A-Z]/,
} as const;

/** What one browser saw on one screen. */
interface Seen {
  readonly frames: Readonly<Record<'timeline drag' | 'map pan' | 'map zoom', Frames>>;
  readonly moves: readonly Followed[];
  readonly toggles: readonly Followed[];
  /** Questions to the server while the window was dragged, by path. */
  readonly asked: readonly string[];
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
  const browser = await openBrowser();
  try {
    const viewport = { width: screen.width, height: 900 };
    const page = await browser.newPage({ viewport, baseURL: origin });
    await watchFrames(page);
    await openExplore(page, `/?v=1&${screen.search}`);
    await timeline(page).getByText(screen.says).first().waitFor();
    await page.waitForTimeout(1500);
    const steps = quick ? 20 : fluentSteps;
    const { asked, result: drag } = await askedDuring(page, () => dragTimeline(page, steps));
    await page.waitForTimeout(1500);
    const moves = await followDrag(page, quick ? 4 : 40);
    await page.waitForTimeout(1000);
    const toggles = await followToggles(page, quick ? 3 : 24);
    if (allPainted(moves).length === 0 || allPainted(toggles).length === 0)
      throw new Error(`${screen.name}: the screen never changed for a move or a click`);
    const pan = await panMap(page, steps);
    const zoom = await zoomMap(page, Math.ceil(steps / 15));
    return { frames: { 'timeline drag': drag, 'map pan': pan, 'map zoom': zoom }, moves, toggles, asked };
  } finally {
    await browser.close();
  }
}

/** Opens the map in each of those forms; throws where it does not come to its title. */
async function openForms(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
  for (const [mode, title] of Object.entries(alsoOpened)) {
    await openExplore(page, `/?v=1&${decade}&mode=${mode}`);
    await mapFigure(page).getByRole('heading', { name: title }).first().waitFor({ timeout: 60_000 });
  }
  await page.close();
}

interface Measured {
  readonly rows: number;
  readonly manifest: Manifest;
  readonly load: Load;
  readonly seen: ReadonlyMap<string, readonly Seen[]>;
}

async function measure(rows: number, quick: boolean): Promise<Measured> {
  const product = await startOn(storeOf('noise', rows));
  try {
    const { origin } = product;
    const manifest = await manifestOf(origin);
    if (manifest.rows !== rows) throw new Error(`the server holds ${manifest.rows} events, not ${rows}`);
    const browser = await openBrowser();
    const load = await loadOf(browser, origin, manifest);
    await openForms(browser, origin);
    await browser.close();
    const seen = new Map<string, Seen[]>();
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      for (const screen of quick ? screens.slice(0, 2) : screens)
        seen.set(screen.name, [...(seen.get(screen.name) ?? []), await look(origin, screen, quick)]);
    }
    return { rows, manifest, load, seen };
  } finally {
    await product.stop();
  }
}

/** From the release of a drag to everything updated, at the size at which TimeMap was measured. */
async function releases(quick: boolean): Promise<number[]> {
  const product = await startOn(storeOf('noise', timeMap.rows));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.origin });
    await watchFrames(page);
    await openExplore(page, `/?v=1&${decade}`);
    await page.waitForTimeout(1000);
    return allAndList(await followReleases(page, quick ? 3 : 20));
  } finally {
    await browser.close();
    await product.stop();
  }
}

const count = (rows: number): string => rows.toLocaleString('en');
const pair = (samples: readonly number[]): string => {
  const { median, p95 } = timingOf(samples);
  return `${ms(median)} / ${ms(p95)}`;
};
const kB = (bytes: number | undefined): string => ((bytes ?? 0) / 1000).toFixed(0);

function gestureVerdicts({ rows, load, seen }: Measured): Verdict[] {
  const verdicts = [...seen].flatMap(([name, runs]): Verdict[] => {
    const what = (of: string): string => `${of}, ${count(rows)} events, ${name}`;
    const moves = timingOf(allPainted(runs.flatMap((run) => run.moves)));
    const toggles = timingOf(allPainted(runs.flatMap((run) => run.toggles)));
    const fps = fpsOf(runs.map(({ frames }) => frames['timeline drag']));
    return [
      {
        what: what('brush move, pointer to all views painted'),
        must: 'median ≤ 17 ms, p95 ≤ 25 ms',
        measured: `${ms(moves.median)} / ${ms(moves.p95)} ms`,
        met: moves.median <= 17 && moves.p95 <= 25,
      },
      { what: what('timeline drag'), must: '≥ 58 fps', measured: `${fps.toFixed(0)} fps`, met: fps >= 58 },
      {
        what: what('category toggle, click to all views painted'),
        must: 'p95 ≤ 34 ms',
        measured: `${ms(toggles.median)} / ${ms(toggles.p95)} ms`,
        met: toggles.p95 <= 34,
      },
    ];
  });
  if (!load.byServer) return verdicts;
  const asked = [...seen.values()].flat().map((run) => run.asked.filter(isQuestion).length);
  return [
    ...verdicts,
    {
      what: `requests for counts in ${fluentSteps} moves of a dragged window, ${count(rows)} events`,
      must: '0 after the first move',
      measured: String(Math.max(...asked)),
      met: Math.max(...asked) <= 1,
    },
  ];
}

function loadVerdicts({ rows, load }: Measured): Verdict[] {
  if (load.byServer) return [];
  const perEvent = (load.bytes.rows ?? 0) / rows;
  const overview = (load.bytes.overview ?? 0) / 1000;
  return [
    {
      what: `every view alive before the first row, ${count(rows)} events`,
      must: 'yes',
      measured: load.alive === null ? 'no' : `yes, after ${(load.alive / 1000).toFixed(1)} s`,
      met: load.alive !== null,
    },
    {
      what: `overview, compressed, ${count(rows)} events`,
      must: '≤ 400 kB',
      measured: `${overview.toFixed(0)} kB`,
      met: overview > 0 && overview <= 400,
    },
    {
      what: `rows as they travelled, ${count(rows)} events`,
      must: '≤ 10 B/event',
      measured: `${perEvent.toFixed(1)} B/event`,
      met: perEvent > 0 && perEvent <= 10,
    },
    {
      what: `a reload fetches overview or rows again, ${count(rows)} events`,
      must: '0 kB',
      measured: `${kB(load.reloaded)} kB`,
      met: load.reloaded === 0,
    },
  ];
}

function gestureRows({ rows, seen }: Measured): string[][] {
  return [...seen].flatMap(([name, runs]) => {
    const where = [count(rows), name];
    const followed = (of: 'moves' | 'toggles'): Followed[] => runs.flatMap((run) => run[of]);
    const stepwise = (['moves', 'toggles'] as const).map((of) => [
      ...where,
      of === 'moves' ? 'timeline, move by move' : 'kinds switched',
      '',
      '',
      pair(followed(of).flatMap(({ first }) => (first === null ? [] : [first]))),
      String(allPainted(followed(of)).length),
      pair(allPainted(followed(of))),
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

function loadRow({ rows, manifest, load }: Measured): string[] {
  return [
    count(rows),
    load.byServer ? 'the server' : 'the browser',
    load.alive === null ? '' : (load.alive / 1000).toFixed(1),
    (load.complete / 1000).toFixed(1),
    ...['overview', 'rows', 'tiles and answers', 'the rest'].map((kind) => kB(load.bytes[kind])),
    (manifest.wireBytes / rows).toFixed(1),
    String(load.requests),
    kB(load.reloaded),
  ];
}

const how = [
  'The built page before our server over seeded stores at points of noise (bench/stores/), a real pointer in headless Chromium, no graphics card. Fluent drags and pans send a move a',
  'frame: frames are counted. Move by move: one move or click is followed until the screen rests; the first column is the first frame in which anything changed, the last the frame after which count, map, timeline and',
  'filters changed no more. The list of events, whose words the server gives, follows the release and is in none but the release. Median / 95th percentile. Hot spots, their trend and countries were opened at each size and came to their titles.',
].join('\n');

/** The real page over stores of a size that the budgets speak of. */
export async function storesSection({ quick, sizes }: Size): Promise<SectionResult> {
  const measured: Measured[] = [];
  const asked = sizes.filter((rows) => quick || rows >= smallest);
  for (const rows of asked) measured.push(await measure(rows, quick));
  const released = await releases(quick);
  const release = timingOf(released);
  const compared = measured.filter(({ rows }) => rows >= smallest);
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
  ];
  return {
    title: 'The page over big stores',
    verdicts: [
      ...compared.flatMap((one) => [...loadVerdicts(one), ...gestureVerdicts(one)]),
      {
        what: `release of a drag to everything updated, list too, ${count(timeMap.rows)} events, against TimeMap (an anchor measured for the design, not run here)`,
        must: `≤ 1/100 of ${timeMap.ms / 1000} s`,
        measured: `${ms(release.median)} ms, 1/${(timeMap.ms / release.median).toFixed(0)}`,
        met: release.median * 100 <= timeMap.ms,
      },
    ],
    checks: measured.reduce(
      (sum, { seen }) => sum + 1 + Object.keys(alsoOpened).length + seen.size,
      released.length > 0 ? 1 : 0,
    ),
    notRun:
      sizes.some((rows) => rows > 2_000_000) || quick
        ? []
        : [
            'The page over 10 M events: `npm run bench -- --only stores --sizes 1m,10m` (makes that store once, some minutes)',
          ],
    text: [
      how,
      '',
      table([loads, ...measured.map(loadRow)]),
      '',
      table([head, ...measured.flatMap(gestureRows)]),
    ].join('\n'),
  };
}
