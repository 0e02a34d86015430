import type { ItemContent } from '#core/briefing.ts';

let receiver: ((content: ItemContent) => void) | null = null;

/** Says who puts things into the briefing; the app does. Returns the function that stops. */
export function receiveAdds(add: (content: ItemContent) => void): () => void {
  receiver = add;
  return () => {
    if (receiver === add) receiver = null;
  };
}

/** Puts something into the briefing that is being made. */
export function addToBriefing(content: ItemContent): void {
  receiver?.(content);
}

/** Marks the buttons that the key `b` presses. */
const mark = '[data-briefing-add]';

/** The button that belongs to an element: within its figure, article or list, else none. */
function buttonNear(element: Element | null): HTMLElement | null {
  for (let at = element; at && at.id !== 'main'; at = at.parentElement) {
    const found = at.querySelector<HTMLElement>(mark);
    if (found) return found;
  }
  return null;
}

/** Presses the button of the figure in focus, of the one under the pointer, or the page's first. False where there is none. */
export function addNearest(): boolean {
  const focused = document.activeElement === document.body ? null : document.activeElement;
  const pointed = [...document.querySelectorAll(':hover')].at(-1) ?? null;
  const button = buttonNear(focused) ?? buttonNear(pointed) ?? document.querySelector<HTMLElement>(mark);
  button?.click();
  return button !== null;
}
