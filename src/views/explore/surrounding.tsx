import { type ComponentType, createContext, memo, type ReactNode, useContext, useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import { type Surrounding, useDraft, withDraft } from '#state/draft-store.ts';
import { ShownView, useView } from '#state/use-view.ts';

const Part = createContext<Surrounding | null>(null);

/** What stands in here follows a dragged window as one of its surroundings; with null, at every frame. */
export function Around({ part, children }: { part: Surrounding | null; children: ReactNode }) {
  return <Part value={part}>{children}</Part>;
}

/**
 * A component that follows a dragged window as one of the surroundings, drawn anew only when its turn comes or its props change. A
 * changed filter reaches it with its answers, unless it is where the filter is changed (`atOnce`): there a choice is seen when it is made.
 */
export function around<Props extends object>(
  part: Surrounding,
  Inner: ComponentType<Props>,
  { atOnce = false } = {},
) {
  return memo(function Surroundings(props: Props) {
    return (
      <ShownView value={!atOnce}>
        <Around part={part}>
          <Inner {...props} />
        </Around>
      </ShownView>
    );
  });
}

/** The filter as shown this moment and in this part of the screen, a dragged window included. */
export function useShownFilter(): EventFilter {
  const { view } = useView();
  const part = useContext(Part);
  const draft = useDraft(({ window, around }) => (part === null ? window : around[part]));
  return useMemo(() => withDraft(view.filter, draft), [view.filter, draft]);
}
