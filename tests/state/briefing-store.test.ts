import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { insertItem, newItem, removeItem } from '#core/briefing.ts';
import { BriefingUnreadable } from '#core/briefing-file.ts';
import { useBriefingCount } from '#state/briefing-count.ts';
import { openBriefingDatabase } from '#state/briefing-database.ts';
import {
  addToBriefing,
  changeBriefing,
  deleteBriefing,
  forgetBriefings,
  keptBriefing,
  loadBriefings,
  startBriefing,
  useBriefings,
} from '#state/briefing-store.ts';

const fresh = { lang: 'es' as const, title: 'Nuevo' };
const map = { kind: 'figure', ref: { figure: 'map', address: '/?v=1&c=PE' } } as const;

/** What a reader finds after reloading the page. */
async function reload() {
  forgetBriefings();
  await loadBriefings();
  return useBriefings.getState();
}

beforeEach(async () => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
  forgetBriefings();
  await loadBriefings();
});

describe('briefings in the browser', () => {
  it('are there after a reload, with the one that is added to', async () => {
    const { briefing, item } = await addToBriefing(map, fresh);
    await addToBriefing({ kind: 'note' }, fresh);
    const after = await reload();
    expect(after.current).toBe(briefing.id);
    expect(after.kept).toHaveLength(1);
    expect(after.kept[0]?.briefing).toMatchObject({ title: 'Nuevo', lang: 'es' });
    expect(after.kept[0]?.briefing.items.map((one) => one.kind)).toEqual(['figure', 'note']);
    expect(after.kept[0]?.briefing.items[0]?.id).toBe(item.id);
    expect(useBriefingCount.getState().items).toBe(2);
  });

  it('started while the store is still being read are not lost', async () => {
    await addToBriefing(map, fresh);
    forgetBriefings();
    const reading = loadBriefings();
    const started = startBriefing('en', 'Early');
    await Promise.all([reading, started]);
    const { kept, current } = useBriefings.getState();
    expect(kept.map(({ briefing }) => briefing.title).sort()).toEqual(['Early', 'Nuevo']);
    expect(current).toBe((await started).id);
    expect((await reload()).kept).toHaveLength(2);
  });

  it('do not lose what another tab added meanwhile', async () => {
    const { briefing } = await addToBriefing(map, fresh);
    const db = await openBriefingDatabase();
    const record = await db.get('briefings', briefing.id);
    const other = JSON.parse(record?.doc ?? '');
    other.briefing.items.push(newItem('theirs', { kind: 'note' }));
    await db.put('briefings', { ...record!, doc: JSON.stringify(other) });
    await changeBriefing(briefing.id, (before) => insertItem(before, newItem('mine', { kind: 'note' })));
    const items = (await reload()).kept[0]?.briefing.items.map((item) => item.id);
    expect(items?.slice(1)).toEqual(['theirs', 'mine']);
  });

  it('come back as they were when a deletion is undone', async () => {
    const { briefing } = await addToBriefing(map, fresh);
    const undo = await deleteBriefing(briefing.id);
    expect((await reload()).kept).toEqual([]);
    await undo();
    const after = await reload();
    expect(after.kept[0]?.briefing.items).toHaveLength(1);
    expect(after.current).toBe(briefing.id);
  });

  it('that cannot be read are left as they are, with the reason', async () => {
    const db = await openBriefingDatabase();
    const doc = '{"format":"atalaya-briefing","version":99}';
    await db.put('briefings', { id: 'x', doc, changed: '2026-11-26T00:00:00Z', server: null });
    const after = await reload();
    expect(after.kept).toEqual([]);
    expect(after.unreadable).toEqual([{ id: 'x', doc, error: expect.any(BriefingUnreadable) }]);
    await addToBriefing(map, fresh);
    expect((await db.get('briefings', 'x'))?.doc).toBe(doc);
  });
});

describe('a browser that keeps nothing', () => {
  it('denies storage: the briefing stays usable, and it is said', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    forgetBriefings();
    const { briefing, item } = await addToBriefing(map, fresh);
    expect(useBriefings.getState().unkept).toBe('denied');
    await changeBriefing(briefing.id, (before) => removeItem(before, item.id));
    expect(keptBriefing(briefing.id)?.briefing.items).toEqual([]);
  });

  it('is full: the change is shown, said, and kept as soon as there is room', async () => {
    const briefing = await startBriefing('en', 'Full');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await changeBriefing(briefing.id, (before) => insertItem(before, newItem('n1', { kind: 'note' })));
    expect(useBriefings.getState().unkept).toBe('full');
    expect(keptBriefing(briefing.id)?.briefing.items).toHaveLength(1);
    // Another tab says that it changed something; what is only in this page stays.
    const other = new BroadcastChannel('atalaya-briefings');
    other.postMessage('changed');
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    await vi.waitFor(() => expect(read.mock.results.at(-1)?.value.readyState).toBe('done'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    other.close();
    expect(keptBriefing(briefing.id)?.briefing.items).toHaveLength(1);
    put.mockRestore();
    await changeBriefing(briefing.id, (before) => ({ ...before, title: 'Room' }));
    expect(useBriefings.getState().unkept).toBeNull();
    expect((await reload()).kept[0]?.briefing).toMatchObject({ title: 'Room', items: [{ id: 'n1' }] });
  });
});
