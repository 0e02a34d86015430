import { filterKey } from '#core/filter.ts';
import type { View } from '#core/view.ts';
import { frameShare } from './frame-share.ts';
import { currentUse, onAddress, type UseView } from './view-address.ts';

/** Asks what the page will show of a view; resolves when it is known. */
export type AskBefore = (view: View) => Promise<unknown>;

/** A changed filter is shown with its answers, in one drawing; when they are late, without them, and the page says that it waits. */
const patienceMs = 120;
/** Drawing all that follows from a choice in no more than this, the choice is not painted by itself first: both are seen in a frame or two. */
const shortMs = 12;
const share = frameShare();
const asks = new Set<AskBefore>();
const listeners = new Set<() => void>();
/** What is still shown while the answers to a changed filter are awaited; null while the address is what is shown. */
let held: UseView | null = null;
/** What the listeners were told of last. */
let told: UseView | null = null;
/** Counts changes of the address, so that answers to one that has been left show nothing. */
let moves = 0;
/** Whether the address changes to what has been on the screen. */
let isSeen = false;
let stopListening = (): void => {};

/** While this is not taken back, a changed filter is shown when `ask` has been answered. */
export function askBefore(ask: AskBefore): () => void {
  asks.add(ask);
  return () => asks.delete(ask);
}

/** Resolves when every answer is there or has failed, or when waiting is no longer worth it. */
export function answered(answers: readonly Promise<unknown>[]): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs, null);
    void Promise.allSettled(answers).then(() => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}

/** The state of the screen as its figures show it: the address's, or for some moments still that of before. */
export function shownUse(): UseView {
  if (held) return held;
  told = currentUse();
  return told;
}

export function onShown(listener: () => void): () => void {
  if (listeners.size === 0) stopListening = onAddress(follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopListening();
    held = null;
  };
}

/** Changes the address to what has been on the screen already: no answers are waited for. */
export function showAtOnce(change: () => void): void {
  isSeen = true;
  try {
    change();
  } finally {
    isSeen = false;
  }
}

function showAddress(): void {
  moves++;
  const isFollowing = held !== null;
  held = null;
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  if (isFollowing) void share.spend('drawing', tell);
  else tell();
}

function follow(): void {
  const next = currentUse();
  const before = held ?? told;
  if (!before || isSeen || asks.size === 0 || isSameFilter(before.view, next.view)) {
    showAddress();
    return;
  }
  held = before;
  const move = ++moves;
  share.end(false);
  const seen = share.fits(shortMs, 'drawing') ? [] : [painted()];
  void answered([...seen, ...[...asks].map((ask) => ask(next.view))]).then(() => {
    if (move === moves) showAddress();
  });
}

/** Resolves when what is there now has been painted: the choice itself is seen before all that follows from it is drawn. */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

const isSameFilter = (a: View, b: View): boolean => filterKey(a.filter) === filterKey(b.filter);
