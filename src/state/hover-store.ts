import { create } from 'zustand';

export type HoverOrigin = 'map' | 'time' | 'feed';

type Hover = {
  /** Row numbers of the events under the pointer or in focus, in whichever pane. */
  readonly rows: readonly number[];
  readonly origin: HoverOrigin | null;
};

/** What is pointed at in one pane, to be marked in the others. */
export const useHover = create<Hover>(() => ({ rows: [], origin: null }));

export function hover(origin: HoverOrigin, rows: readonly number[]): void {
  const before = useHover.getState();
  if (rows.length === 0 && before.rows.length === 0) return;
  useHover.setState({ rows, origin: rows.length === 0 ? null : origin });
}
