import type { Page } from '@playwright/test';
import { openExplore } from '#tests/journeys/explore-screen.ts';
import { startOn, startProduct } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import { secondStart } from '../second-start.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { storeOf } from '../stores/kept.ts';
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
  commonParts,
  dragOver,
  dragTimeline,
  followBoxes,
  followToggles,
  middleOf,
  panMap,
  zoomMap,
} from './gestures.ts';
import { inBrowser, servePage } from './page.ts';

/** Events of the plain page, and of a store of ours that is compared with it. */
const naiveEvents = 10_000;
/** Clicks on kinds that are followed one by one, in each round. */
const clicks = 12;

interface Gestures {
  readonly frames: Readonly<Record<string, Frames>>;
  readonly toggles: readonly Followed[];
}

/** What the plain page is put through too. */
async function commonGestures(page: Page, steps: number): Promise<Gestures> {
  await openExplore(page, '/?v=1&from=2000-01-01&to=2009-12-31');
  const drag = await dragTimeline(page, steps);
  await page.waitForTimeout(1000);
  return { frames: { 'timeline drag': drag }, toggles: await followToggles(page, clicks) };
}

async function ourGestures(page: Page, steps: number): Promise<Gestures> {
  const { frames, toggles } = await commonGestures(page, steps);
  await clearKinds(page);
  const pan = await panMap(page, steps);
  const zoom = await zoomMap(page, Math.ceil(steps / 15));
  return { frames: { ...frames, 'map pan': pan, 'map zoom': zoom }, toggles };
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
  /** Milliseconds of each click on a kind until count, map and timeline were painted, which both pages have; and the counts of the filters, which ours has. */
  readonly toggled: readonly number[];
  readonly withFilters: readonly number[];
}

async function gesturesIn(
  origin: string,
  gestures: (page: Page, steps: number) => Promise<Gestures>,
  quick: boolean,
): Promise<Seen> {
  const frames = new Map<string, Frames[]>();
  const toggles: Followed[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    await inBrowser(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
      await watchFrames(page);
      await page.goto('/');
      const found = await gestures(page, quick ? 20 : 120);
      for (const [name, own] of Object.entries(found.frames))
        frames.set(name, [...(frames.get(name) ?? []), own]);
      toggles.push(...found.toggles);
    });
  }
  const toggled = allPainted(toggles, commonParts);
  if (toggled.length < toggles.length) throw new Error('a click on a kind changed nothing on the screen');
  return { frames, toggled, withFilters: allPainted(toggles) };
}

function rowsOf(page: string, { frames, toggled, withFilters }: Seen): string[][] {
  const spread = (samples: readonly number[]): string => {
    const { median, p95 } = timingOf(samples);
    return `${ms(median)} / ${ms(p95)}`;
  };
  return [
    ...[...frames].map(([gesture, runs]) => [page, gesture, ...framesCells(runs), '', '']),
    [page, 'kinds switched', '', '', '', String(toggled.length), spread(toggled), spread(withFilters)],
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
      what: `${peer}, same toggles: click to count, map and timeline painted`,
      must: 'sooner, median',
      measured: `${ms(painted)} against ${ms(late)} ms`,
      met: painted < late,
    },
  ];
}

/** Pages as a reader has them: real pointer, real frames; ours over the bundled events, and over 10,000 as the plain one. */
export async function pageSection({ quick }: Size): Promise<SectionResult> {
  const product = await startProduct();
  const plain = await servePage('naive-page.tsx');
  const seeded = await startOn(storeOf('noise', naiveEvents));
  try {
    const started = await secondStart(product, quick ? 1 : 3);
    const own = await gesturesIn(product.origin, ourGestures, quick);
    const same = await gesturesIn(seeded.origin, commonGestures, quick);
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
      ...againstNaive(same, naive),
      started,
    ];
    const rows = [
      ['page', 'gesture', ...framesHead, 'count, map, timeline, ms', 'and filters, ms'],
      ...rowsOf('Atalaya, bundled events', own),
      ...rowsOf('Atalaya, 10,000 events', same),
      ...rowsOf('React + Recharts + react-leaflet, 10,000 events', naive),
    ];
    return {
      title: 'The page: real drags, frames counted',
      verdicts,
      checks: own.frames.size + same.frames.size + naive.frames.size,
      notRun: [],
      text: `A real pointer in headless Chromium at 1440 × 900, without a graphics card. Pointer to painted: from a move to the first frame handed over after the document or the map's canvas changed for it. Kinds switched: families of events, one click after the other, no choice met twice; from the click to the frame after which count, map and timeline changed no more; with the counts of the filters, which the plain page does not have, beside it. Median / 95th percentile.\n\n${table(rows)}`,
    };
  } finally {
    await product.close();
    await plain.close();
    await seeded.stop();
  }
}
