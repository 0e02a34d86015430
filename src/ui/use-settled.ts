import { useRef } from 'react';

/** The value; while `waiting`, as it was before the wait under the same `key`: words, say, beside numbers that are not theirs yet. */
export function useSettled<T>(value: T, waiting: boolean, key = ''): T {
  const kept = useRef({ value, key });
  if (!waiting || kept.current.key !== key) kept.current = { value, key };
  return kept.current.value;
}
