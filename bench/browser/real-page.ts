import type { Page } from '@playwright/test';
import { openExplore } from '#tests/journeys/explore-screen.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import { secondStart } from '../second-start.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import {
  type Followed,
  type Frames,
  fpsOf,
  framesCells,
  framesHead,
  framesOf,
  watchFrames,
} from './frames.ts';
import {
  allPainted,
  clearKinds,
  dragOver,
  dragTimeline,
  followBoxes,
  followToggles,
  middleOf,
  panMap,
  zoomMap,
} from './gestures.ts';
import { openBrowser, servePage } from './page.ts';

/** Clicks on kinds that are followed one by one, in each round. */
const clicks = 12;

interface Gestures {
  readonly frames: Readonly<Record<string, Frames>>;
  readonly toggles: readonly Followed[];
}

async function ourGestures(page: Page, steps: number): Promise<Gestures> {
  await openExplore(page, '/?v=1&from=2000-01-01&to=2009-12-31');
  const drag = await dragTimeline(page, steps);
  await page.waitForTimeout(1000);
  const toggles = await followToggles(page, clicks);
  await clearKinds(page);
  const pan = await panMap(page, steps);
  const zoom = await zoomMap(page, Math.ceil(steps / 15));
  return { frames: { 'timeline drag': drag, 'map pan': pan, 'map zoom': zoom }, toggles };
}

async function naiveGestures(page: Page, steps: number): Promise<Gestures> {
  await page.waitForSelector('#brush');
  const handle = await middleOf(page.locator('#brush'));
  const drag = await framesOf(page, () => dragOver(page, handle, handle.width * 0.15, steps));
  await page.waitForTimeout(1000);
  const boxes = await page.locator('#filters').getByRole('checkbox').all();
  return { frames: { 'timeline drag': drag }, toggles: await followBoxes(page, boxes, clicks) };
}

/** All rounds of a page. */
interface Seen {
  readonly frames: ReadonlyMap<string, readonly Frames[]>;
  /** Milliseconds of each click on a kind until count, map, timeline and filters were all painted. */
  readonly toggled: readonly number[];
}

async function gesturesIn(
  origin: string,
  gestures: (page: Page, steps: number) => Promise<Gestures>,
  quick: boolean,
): Promise<Seen> {
  const frames = new Map<string, Frames[]>();
  const toggles: Followed[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
      await watchFrames(page);
      await page.goto('/');
      const found = await gestures(page, quick ? 20 : 120);
      for (const [name, own] of Object.entries(found.frames))
        frames.set(name, [...(frames.get(name) ?? []), own]);
      toggles.push(...found.toggles);
    } finally {
      await browser.close();
    }
  }
  const toggled = allPainted(toggles);
  if (toggled.length < toggles.length) throw new Error('a click on a kind changed nothing on the screen');
  return { frames, toggled };
}

function rowsOf(page: string, { frames, toggled }: Seen): string[][] {
  const { median, p95 } = timingOf(toggled);
  return [
    ...[...frames].map(([gesture, runs]) => [page, gesture, ...framesCells(runs), '']),
    [page, 'kinds switched', '', '', '', String(toggled.length), `${ms(median)} / ${ms(p95)}`],
  ];
}

function againstNaive(own: Seen, naive: Seen): Verdict[] {
  const peer = 'against React + Recharts + react-leaflet over 10,000 events';
  const [fps, slow] = [own, naive].map(({ frames }) => fpsOf(frames.get('timeline drag')!)) as [
    number,
    number,
  ];
  const [painted, late] = [own, naive].map(({ toggled }) => timingOf(toggled).median) as [number, number];
  return [
    {
      what: `${peer}, same drag`,
      must: 'more frames',
      measured: `${fps.toFixed(0)} against ${slow.toFixed(0)} fps`,
      met: fps > slow,
    },
    {
      what: `${peer}, same toggles: click to all views painted`,
      must: 'sooner, median',
      measured: `${ms(painted)} against ${ms(late)} ms`,
      met: painted < late,
    },
  ];
}

/** Pages as a reader has them: real pointer, real frames; ours over the bundled events, the plain one over 10,000. */
export async function pageSection({ quick }: Size): Promise<SectionResult> {
  const product = await startProduct();
  const plain = await servePage('naive-page.tsx');
  try {
    const started = await secondStart(product, quick ? 1 : 3);
    const own = await gesturesIn(product.origin, ourGestures, quick);
    const naive = await gesturesIn(plain.origin, naiveGestures, quick);
    const drag = own.frames.get('timeline drag')!;
    const painted = timingOf(drag.flatMap((run) => run.painted));
    const fps = fpsOf(drag);
    if (painted.runs === 0) throw new Error('the screen never changed while the timeline was dragged');
    const verdicts: Verdict[] = [
      {
        what: 'timeline drag, bundled events: pointer to painted',
        must: 'median ≤ 17 ms, p95 ≤ 25 ms',
        measured: `${ms(painted.median)} / ${ms(painted.p95)} ms`,
        met: painted.median <= 17 && painted.p95 <= 25,
      },
      {
        what: 'timeline drag, bundled events: frames',
        must: '≥ 58 fps',
        measured: `${fps.toFixed(0)} fps`,
        met: fps >= 58,
      },
      ...againstNaive(own, naive),
      started,
    ];
    const rows = [
      ['page', 'gesture', ...framesHead, 'all painted, ms'],
      ...rowsOf('Atalaya, bundled events', own),
      ...rowsOf('React + Recharts + react-leaflet, 10,000 events', naive),
    ];
    return {
      title: 'The page: real drags, frames counted',
      verdicts,
      checks: own.frames.size + naive.frames.size,
      notRun: [],
      text: `A real pointer in headless Chromium at 1440 × 900, without a graphics card. Pointer to painted: from a move to the first frame handed over after the document or the map's canvas changed for it. Kinds switched: families of events, one click after the other, no choice met twice; from the click to the frame after which count, map, timeline and filters changed no more. Median / 95th percentile.\n\n${table(rows)}`,
    };
  } finally {
    await product.close();
    await plain.close();
  }
}
