import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { FigureSize } from '#figures/figure.ts';

/** The inner size of an element in whole px, kept as it changes; null before it is known. */
export function useBox<E extends HTMLElement>(): readonly [RefObject<E | null>, FigureSize | null] {
  const element = useRef<E>(null);
  const [size, setSize] = useState<FigureSize | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = target;
      setSize(width > 0 && height > 0 ? { width, height } : null);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, size];
}
