import { useRef } from 'react';

/** The value; while `waiting`, as it was before the wait: words, say, beside numbers that are not theirs yet. */
export function useSettled<T>(value: T, waiting: boolean): T {
  const kept = useRef(value);
  if (!waiting) kept.current = value;
  return kept.current;
}
