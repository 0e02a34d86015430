import type { Page } from '@playwright/test';
import { openExplore } from '#tests/journeys/explore-screen.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { type Frames, fpsOf, framesCells, framesHead, framesOf, watchFrames } from './frames.ts';
import { dragOver, dragTimeline, middleOf, panMap, zoomMap } from './gestures.ts';
import { openBrowser, servePage } from './page.ts';

async function ourGestures(page: Page, steps: number): Promise<Record<string, Frames>> {
  await openExplore(page, '/?v=1&from=2000-01-01&to=2009-12-31');
  return {
    'timeline drag': await dragTimeline(page, steps),
    'map pan': await panMap(page, steps),
    'map zoom': await zoomMap(page, Math.ceil(steps / 15)),
  };
}

async function naiveGestures(page: Page, steps: number): Promise<Record<string, Frames>> {
  await page.waitForSelector('#brush');
  const handle = await middleOf(page.locator('#brush'));
  return { 'timeline drag': await framesOf(page, () => dragOver(page, handle, handle.width * 0.15, steps)) };
}

async function gesturesIn(
  origin: string,
  gestures: (page: Page, steps: number) => Promise<Record<string, Frames>>,
  quick: boolean,
): Promise<Map<string, Frames[]>> {
  const found = new Map<string, Frames[]>();
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
      await watchFrames(page);
      await page.goto('/');
      for (const [name, frames] of Object.entries(await gestures(page, quick ? 20 : 120))) {
        found.set(name, [...(found.get(name) ?? []), frames]);
      }
    } finally {
      await browser.close();
    }
  }
  return found;
}

/** Pages as a reader has them: real pointer, real frames; ours over the bundled events, the plain one over 10,000. */
export async function pageSection({ quick }: Size): Promise<SectionResult> {
  const product = await startProduct();
  const plain = await servePage('naive-page.tsx');
  try {
    const own = await gesturesIn(product.origin, ourGestures, quick);
    const naive = await gesturesIn(plain.origin, naiveGestures, quick);
    const drag = own.get('timeline drag')!;
    const painted = timingOf(drag.flatMap((run) => run.painted));
    const fps = fpsOf(drag);
    if (painted.runs === 0) throw new Error('the screen never changed while the timeline was dragged');
    const slow = fpsOf(naive.get('timeline drag')!);
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
      {
        what: 'against React + Recharts + react-leaflet over 10,000 events, same drag',
        must: 'more frames',
        measured: `${fps.toFixed(0)} against ${slow.toFixed(0)} fps`,
        met: fps > slow,
      },
    ];
    const rows = [
      ['page', 'gesture', ...framesHead],
      ...[...own].map(([gesture, runs]) => ['Atalaya, bundled events', gesture, ...framesCells(runs)]),
      ...[...naive].map(([gesture, runs]) => [
        'React + Recharts + react-leaflet, 10,000 events',
        gesture,
        ...framesCells(runs),
      ]),
    ];
    return {
      title: 'The page: real drags, frames counted',
      verdicts,
      checks: own.size + naive.size,
      notRun: [],
      text: `A real pointer in headless Chromium at 1440 × 900, without a graphics card. Pointer to painted: from a move to the first frame handed over after the document or the map's canvas changed for it. Median / 95th percentile.\n\n${table(rows)}`,
    };
  } finally {
    await product.close();
    await plain.close();
  }
}
