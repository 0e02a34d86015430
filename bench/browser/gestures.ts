import type { Locator, Page } from '@playwright/test';
import { bars, mapFigure, timeline } from '#tests/journeys/explore-screen.ts';
import { type Followed, type Frames, follow, framesOf } from './frames.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where the middle of something is, which is brought into sight. */
export async function middleOf(of: Locator): Promise<Place> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error('what is to be dragged is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** Moves the held pointer there and back in steps of a few pixels, one a frame; back by other places, so that no answer is known. */
export async function dragOver(page: Page, from: Place, pixels: number, steps: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) {
    const share = step <= steps / 2 ? step / (steps / 2) : 2 - step / (steps / 2);
    const back = step > steps / 2 ? 1.5 : 0;
    await page.mouse.move(from.x + pixels * share + back, from.y);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
}

const handleOf = (page: Page): Promise<Place> =>
  middleOf(timeline(page).getByRole('slider', { name: 'End of the dates' }));

/** Pixels of a fluent move of the window's end: more than a bar is wide on every screen measured, so that each move changes it. */
const STRIDE = 9;
/** How far from where it began the window's end is dragged, as a share of the timeline: what lies beyond its end moves nothing. */
const REACH = 0.22;

/** How far from its start a handle is after each of these moves, to and fro in strides, at last where it began; each way by places of its own. */
function strides(moves: number, reach: number): number[] {
  const ways = 2 * Math.ceil((moves * STRIDE) / (2 * reach));
  const each = Math.ceil(moves / ways);
  return Array.from({ length: moves }, (_, move) => {
    const leg = Math.floor(move / each);
    const within = (move % each) + 1;
    return (leg % 2 === 0 ? within : each - within) * STRIDE + ((leg * 3) % STRIDE) / 2;
  });
}

/** The end of the window dragged to and fro over a fifth of the timeline: each move crosses the edge of a bin. */
export async function dragTimeline(page: Page, steps: number): Promise<Frames> {
  const plot = await middleOf(bars(page));
  const handle = await handleOf(page);
  return framesOf(page, async () => {
    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    for (const offset of strides(steps, plot.width * REACH)) {
      await page.mouse.move(handle.x + offset, handle.y);
      await page.waitForTimeout(12);
    }
    await page.mouse.up();
  });
}

/** Frames of a gesture on the map; throws where the map did not answer it, as one under the notice that nothing matches does not. */
async function framesOfMap(page: Page, gesture: (map: Place) => Promise<void>): Promise<Frames> {
  const map = await middleOf(mapFigure(page).getByRole('application'));
  const frames = await framesOf(page, () => gesture(map));
  if (!frames.repaints.map) throw new Error('the map never changed under the pointer');
  return frames;
}

export function panMap(page: Page, steps: number): Promise<Frames> {
  return framesOfMap(page, (map) => dragOver(page, map, map.width * 0.2, steps));
}

export function zoomMap(page: Page, turns: number): Promise<Frames> {
  return framesOfMap(page, async (map) => {
    await page.mouse.move(map.x, map.y);
    for (let turn = 0; turn < turns; turn++) {
      await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 240);
      await page.waitForTimeout(300);
    }
  });
}

/** The end of the window held and moved `moves` times by some pixels, to no place twice, each followed until the screen rests. */
export async function followDrag(page: Page, moves: number): Promise<Followed[]> {
  const handle = await handleOf(page);
  await page.mouse.move(handle.x, handle.y);
  await page.mouse.down();
  const found: Followed[] = [];
  for (let move = 1; move <= moves; move++) {
    const x = handle.x + (move <= moves / 2 ? move * 5 : (moves - move) * 5 + 2);
    found.push(await follow(page, 'pointermove', () => page.mouse.move(x, handle.y)));
  }
  await page.mouse.up();
  return found;
}

const families = ['Clashes', 'Arrests', 'Killings', 'Eradication', 'Seizures', 'Trafficking', 'Policy'];
const kindBox = (page: Page, name: string): Locator =>
  page
    .locator('#filters')
    .getByRole('checkbox', { name: new RegExp(`^${name}`) })
    .first();

/** Families that have events here: any other choice would leave the screen empty. */
async function familiesHere(page: Page): Promise<string[]> {
  await kindBox(page, `${families[0]}.* \\d`).waitFor();
  const counted = await Promise.all(families.map((family) => kindBox(page, `${family}.* [1-9]`).count()));
  return families.filter((_, at) => counted[at]);
}

/** Boxes switched on and off by a click, no choice of them met twice, each click followed until the screen rests. */
export async function followBoxes(
  page: Page,
  boxes: readonly Locator[],
  clicks: number,
): Promise<Followed[]> {
  const found: Followed[] = [];
  for (let click = 1; click <= Math.min(clicks, 2 ** boxes.length - 1); click++) {
    const box = boxes[Math.log2(click & -click)]!;
    await box.scrollIntoViewIfNeeded();
    found.push(await follow(page, 'click', () => box.click()));
  }
  return found;
}

/** Kinds of event that are here switched on and off. */
export async function followToggles(page: Page, clicks: number): Promise<Followed[]> {
  const here = await familiesHere(page);
  return followBoxes(
    page,
    here.map((name) => kindBox(page, name)),
    clicks,
  );
}

/** Every kind again, as the screen was opened. */
export async function clearKinds(page: Page): Promise<void> {
  for (const family of families) {
    const box = kindBox(page, family);
    if (await box.isChecked()) await follow(page, 'click', () => box.click());
  }
}

/** The window's end dragged a little and let go, each release followed until the screen rests, the list and its words included. */
export async function followReleases(page: Page, times: number): Promise<Followed[]> {
  const found: Followed[] = [];
  for (let time = 0; time < times; time++) {
    const handle = await handleOf(page);
    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    await page.mouse.move(handle.x - 14, handle.y, { steps: 4 });
    await page.waitForTimeout(300);
    found.push(await follow(page, 'pointerup', () => page.mouse.up(), 500));
  }
  return found;
}

const parts = ['shown', 'map', 'time', 'filters'] as const;
/** What any dashboard has: count, map and timeline. */
export const commonParts = ['shown', 'map', 'time'] as const;

/** Of each input that moved the window or changed the count: milliseconds until the parts, usually with the filters, were all painted. */
export function allPainted(
  followed: readonly Followed[],
  awaited: readonly (typeof parts)[number][] = parts,
): number[] {
  return followed.flatMap(({ parts: seen }) =>
    seen.time === undefined && seen.shown === undefined
      ? []
      : [Math.max(...awaited.map((part) => seen[part] ?? 0))],
  );
}

/** The same with the list. */
export function allAndList(followed: readonly Followed[]): number[] {
  return followed.map(({ parts: seen }) => Math.max(...[...parts, 'feed'].map((part) => seen[part] ?? 0)));
}
