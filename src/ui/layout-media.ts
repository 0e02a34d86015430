import { useState } from 'react';
import { create } from 'zustand';
import { useMedia } from './use-media.ts';

const useOpenDialogs = create<{ readonly open: number }>(() => ({ open: 0 }));

/** Counts a dialog as open; gives back what says that it is closed. */
export function dialogOpens(): () => void {
  const add = (step: 1 | -1) => useOpenDialogs.setState(({ open }) => ({ open: open + step }));
  add(1);
  return () => add(-1);
}

/**
 * Whether a media query that chooses a layout holds. While a dialog is open the answer stays: another layout would take the dialog
 * away, with what was written in it, when a phone is turned or a window made smaller.
 */
export function useLayoutMedia(query: string): boolean {
  const now = useMedia(query);
  const waits = useOpenDialogs(({ open }) => open > 0);
  const [held, setHeld] = useState(now);
  if (!waits && held !== now) setHeld(now);
  return waits ? held : now;
}
