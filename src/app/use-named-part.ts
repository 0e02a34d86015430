import { type RefObject, useEffect } from 'react';
import { onFirstGesture } from '#state/first-gesture.ts';

/** After this a page that still grows no longer moves under its reader. */
const SETTLED_MS = 10_000;

function namedPart(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Shows the part with this id as soon as it is there, and keeps it in place while what stands above it arrives. */
function follow(page: HTMLElement, id: string): () => void {
  const show = () => {
    const part = document.getElementById(id);
    if (!part) return;
    arrivals.disconnect();
    part.scrollIntoView();
  };
  const arrivals = new MutationObserver(show);
  const growth = new ResizeObserver(show);
  const stop = () => {
    arrivals.disconnect();
    growth.disconnect();
    clearTimeout(timer);
    forget();
  };
  const timer = setTimeout(stop, SETTLED_MS);
  const forget = onFirstGesture(stop);
  arrivals.observe(page, { childList: true, subtree: true });
  growth.observe(page);
  return stop;
}

/** An address that names a part of a page ("/country/PE#time") opens at it, though the page is drawn later. The reader's first gesture ends it. */
export function useNamedPart(path: string, page: RefObject<HTMLElement | null>): void {
  const place = `${path}#${namedPart()}`;
  useEffect(() => {
    const id = place.slice(place.indexOf('#') + 1);
    return id && page.current ? follow(page.current, id) : undefined;
  }, [place, page]);
}
