import { create } from 'zustand';
import type { EventFilter } from '#core/filter.ts';
import { type CivilDay, isoOf } from '#core/time.ts';
import { changeFilter, changeView } from './use-view.ts';

type Draft = {
  /** The window while it is dragged or played: the engine follows every frame, the address only on release. */
  readonly window: { readonly from: CivilDay | null; readonly to: CivilDay | null } | null;
};

/** What is being dragged and not yet in the address. */
export const useDraft = create<Draft>(() => ({ window: null }));

export function draftWindow(from: CivilDay | null, to: CivilDay | null): void {
  useDraft.setState({ window: { from, to } });
}

/** Ends a drag: one history entry for all of it. */
export function commitWindow(from: CivilDay | null, to: CivilDay | null): void {
  useDraft.setState({ window: null });
  changeFilter({ from, to });
}

/** As commitWindow, and shows the window with as much time around it, so that a few typed days are not a hairline. */
export function commitTypedWindow(from: CivilDay | null, to: CivilDay | null): void {
  useDraft.setState({ window: null });
  const around =
    from !== null && to !== null
      ? { from: isoOf(from - (to - from) - 1), to: isoOf(to + (to - from) + 1) }
      : null;
  changeView((view) => ({ ...view, axis: around, filter: { ...view.filter, from, to } }));
}

export function dropDraft(): void {
  useDraft.setState({ window: null });
}

/** The filter as shown this moment: the address's, with the window being dragged. */
export function withDraft(filter: EventFilter, draft: Draft['window']): EventFilter {
  return draft === null ? filter : { ...filter, from: draft.from, to: draft.to };
}
