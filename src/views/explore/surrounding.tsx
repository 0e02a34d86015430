import { type ComponentType, createContext, memo, type ReactNode, useContext, useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import { type Surrounding, useDraft, withDraft } from '#state/draft-store.ts';
import { useView } from '#state/use-view.ts';

const Part = createContext<Surrounding | null>(null);

/** What stands in here follows a dragged window as one of its surroundings; with null, at every frame. */
export function Around({ part, children }: { part: Surrounding | null; children: ReactNode }) {
  return <Part value={part}>{children}</Part>;
}

/** A component that follows a dragged window as one of the surroundings, drawn anew only when its turn comes or its props change. */
export function around<Props extends object>(part: Surrounding, Inner: ComponentType<Props>) {
  return memo(function Surroundings(props: Props) {
    return (
      <Around part={part}>
        <Inner {...props} />
      </Around>
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
