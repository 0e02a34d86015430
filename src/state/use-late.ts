import { useEffect, useState } from 'react';

/** Whether something has gone on for so many milliseconds: what is over sooner is not shown to be waited for. */
export function useLate(goesOn: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(setLate, milliseconds, true);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [goesOn, milliseconds]);
  return goesOn && late;
}
