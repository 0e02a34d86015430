import { IDBFactory } from 'fake-indexeddb';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { type Briefing, type BriefingItem, newItem } from '#core/briefing.ts';
import { forgetBriefings, keepBriefing, keptBriefing, loadBriefings } from '#state/briefing-store.ts';
import { connectFetch, furnishWindow, stageWaiting } from '#tests/state/stage.tsx';
import { teachDialogs } from '#tests/ui/render.tsx';
import { Toaster } from '#ui/Toaster.tsx';
import { useToasts } from '#ui/toast-store.ts';
import BriefingPage from '#views/briefings/BriefingPage.tsx';
import BriefingsPage from '#views/briefings/BriefingsPage.tsx';

const note = (id: string): BriefingItem => ({ ...newItem(id, { kind: 'note' }), title: `Note ${id}` });

/** Three notes: nothing of them has to be drawn. */
export const notes: Briefing = {
  id: 'three',
  title: 'Three notes',
  audience: '',
  lang: 'en',
  items: ['a', 'b', 'c'].map(note),
};

/** A figure of one address. */
export const figure = (id: string, address: string): BriefingItem =>
  newItem(id, { kind: 'figure', ref: { figure: 'timeline', address } });

/** A browser that keeps nothing yet. */
export async function freshBrowser(): Promise<void> {
  connectFetch();
  furnishWindow();
  teachDialogs();
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  vi.stubGlobal('indexedDB', new IDBFactory());
  useToasts.setState({ toasts: [], polite: '' });
  forgetBriefings();
  await loadBriefings();
}

/** Opens a briefing's page with its messages beside it. */
export async function openBriefing(briefing: Briefing): Promise<void> {
  await keepBriefing(briefing);
  return show(<BriefingPage params={{ id: briefing.id }} />, `/briefings/${briefing.id}`);
}

/** Opens the page of all briefings. */
export const openShelf = (): Promise<void> => show(<BriefingsPage />, '/briefings');

/** A page and its messages; both wait for the words of briefings. */
async function show(page: ReactNode, address: string): Promise<void> {
  await stageWaiting(
    <>
      {page}
      <Toaster />
    </>,
    address,
  );
}

export const itemIds = (id: string): readonly string[] =>
  keptBriefing(id)?.briefing.items.map((item) => item.id) ?? [];
