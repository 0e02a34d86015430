import { navigate } from 'wouter/use-browser-location';
import type { EventFilter } from '#core/filter.ts';
import { type ReadView, readView, type View, writeView } from '#core/view.ts';

/** Our mark in the browser's history: how many filter steps lie behind this entry. */
type Step = { readonly depth: number };

/** `step` is one entry of the history (Back undoes it); `quiet` changes the address in place. */
export type ChangeMode = 'step' | 'quiet';

export type UseView = {
  readonly view: View;
  /** Parts of the address that could not be used, by name. */
  readonly problems: ReadView['problems'];
  change(next: Partial<View> | ((view: View) => View), mode?: ChangeMode): void;
  changeFilter(part: Partial<EventFilter>, mode?: ChangeMode): void;
  /** Address of this screen with a changed view. */
  href(next: Partial<View>): string;
  readonly canUndo: boolean;
  undo(): void;
  redo(): void;
};

let lastRead: { search: string; read: ReadView } | null = null;

/** The same object for the same address, however many components ask. */
function readOnce(search: string): ReadView {
  if (lastRead?.search !== search) lastRead = { search, read: readView(search) };
  return lastRead.read;
}

function stepOf(state: unknown): Step {
  const depth = typeof state === 'object' && state !== null && 'depth' in state ? state.depth : 0;
  return { depth: typeof depth === 'number' ? depth : 0 };
}

/** Writes a view into the address. The current address is read at call time, so quick changes never overwrite one another. */
export function changeView(next: Partial<View> | ((view: View) => View), mode: ChangeMode = 'step'): void {
  const { view } = readOnce(location.search);
  const changed = typeof next === 'function' ? next(view) : { ...view, ...next };
  const address = writeView(changed);
  if (address === writeView(view)) return;
  const { depth } = stepOf(history.state);
  navigate(location.pathname + address + location.hash, {
    replace: mode === 'quiet',
    state: { depth: mode === 'quiet' ? depth : depth + 1 } satisfies Step,
  });
}

export function changeFilter(part: Partial<EventFilter>, mode: ChangeMode = 'step'): void {
  changeView((view) => ({ ...view, filter: { ...view.filter, ...part } }), mode);
}

/** Back, but only over a change made on this screen. */
export function undoView(): void {
  if (stepOf(history.state).depth > 0) history.back();
}

export function redoView(): void {
  history.forward();
}

interface Place {
  readonly search: string;
  readonly pathname: string;
  readonly depth: number;
}

let lastUse: { readonly place: Place; readonly use: UseView } | null = null;
/** Whether the browser has told of nothing since: asking it for address and history takes longer than all else here. */
let isFresh = false;
let isListening = false;

const forget = (): void => {
  isFresh = false;
};

/** Called before anyone else listens, so that none of them reads the address of before. */
function hearOfChanges(): void {
  if (isListening) return;
  for (const event of addressEvents) addEventListener(event, forget);
  isListening = true;
}

/** The same object while the address is the same: dozens of components read it at every drawing. */
export function currentUse(): UseView {
  if (isFresh && lastUse) return lastUse.use;
  hearOfChanges();
  const { search, pathname } = location;
  const { depth } = stepOf(history.state);
  const last = lastUse?.place;
  isFresh = true;
  if (lastUse && last?.search === search && last.pathname === pathname && last.depth === depth)
    return lastUse.use;
  const use = makeUse({ search, pathname, depth });
  lastUse = { place: { search, pathname, depth }, use };
  return use;
}

function makeUse({ search, pathname, depth }: Place): UseView {
  const { view, problems } = readOnce(search);
  return {
    view,
    problems,
    change: changeView,
    changeFilter,
    href: (next) => pathname + writeView({ ...view, ...next }),
    canUndo: depth > 0,
    undo: undoView,
    redo: redoView,
  };
}

/** What the router makes the history tell of, beside what browsers do. */
const addressEvents = ['popstate', 'pushState', 'replaceState', 'hashchange'];

/** Calls back when the address has changed. */
export function onAddress(listener: () => void): () => void {
  hearOfChanges();
  for (const event of addressEvents) addEventListener(event, listener);
  return () => {
    for (const event of addressEvents) removeEventListener(event, listener);
  };
}
