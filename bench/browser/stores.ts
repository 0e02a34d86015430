import { openExplore } from '#tests/journeys/explore-screen.ts';
import { startOn } from '#tests/journeys/product.ts';
import { ms, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { storeOf } from '../stores/kept.ts';
import { fpsOf, watchFrames } from './frames.ts';
import { allAndList, allPainted, followReleases } from './gestures.ts';
import { inBrowser } from './page.ts';
import {
  alsoOpened,
  count,
  decade,
  kB,
  type Measured,
  measureStore,
  type Screen,
  type Seen,
  storeTables,
} from './store-page.ts';
import { toggleBudget } from './toggle-budget.ts';

/** The smallest store that the budgets speak of. */
const smallest = 1_000_000;
/** TimeMap at that many events, from release to everything updated (docs/performance.md). */
const timeMap = { rows: 10_000, ms: 6600 };
const isQuestion = /\/(tiles|answers|snapshot)/;

const screens: readonly Screen[] = [
  { name: 'hexagons', search: `${decade}&mode=cells`, width: 1440, says: /^Events a quarter/ },
  { name: 'density', search: `${decade}&mode=density`, width: 1440, says: /^Events a quarter/ },
  // From here on regions have symbols of their own beside the hexagons.
  {
    name: 'hexagons, zoomed in',
    search: `${decade}&mode=cells&map=-9,-75,6`,
    width: 1440,
    says: /^Events a quarter/,
  },
  {
    name: 'hexagons, some 1,000 days of bars',
    search: 'from=2014-06-01&to=2015-12-31&axis=2014-01-01_2016-09-26&bin=day&mode=cells',
    width: 4200,
    says: /^Events a day/,
  },
];
/** From the release of a drag to everything updated, at the size at which TimeMap was measured. */
async function releases(quick: boolean): Promise<number[]> {
  const product = await startOn(storeOf('noise', timeMap.rows));
  try {
    return await inBrowser(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.origin });
      await watchFrames(page);
      await openExplore(page, `/?v=1&${decade}`);
      await page.waitForTimeout(1000);
      return allAndList(await followReleases(page, quick ? 3 : 12));
    });
  } finally {
    await product.stop();
  }
}

function gestureVerdicts({ rows, load, seen }: Measured): Verdict[] {
  const toggle = toggleBudget(rows, load.byServer);
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
        must: toggle.must,
        measured: `${ms(toggles.median)} / ${ms(toggles.p95)} ms`,
        met: toggles.p95 <= toggle.ms,
      },
    ];
  });
  if (!load.byServer) return verdicts;
  return [...verdicts, ...[...seen].map(([name, runs]) => requestVerdict(rows, name, runs))];
}

/** A drag may ask once for the tiles that it then counts from, and once for the rest when it is let go. */
function requestVerdict(rows: number, name: string, runs: readonly Seen[]): Verdict {
  const asked = runs.map((run) => run.asked.filter((path) => isQuestion.test(path)));
  const worst = asked.reduce((most, one) => (one.length > most.length ? one : most));
  const paths = [...new Set(worst)].map((path) => `${worst.filter((one) => one === path).length} ${path}`);
  return {
    what: `requests for counts during a drag and its release (${runs[0]!.steps} moves), ${count(rows)} events, ${name}`,
    must: 'none per move: at most 2',
    measured: paths.join(', ') || '0',
    met: worst.length <= 2,
  };
}

function loadVerdicts({ rows, load }: Measured): Verdict[] {
  if (load.byServer) return [];
  const perEvent = (load.bytes.rows ?? 0) / rows;
  const overview = (load.bytes.overview ?? 0) / 1000;
  return [
    {
      what: `every view alive before the first row, ${count(rows)} events`,
      must: 'yes',
      measured:
        load.alive === null ? 'no: the server answered' : `yes, after ${(load.alive / 1000).toFixed(1)} s`,
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

/** Stores that a browser here should have held, had its first pass over rows not been too slow. */
function tooSlow(measured: readonly Measured[]): string[] {
  return measured
    .filter(({ rows, load }) => rows <= 2_000_000 && load.byServer)
    .map(
      ({ rows }) =>
        `${count(rows)} events held by the browser: its first pass over rows was too slow, so the server answered`,
    );
}

const how = [
  'The built page before our server over seeded stores at points of noise (bench/stores/), a real pointer in headless Chromium, no graphics card. Fluent drags and pans send a move a',
  'frame: frames are counted. Move by move: one move or click is followed until the screen rests; the first column is the first frame in which anything changed, the last the frame after which count, map, timeline and',
  'filters changed no more. The list of events, whose words the server gives, follows the release and is in none but the release. Median / 95th percentile. One round over the screens, and up to three while they fit in 150 s: as many as the first table says. Hot spots, their trend and countries were opened at each size and came to their titles.',
].join('\n');

/** The real page over stores of a size that the budgets speak of. */
export async function storesSection({ quick, sizes }: Size): Promise<SectionResult> {
  const measured: Measured[] = [];
  const asked = sizes.filter((rows) => quick || rows >= smallest);
  for (const rows of asked)
    measured.push(
      await measureStore(storeOf('noise', rows), rows, quick ? screens.slice(0, 2) : screens, quick),
    );
  const released = await releases(quick);
  const release = timingOf(released);
  const compared = measured.filter(({ rows }) => rows >= smallest);
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
    notRun: [
      ...tooSlow(compared),
      ...(sizes.some((rows) => rows > 2_000_000) || quick
        ? []
        : [
            'The page over 10 M events: `npm run bench -- --only stores --sizes 1m,10m` (makes that store once, some minutes)',
          ]),
    ],
    text: [how, '', storeTables(measured)].join('\n'),
  };
}
