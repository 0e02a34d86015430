import { useEffect } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { commitWindow } from '#state/draft-store.ts';
import { useSettings } from '#state/settings-store.ts';
import { currentUse } from '#state/view-address.ts';
import { stepped } from './date-presets.ts';
import { noteTouch } from './explore-store.ts';
import { TAKE_AWAY } from './TakeAway.tsx';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !/^(checkbox|radio|button)$/.test(target.getAttribute('type') ?? '');

const press = (id: string) => document.getElementById(id)?.click();
const stepFeed = (detail: 1 | -1) => document.dispatchEvent(new CustomEvent('atalaya:feed-step', { detail }));

/** Single keys of this screen: e l f , . j k. They rest while something is typed, a dialog is open, or they are turned off. */
export function useExploreKeys(): void {
  const fit = useT()('map.fit');
  useEffect(() => {
    const step = (direction: 1 | -1) => {
      const { from, to } = currentUse().view.filter;
      if (from === null || to === null) return;
      const next = stepped(from, to, direction);
      commitWindow(next.from, next.to);
    };
    const actions: Record<string, () => void> = {
      e: () => press(TAKE_AWAY.export),
      l: () => press(TAKE_AWAY.link),
      f: () => {
        noteTouch();
        document.querySelector<HTMLElement>(`#map button[aria-label="${fit}"]`)?.click();
      },
      ',': () => step(-1),
      '.': () => step(1),
      j: () => stepFeed(1),
      k: () => stepFeed(-1),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        !useSettings.getState().singleKeys ||
        typing(event.target) ||
        document.querySelector('dialog[open]')
      )
        return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [fit]);
}
