import { useMedia } from '#ui/use-media.ts';

/** True where a table of nine columns has no room and cards are shown instead. */
export function useNarrow(): boolean {
  return useMedia('(width < 768px)');
}
