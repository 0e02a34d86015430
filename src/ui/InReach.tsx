import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';

/** How far beyond the window something is drawn already, so that scrolling finds it there. */
const AHEAD = '400px 0px';
/** After this what was never scrolled to is drawn as well, for searching, saving and printing the page. */
const REST_MS = 20_000;

/** Whether an element has come near the window, the page is being printed, or it has long been open. It never takes it back. */
function useReached(element: RefObject<HTMLElement | null>): boolean {
  const [reached, setReached] = useState(() => !('IntersectionObserver' in globalThis));
  useEffect(() => {
    const target = element.current;
    if (reached || !target) return;
    const reach = () => setReached(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && reach(),
      { rootMargin: AHEAD },
    );
    observer.observe(target);
    addEventListener('beforeprint', reach);
    const timer = setTimeout(reach, REST_MS);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', reach);
      clearTimeout(timer);
    };
  }, [element, reached]);
  return reached;
}

/**
 * Draws its children once they are in reach: a long page's first drawing is that of what can be seen. Until then, and while their
 * code is fetched, it keeps their height.
 */
export function InReach({ height, children }: { height: number | string; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const reached = useReached(element);
  const space = <div ref={element} style={{ height }} />;
  return reached ? <Suspense fallback={space}>{children}</Suspense> : space;
}
