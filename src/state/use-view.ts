import { createContext, useContext, useSyncExternalStore } from 'react';
import { onShown, shownUse } from './shown-view.ts';
import { currentUse, onAddress, type UseView } from './view-address.ts';

const Shown = createContext(false);
/** With true, a changed filter reaches what stands in here together with its answers; elsewhere at once. */
export const ShownView = Shown.Provider;

/** The screen's state, which is its address. */
export function useView(): UseView {
  const shown = useContext(Shown);
  return useSyncExternalStore(shown ? onShown : onAddress, shown ? shownUse : currentUse);
}

/** One part of the address's state, a text, a number or an object of the view itself: what needs no more is not drawn for the rest. */
export function useViewPart<T>(read: (use: UseView) => T): T {
  return useSyncExternalStore(onAddress, () => read(currentUse()));
}
