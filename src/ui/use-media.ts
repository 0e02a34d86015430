import { useMemo, useSyncExternalStore } from 'react';

/** Asking a list whether it matches may lay out the page, so it is asked only when it says that it has changed. */
function watch(query: string) {
  const list = typeof matchMedia === 'function' ? matchMedia(query) : null;
  let matches = list?.matches ?? false;
  return {
    matches: () => matches,
    subscribe(listener: () => void): () => void {
      const changed = () => {
        matches = list?.matches ?? false;
        listener();
      };
      matches = list?.matches ?? false;
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
  };
}

/** Whether a media query holds now, followed as it changes; false where nothing can tell. */
export function useMedia(query: string): boolean {
  const { matches, subscribe } = useMemo(() => watch(query), [query]);
  return useSyncExternalStore(subscribe, matches, () => false);
}
