import type { Page } from '@playwright/test';
import { ms, timingOf } from '../report.ts';

/** Frames of one gesture: milliseconds between them, and from each pointer move to the frame after the screen changed for it. */
export interface Frames {
  readonly gaps: readonly number[];
  readonly painted: readonly number[];
  /** How often each part of the screen was painted anew. */
  readonly repaints: Readonly<Record<string, number>>;
}

/** One input followed until the screen rested: milliseconds until something, and until the last of each part, was painted. */
export interface Followed {
  readonly first: number | null;
  readonly parts: Readonly<Record<string, number>>;
}

interface Counting {
  startFrames(): void;
  endFrames(): Frames;
  follow(type: string, restMs: number): void;
  followed(): Promise<Followed>;
}

type Mark = (part: string) => void;
interface Changes {
  start(): void;
  stop(): void;
  /** Whether an answer of the server is awaited. */
  waits(): boolean;
}

/**
 * Tells of changes by the part of the screen they are in: the nearest element with one of the names below, or "rest"; the map's canvas
 * counts as changed when it is drawn on. Runs in the page, so it knows nothing outside itself.
 */
function installChanges(): void {
  const named = ['shown', 'map', 'time', 'filters', 'feed'].map((id) => `#${id}`).join(',');
  const partOf = (node: Node): string | null => {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('.visually-hidden')) return null;
    return element.closest(named)?.id ?? 'rest';
  };
  const isSame = ({ type, target, attributeName, oldValue }: MutationRecord): boolean => {
    if (type === 'childList') return false;
    return (
      oldValue ===
      (type === 'attributes' ? (target as Element).getAttribute(attributeName!) : target.nodeValue)
    );
  };
  const watchDrawing = (mark: Mark): void => {
    const partOfCanvas = new WeakMap<HTMLCanvasElement, string>();
    for (const method of ['fill', 'fillRect', 'drawImage', 'putImageData'] as const) {
      const draw = CanvasRenderingContext2D.prototype[method] as (...given: unknown[]) => unknown;
      Object.assign(CanvasRenderingContext2D.prototype, {
        [method](this: CanvasRenderingContext2D, ...given: unknown[]) {
          const { canvas } = this;
          if (canvas.isConnected) {
            const part = partOfCanvas.get(canvas) ?? partOf(canvas) ?? 'rest';
            partOfCanvas.set(canvas, part);
            mark(part);
          }
          return draw.apply(this, given);
        },
      });
    }
  };
  let awaited = 0;
  const { fetch } = window;
  window.fetch = (...given) => {
    awaited++;
    return fetch(...given).finally(() => {
      awaited--;
    });
  };
  Object.assign(window, {
    watchChanges(mark: Mark): Changes {
      watchDrawing(mark);
      const observer = new MutationObserver((records) => {
        for (const record of records) {
          const part = isSame(record) ? null : partOf(record.target);
          if (part !== null) mark(part);
        }
      });
      const options = {
        subtree: true,
        childList: true,
        attributeOldValue: true,
        characterDataOldValue: true,
      };
      return {
        start: () => observer.observe(document.body, options),
        stop: () => observer.disconnect(),
        waits: () => awaited > 0,
      };
    },
  });
}

/**
 * Counts frames and follows inputs. A change is painted when the frame that comes after it, or that it was made in, has been handed
 * over. Runs in the page after `installChanges`.
 */
function installFrameCounter(): void {
  // A move is told of twice, when it is made and with its frame; both carry the time at which it was made.
  const early = 'pointerrawupdate';
  const inputs = [early, 'pointermove', 'pointerup', 'wheel', 'click'];
  let seen = { gaps: [] as number[], painted: [] as number[], repaints: {} as Record<string, number> };
  let counting = false;
  let looping = false;
  let last = 0;
  let asked: number | null = null;
  let following: { type: string; restMs: number; at: number | null; changedAt: number } | null = null;
  let found: { first: number | null; parts: Record<string, number> } = { first: null, parts: {} };
  const changed = new Set<string>();
  const changes = (window as unknown as { watchChanges(mark: Mark): Changes }).watchChanges((part) => {
    changed.add(part);
    if (following) following.changedAt = performance.now();
  });
  const notePainted = (now: number): void => {
    if (asked !== null) seen.painted.push(now - asked);
    asked = null;
    for (const part of changed) {
      seen.repaints[part] = (seen.repaints[part] ?? 0) + 1;
      if (following?.at == null) continue;
      found.first ??= now - following.at;
      found.parts[part] = now - following.at;
    }
    changed.clear();
  };
  const handedOver = new MessageChannel();
  const frame = (now: number): void => {
    if (last > 0) seen.gaps.push(now - last);
    last = now;
    handedOver.port2.postMessage(null);
  };
  handedOver.port1.onmessage = () => {
    if (changed.size > 0) notePainted(performance.now());
    looping = counting;
    if (looping) requestAnimationFrame(frame);
  };
  const onInput = (event: Event): void => {
    if (asked === null) {
      asked = event.timeStamp;
      changed.clear();
    }
    if (following?.at !== null || event.type !== following.type) return;
    following.at = event.timeStamp;
    following.changedAt = performance.now();
  };
  const startFrames = (): void => {
    seen = { gaps: [], painted: [], repaints: {} };
    last = 0;
    asked = null;
    changed.clear();
    counting = true;
    for (const type of inputs) addEventListener(type, onInput, { capture: true, passive: true });
    changes.start();
    if (!looping) requestAnimationFrame(frame);
    looping = true;
  };
  const endFrames = (): typeof seen => {
    counting = false;
    changes.stop();
    for (const type of inputs) removeEventListener(type, onInput, { capture: true });
    return seen;
  };
  const follow = (type: string, restMs: number): void => {
    found = { first: null, parts: {} };
    following = { type, restMs, at: null, changedAt: performance.now() };
    startFrames();
  };
  const followed = async (): Promise<typeof found> => {
    const patience = performance.now() + 15_000;
    const rests = (): boolean =>
      following?.at != null && !changes.waits() && performance.now() - following.changedAt > following.restMs;
    while (!rests() && performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 40));
    following = null;
    endFrames();
    return found;
  };
  Object.assign(window, { startFrames, endFrames, follow, followed });
}

/** Must be called before the page is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(installChanges);
  await page.addInitScript(installFrameCounter);
}

export async function framesOf(page: Page, gesture: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => (window as unknown as Counting).startFrames());
  await gesture();
  const frames = await page.evaluate(() => (window as unknown as Counting).endFrames());
  if (frames.gaps.length === 0) throw new Error('no frame was counted');
  return frames;
}

/** Does one thing and follows it until no answer of the server is awaited and nothing on the screen has changed for `restMs`. */
export async function follow(
  page: Page,
  type: 'pointermove' | 'pointerup' | 'click',
  act: () => Promise<void>,
  restMs = 300,
): Promise<Followed> {
  await page.evaluate(([input, rest]) => (window as unknown as Counting).follow(input, rest), [
    type,
    restMs,
  ] as const);
  await act();
  return page.evaluate(() => (window as unknown as Counting).followed());
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
/** Frames a second over all of a gesture's frames. */
export const fpsOf = (runs: readonly Frames[]): number => 1000 / mean(runs.flatMap(({ gaps }) => gaps));

export const framesHead = ['fps (spread)', 'between frames, ms', 'pointer to painted, ms', 'moves painted'];

export function framesCells(runs: readonly Frames[]): string[] {
  const each = runs.map((run) => fpsOf([run])).sort((a, b) => a - b);
  const painted = timingOf(runs.flatMap((run) => run.painted));
  const gap = timingOf(runs.flatMap(({ gaps }) => gaps));
  return [
    `${fpsOf(runs).toFixed(0)} (${each[0]!.toFixed(0)} to ${each.at(-1)!.toFixed(0)})`,
    `${ms(gap.median)} / ${ms(gap.p95)}`,
    painted.runs > 0 ? `${ms(painted.median)} / ${ms(painted.p95)}` : 'no change seen',
    String(painted.runs),
  ];
}
