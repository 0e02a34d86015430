const gestures = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'click'] as const;

/** Calls back once, at the reader's next gesture, whichever it is; returns what takes that back. */
export function onFirstGesture(act: () => void): () => void {
  const stop = (): void => {
    for (const gesture of gestures) removeEventListener(gesture, heard, true);
  };
  const heard = (): void => {
    stop();
    act();
  };
  for (const gesture of gestures) addEventListener(gesture, heard, { capture: true, passive: true });
  return stop;
}
