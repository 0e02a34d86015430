import { create } from 'zustand';
import type { EventFilter } from '#core/filter.ts';
import type { CivilDay } from '#core/time.ts';
import type { View } from '#core/view.ts';
import { changeView } from './use-view.ts';

type Draft = {
  /** The window while it is dragged or played: the engine follows every frame, the address only on release. */
  readonly window: { readonly from: CivilDay | null; readonly to: CivilDay | null } | null;
};

/** What is being dragged and not yet in the address. */
export const useDraft = create<Draft>(() => ({ window: null }));

export function draftWindow(from: CivilDay | null, to: CivilDay | null): void {
  useDraft.setState({ window: { from, to } });
}

/** Ends a drag: one history entry for all of it. `axis` is the part of the time axis that stays in view. */
export function commitWindow(from: CivilDay | null, to: CivilDay | null, axis?: View['axis']): void {
  useDraft.setState({ window: null });
  changeView((view) => ({
    ...view,
    axis: axis === undefined ? view.axis : axis,
    filter: { ...view.filter, from, to },
  }));
}

/** As commitWindow, and lets the axis go to the days typed: a few of them are not to be a hairline. */
export function commitTypedWindow(from: CivilDay | null, to: CivilDay | null): void {
  commitWindow(from, to, null);
}

export function dropDraft(): void {
  useDraft.setState({ window: null });
}

/** Resolves when the window is let go; null while none is dragged or played. */
export function windowLetGo(): Promise<void> | null {
  if (useDraft.getState().window === null) return null;
  return new Promise((resolve) => {
    const stop = useDraft.subscribe(({ window }) => {
      if (window !== null) return;
      stop();
      resolve();
    });
  });
}

/** The filter as shown this moment: the address's, with the window being dragged. */
export function withDraft(filter: EventFilter, draft: Draft['window']): EventFilter {
  return draft === null ? filter : { ...filter, from: draft.from, to: draft.to };
}
