import { useSyncExternalStore } from 'react';

const QUERY = '(width < 768px)';
const media = () => (typeof matchMedia === 'function' ? matchMedia(QUERY) : null);

/** True where a table of nine columns has no room and cards are shown instead. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = media();
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => media()?.matches ?? false,
  );
}
