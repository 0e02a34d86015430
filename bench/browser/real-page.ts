import type { Page } from '@playwright/test';
import { bars, mapFigure, openExplore, timeline } from '#tests/journeys/explore-screen.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { ms, table, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { openBrowser, servePage } from './page.ts';

/** Frames of one gesture: milliseconds between them, and from each pointer move to the frame after the screen changed for it. */
export interface Frames {
  readonly gaps: readonly number[];
  readonly painted: readonly number[];
}

/**
 * Counts frames in the page, and for each pointer move the time until the frame that follows the first change of words, shapes or
 * attributes. Moves overtaken by the next before the screen changed count from the first of them.
 */
function installFrameCounter(): void {
  let gaps: number[] = [];
  let painted: number[] = [];
  let last = 0;
  let asked: number | null = null;
  let changed = false;
  let counting = false;
  const frame = (now: number): void => {
    if (!counting) return;
    if (last > 0) gaps.push(now - last);
    last = now;
    if (asked !== null && changed) {
      painted.push(performance.now() - asked);
      asked = null;
      changed = false;
    }
    requestAnimationFrame(frame);
  };
  const begin = (): void => {
    if (asked === null) {
      asked = performance.now();
      changed = false;
    }
  };
  const observer = new MutationObserver(() => {
    changed = asked !== null;
  });
  Object.assign(window, {
    startFrames() {
      gaps = [];
      painted = [];
      last = 0;
      asked = null;
      counting = true;
      addEventListener('pointermove', begin, true);
      addEventListener('wheel', begin, { capture: true, passive: true });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      requestAnimationFrame(frame);
    },
    endFrames() {
      counting = false;
      observer.disconnect();
      removeEventListener('pointermove', begin, true);
      removeEventListener('wheel', begin, true);
      return { gaps, painted };
    },
  });
}

interface Counting {
  startFrames(): void;
  endFrames(): Frames;
}

async function framesOf(page: Page, gesture: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => (window as unknown as Counting).startFrames());
  await gesture();
  return page.evaluate(() => (window as unknown as Counting).endFrames());
}

/** Moves the held pointer there and back in steps of a few pixels, one a frame. */
async function dragOver(
  page: Page,
  from: { x: number; y: number },
  pixels: number,
  steps: number,
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) {
    const share = step <= steps / 2 ? step / (steps / 2) : 2 - step / (steps / 2);
    await page.mouse.move(from.x + pixels * share, from.y);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
}

async function middle(of: ReturnType<typeof bars>): Promise<{ x: number; y: number; width: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error('what is to be dragged is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

async function ourGestures(page: Page, steps: number): Promise<Record<string, Frames>> {
  await openExplore(page, '/?v=1&from=2000-01-01&to=2009-12-31');
  const plot = await middle(bars(page));
  const handle = await middle(timeline(page).getByRole('slider', { name: 'End of the dates' }));
  const drag = await framesOf(page, () => dragOver(page, handle, plot.width * 0.15, steps));
  const map = await middle(mapFigure(page).getByRole('application'));
  const pan = await framesOf(page, () => dragOver(page, map, map.width * 0.2, steps));
  const zoom = await framesOf(page, async () => {
    await page.mouse.move(map.x, map.y);
    for (let turn = 0; turn < Math.ceil(steps / 15); turn++) {
      await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 240);
      await page.waitForTimeout(300);
    }
  });
  return { 'timeline drag': drag, 'map pan': pan, 'map zoom': zoom };
}

async function naiveGestures(page: Page, steps: number): Promise<Record<string, Frames>> {
  await page.waitForSelector('#brush');
  const handle = await middle(page.locator('#brush'));
  return { 'timeline drag': await framesOf(page, () => dragOver(page, handle, handle.width * 0.15, steps)) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const fpsOf = (runs: readonly Frames[]): number => 1000 / mean(runs.flatMap(({ gaps }) => gaps));

function rowOf(page: string, gesture: string, runs: readonly Frames[]): string[] {
  const each = runs.map((run) => fpsOf([run])).sort((a, b) => a - b);
  const painted = timingOf(runs.flatMap((run) => run.painted));
  const gap = timingOf(runs.flatMap(({ gaps }) => gaps));
  return [
    page,
    gesture,
    `${fpsOf(runs).toFixed(0)} (${each[0]!.toFixed(0)} to ${each.at(-1)!.toFixed(0)})`,
    `${ms(gap.median)} / ${ms(gap.p95)}`,
    painted.runs > 0 ? `${ms(painted.median)} / ${ms(painted.p95)}` : 'no change seen',
    String(painted.runs),
  ];
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
      await page.addInitScript(installFrameCounter);
      await page.goto('/');
      for (const [name, frames] of Object.entries(await gestures(page, quick ? 20 : 120))) {
        if (frames.gaps.length === 0) throw new Error(`${name}: no frame was counted`);
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
      ['page', 'gesture', 'fps (spread)', 'between frames, ms', 'pointer to painted, ms', 'moves painted'],
      ...[...own].map(([gesture, runs]) => rowOf('Atalaya, bundled events', gesture, runs)),
      ...[...naive].map(([gesture, runs]) =>
        rowOf('React + Recharts + react-leaflet, 10,000 events', gesture, runs),
      ),
    ];
    return {
      title: 'The page: real drags, frames counted',
      verdicts,
      checks: own.size + naive.size,
      notRun: [
        'Frames and painting at 1 M and 10 M events in the page: the bench has no store of that size yet; the engine at those sizes is measured without painting',
      ],
      text: `A real pointer in headless Chromium at 1440 × 900, without a graphics card. Pointer to painted: from a move to the first frame after the document changed for it (a change on the map's canvas alone is not seen). Median / 95th percentile.\n\n${table(rows)}`,
    };
  } finally {
    await product.close();
    await plain.close();
  }
}
