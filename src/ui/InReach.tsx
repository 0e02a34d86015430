import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '#i18n/i18n.tsx';
import styles from './InReach.module.css';

/** How far beyond the window something is drawn already, so that scrolling finds it there. */
const AHEAD = '400px 0px';
/** After this what was never scrolled to is drawn as well, for searching, saving and printing the page. */
const REST_MS = 20_000;

/**
 * Whether an element has come near the window, the page is being printed, a browser command such as print or find is being
 * keyed, or the page has long been open. It never takes it back.
 */
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
    // The picture for the paper is taken as soon as this returns.
    const print = () => flushSync(reach);
    const key = ({ ctrlKey, metaKey }: KeyboardEvent) => (ctrlKey || metaKey) && reach();
    observer.observe(target);
    addEventListener('beforeprint', print);
    addEventListener('keydown', key, true);
    const timer = setTimeout(reach, REST_MS);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('keydown', key, true);
      clearTimeout(timer);
    };
  }, [element, reached]);
  return reached;
}

/**
 * Draws its children once they are in reach: a long page's first drawing is that of what can be seen. Until then, and while their
 * code is fetched, it keeps their height, and says on paper that they are missing.
 */
export function InReach({ height, children }: { height: number | string; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const reached = useReached(element);
  const t = useT();
  const space = (
    <div ref={element} style={{ height }}>
      <p className={styles.missing}>{t('ui.notDrawn')}</p>
    </div>
  );
  return reached ? <Suspense fallback={space}>{children}</Suspense> : space;
}
