import { type RefObject, useLayoutEffect, useRef } from 'react';

/** For what may go while it has the focus: the element with this id gets it then, where it would fall to the document. */
export function useFocusHeir<E extends HTMLElement>(id: string): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const own = ref.current;
    return () => {
      if (own && document.activeElement === own) document.getElementById(id)?.focus({ preventScroll: true });
    };
  }, [id]);
  return ref;
}
