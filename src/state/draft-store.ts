import { create } from 'zustand';
import type { EventFilter } from '#core/filter.ts';
import type { CivilDay } from '#core/time.ts';
import type { View } from '#core/view.ts';
import { frameShare } from './frame-share.ts';
import { answered, showAtOnce } from './shown-view.ts';
import { changeView } from './view-address.ts';

/** Days between which events are shown; null = open. */
export type DraftWindow = { readonly from: CivilDay | null; readonly to: CivilDay | null };

/** Parts of a page that surround what is dragged: numbers and words, which nobody reads while they change sixty times a second. */
export const surroundings = ['filters', 'more filters', 'map', 'time', 'list'] as const;
export type Surrounding = (typeof surroundings)[number];

type Draft = {
  /** The window while it is dragged or played: the engine follows every frame, the address only on release. */
  readonly window: DraftWindow | null;
  /** The window that each of the surroundings shows: while the hand moves they take turns, as many a frame as keep it short. */
  readonly around: Readonly<Record<Surrounding, DraftWindow | null>>;
};

const everywhere = (window: DraftWindow | null): Draft => ({
  window,
  around: Object.fromEntries(surroundings.map((part) => [part, window])) as Draft['around'],
});

/** What is being dragged and not yet in the address, as the page shows it. */
export const useDraft = create<Draft>(() => everywhere(null));

/** Asks what the page will show of a window; resolves when it is known. */
export type AskAhead = (window: DraftWindow) => Promise<unknown>;

const asksAhead = new Set<AskAhead>();
/** Where the hand is; null while nothing is dragged. */
let wanted: DraftWindow | null = null;
/** Counts drags, so that an answer to one that has ended is not shown in the next. */
let drag = 0;
let following = false;

/** While a window is dragged, what `ask` answers is known before the window is shown. Returns what takes that back. */
export function askAhead(ask: AskAhead): () => void {
  asksAhead.add(ask);
  return () => asksAhead.delete(ask);
}

/** Follows the hand: of the places that it passed while answers were awaited, only the last is asked about. */
export function draftWindow(from: CivilDay | null, to: CivilDay | null): void {
  wanted = { from, to };
  if (following) return;
  if (asksAhead.size === 0) show(wanted);
  else void followHand();
}

async function followHand(): Promise<void> {
  following = true;
  while (wanted !== null && !isSame(wanted, useDraft.getState().window)) {
    const next: DraftWindow = wanted;
    const asked = drag;
    await answered([...asksAhead].map((ask) => ask(next)));
    if (wanted === null || drag !== asked) continue;
    // The hand moved on in every frame since a turn was due: this one is the turn's, the window's is the next.
    if (isDue() && !fitsWithTurn() && takeTurn()) await nextFrame();
    else show(next);
  }
  following = false;
}

const isSame = (a: DraftWindow, b: DraftWindow | null): boolean =>
  b !== null && a.from === b.from && a.to === b.to;

/** While the hand moves, one of the surroundings follows in so many milliseconds: most frames belong to what is dragged. */
const turnMs = 48;
/** So much later a turn waits no longer for a frame in which the window stands still. */
const overdueMs = 34;
/** Moves that follow one another in less are one motion; the hand has paused when none has come for `pauseMs`. */
const motionMs = 100;
const pauseMs = 60;
/** Scripts that follow a single move at once: better one long frame than several. */
const singleScriptMs = 25;
let shownAt = 0;
/** Whether the window shown last followed another closely. */
let inMotion = false;
/** Whether the window moved since the last frame began: this one is its own. */
let movedInFrame = false;
let turnedAt = 0;
let turn = 0;
/** The frame in which the next part may catch up; 0 while none has to. */
let nextCatch = 0;
const share = frameShare();

function show(window: DraftWindow | null): void {
  const { window: shown } = useDraft.getState();
  if (window === shown || (window !== null && isSame(window, shown))) return;
  if (window === null) {
    turnedAt = 0;
    movedInFrame = false;
    cancelAnimationFrame(nextCatch);
    nextCatch = 0;
    useDraft.setState(everywhere(null));
    return;
  }
  const now = performance.now();
  inMotion = now - shownAt < motionMs;
  shownAt = now;
  movedInFrame = true;
  if (shown === null) turnedAt = now;
  const drawn = share.spend('window', () => useDraft.setState({ window }));
  if (nextCatch !== 0) return;
  // A single move is told of before its frame: what surrounds the window is drawn while the browser waits for that.
  if (inMotion) nextCatch = requestAnimationFrame(catchUp);
  else
    void drawn.then(() => {
      if (nextCatch === 0) void catchUp(performance.now(), false);
    });
}

/**
 * Surroundings that show an earlier window follow, one in each frame in which the window does not move; in the midst of a motion, when
 * their turn has come. Where a frame has time for more than that, more of them follow in it, beside the window too.
 */
async function catchUp(beganAt: number, isFrame = true): Promise<void> {
  nextCatch = 0;
  share.begin(beganAt);
  let granted = isGranted();
  const isBehind = movedInFrame || nextBehind() !== null;
  movedInFrame = false;
  for (let part = nextBehind(); part !== null; part = nextBehind()) {
    if (!granted && !share.fits(inMotion ? share.trusted() : singleScriptMs, part)) break;
    granted = false;
    await follow(part);
  }
  // One frame more than has anything to draw tells whether this one was too long.
  const goesOn = isBehind || nextBehind() !== null;
  share.end(goesOn && isFrame);
  if (goesOn && nextCatch === 0) nextCatch = requestAnimationFrame(catchUp);
}

/** Whether the frame is one in which a part may follow whatever it takes. */
function isGranted(): boolean {
  const now = performance.now();
  if (movedInFrame && now - turnedAt < turnMs + overdueMs) return false;
  return !inMotion || now - shownAt >= pauseMs || isDue();
}

const isDue = (): boolean => performance.now() - turnedAt >= turnMs;

/** Whether the window and the part whose turn it is can be drawn in one frame. */
function fitsWithTurn(): boolean {
  const part = nextBehind();
  return part === null || share.fits(share.trusted(), 'window', part);
}

/** The part whose turn it is to follow; null when none is behind. */
function nextBehind(): Surrounding | null {
  const { window, around } = useDraft.getState();
  if (window === null) return null;
  for (let step = 1; step <= surroundings.length; step++) {
    const part = surroundings[(turn + step) % surroundings.length]!;
    if (around[part] !== window) return part;
  }
  return null;
}

/** Lets the next of the surroundings that are behind follow; false when none is. */
function takeTurn(): boolean {
  const part = nextBehind();
  if (part !== null) void follow(part);
  return part !== null;
}

function follow(part: Surrounding): Promise<void> {
  const { window, around } = useDraft.getState();
  turn = surroundings.indexOf(part);
  turnedAt = performance.now();
  return share.spend(part, () => useDraft.setState({ around: { ...around, [part]: window } }));
}

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Ends a drag: one history entry for all of it. `axis` is the part of the time axis that stays in view. */
export function commitWindow(from: CivilDay | null, to: CivilDay | null, axis?: View['axis']): void {
  const isSeen = useDraft.getState().window !== null;
  dropDraft();
  const change = (): void =>
    changeView((view) => ({
      ...view,
      axis: axis === undefined ? view.axis : axis,
      filter: { ...view.filter, from, to },
    }));
  // It has been on the screen: waiting for what else hangs on it would show the window of before.
  if (isSeen) showAtOnce(change);
  else change();
}

/** As commitWindow, and lets the axis go to the days typed: a few of them are not to be a hairline. */
export function commitTypedWindow(from: CivilDay | null, to: CivilDay | null): void {
  commitWindow(from, to, null);
}

export function dropDraft(): void {
  wanted = null;
  drag++;
  show(null);
  for (const tell of lettingGo) tell();
  lettingGo.clear();
}

const lettingGo = new Set<() => void>();

/** Resolves when the window is let go; null while none is dragged or played. */
export function windowLetGo(): Promise<void> | null {
  if (wanted === null) return null;
  return new Promise((resolve) => {
    lettingGo.add(resolve);
  });
}

/** The filter as shown this moment: the address's, with the window being dragged. */
export function withDraft(filter: EventFilter, draft: DraftWindow | null): EventFilter {
  if (draft === null) return filter;
  const known = drafted.get(draft);
  if (known?.filter === filter) return known.shown;
  const shown = { ...filter, from: draft.from, to: draft.to };
  drafted.set(draft, { filter, shown });
  return shown;
}

/** One object for one window, however many parts of the page ask: what they make of it is then the same too. */
const drafted = new WeakMap<DraftWindow, { readonly filter: EventFilter; readonly shown: EventFilter }>();
