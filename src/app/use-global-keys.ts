import { useEffect } from 'react';
import { useSettings } from '#state/settings-store.ts';
import { redoView, undoView } from '#state/view-address.ts';

/** True where keys belong to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

/** `/`, `?` and `b` everywhere, Ctrl+Z and Ctrl+Shift+Z outside text fields; nothing while a dialog is open. */
export function useGlobalKeys(actions: {
  openHelp(): void;
  focusSearch(): void;
  addToBriefing(): void;
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const control = event.ctrlKey || event.metaKey;
      if (control && !event.altKey && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        return event.shiftKey ? redoView() : undoView();
      }
      if (control || event.altKey || !useSettings.getState().singleKeys) return;
      const single: Readonly<Record<string, () => void>> = {
        '/': actions.focusSearch,
        '?': actions.openHelp,
        b: actions.addToBriefing,
      };
      const act = single[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
