import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function at every drawing, which does what `act` last did: an element that is given it need not be updated because its
 * parent was drawn anew. For inputs that counts, since React writes type and name of an updated one again.
 */
export function useSteady<Given extends unknown[], Result>(
  act: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
