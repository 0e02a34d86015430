import { create } from 'zustand';
import { type Briefing, type BriefingItem, type ItemContent, insertItem, newItem } from '#core/briefing.ts';
import { readBriefing, writeBriefing } from '#core/briefing-file.ts';
import type { Lang } from '#core/view.ts';
import { useBriefingCount } from './briefing-count.ts';
import type { BriefingDatabase, KeptRecord } from './briefing-database.ts';

export interface KeptBriefing {
  readonly briefing: Briefing;
  readonly changed: string;
  readonly server: KeptRecord['server'];
}

type State = {
  readonly loaded: boolean;
  /** Why briefings are not kept in this browser; null while they are. They stay usable either way. */
  readonly unkept: 'denied' | 'full' | null;
  /** The last changed first. */
  readonly kept: readonly KeptBriefing[];
  /** Documents that are here but cannot be read, with the reason; they are left as they are. */
  readonly unreadable: readonly { readonly id: string; readonly doc: string; readonly error: unknown }[];
  /** To which "Add to briefing" adds. */
  readonly current: string | null;
};

const nothing: State = { loaded: false, unkept: null, kept: [], unreadable: [], current: null };

/** The briefings of this browser. */
export const useBriefings = create<State>(() => nothing);

useBriefings.subscribe(({ loaded, kept, current }) => {
  const chosen = kept.find(({ briefing }) => briefing.id === current);
  useBriefingCount.setState({ items: loaded ? (chosen?.briefing.items.length ?? 0) : null });
});

let database: Promise<BriefingDatabase | null> | null = null;
/** The same once it is open. */
let open: BriefingDatabase | null = null;
let channel: BroadcastChannel | null = null;

/** The store of this browser, opened once; null where it is denied. */
function opened(): Promise<BriefingDatabase | null> {
  database ??= import('./briefing-database.ts')
    .then(async ({ openBriefingDatabase }) => {
      open = await openBriefingDatabase();
      return open;
    })
    .catch(() => {
      useBriefings.setState({ unkept: 'denied' });
      return null;
    });
  return database;
}

let loading: Promise<void> | null = null;

/** Reads what this browser keeps; once, however often it is asked. */
export function loadBriefings(): Promise<void> {
  loading ??= readAll().then(listen);
  return loading;
}

/** Counts what is changed here, and holds what is on its way into the store: a reading must not undo either. */
let edits = 0;
const writing = new Set<Promise<void>>();

async function readAll(): Promise<void> {
  const db = await opened();
  if (db === null) return useBriefings.setState({ loaded: true });
  try {
    for (let before = -1; before !== edits; ) {
      before = edits;
      await Promise.all(writing);
      const records = await db.getAll('briefings');
      const current = (await db.get('settings', 'current')) ?? null;
      if (before === edits) show(records, current);
    }
  } catch {
    useBriefings.setState({ loaded: true, unkept: 'denied' });
  }
}

/** Shows what the store holds; while it takes nothing, what is only in this page stays. */
function show(records: readonly KeptRecord[], current: string | null): void {
  const read = sorted(records);
  const { kept, unkept, current: open } = useBriefings.getState();
  if (unkept === null) {
    useBriefings.setState({ loaded: true, current, ...read });
    return;
  }
  const stored = new Map(read.kept.map((one) => [one.briefing.id, one]));
  for (const one of kept)
    if (one.changed >= (stored.get(one.briefing.id)?.changed ?? '')) stored.set(one.briefing.id, one);
  useBriefings.setState({ ...read, loaded: true, current: open, kept: newestFirst([...stored.values()]) });
}

function sorted(records: readonly KeptRecord[]): Pick<State, 'kept' | 'unreadable'> {
  const kept: KeptBriefing[] = [];
  const unreadable: State['unreadable'][number][] = [];
  for (const { id, doc, changed, server } of records) {
    try {
      kept.push({ briefing: readBriefing(doc), changed, server });
    } catch (error) {
      unreadable.push({ id, doc, error });
    }
  }
  return { kept: newestFirst(kept), unreadable };
}

const newestFirst = (kept: readonly KeptBriefing[]): readonly KeptBriefing[] =>
  [...kept].sort((a, b) => b.changed.localeCompare(a.changed));

/** Another tab's changes appear here too. */
function listen(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  channel ??= new BroadcastChannel('atalaya-briefings');
  channel.onmessage = () => void readAll();
}

function place(next: KeptBriefing): void {
  edits += 1;
  useBriefings.setState(({ kept }) => ({
    kept: newestFirst([next, ...kept.filter(({ briefing }) => briefing.id !== next.briefing.id)]),
  }));
}

const recordOf = ({ briefing, changed, server }: KeptBriefing): KeptRecord => ({
  id: briefing.id,
  doc: writeBriefing(briefing),
  changed,
  server,
});

/** Writes and tells the other tabs; a store that is full or gone is said, and the page goes on. */
function write(work: (db: BriefingDatabase) => Promise<unknown>): Promise<void> {
  const written = writeNow(work).finally(() => writing.delete(written));
  writing.add(written);
  return written;
}

async function writeNow(work: (db: BriefingDatabase) => Promise<unknown>): Promise<void> {
  const db = await opened();
  if (db === null) return;
  try {
    await work(db);
    if (useBriefings.getState().unkept !== null) {
      // There is room again: what was only in memory meanwhile is kept now.
      for (const kept of useBriefings.getState().kept) await db.put('briefings', recordOf(kept));
      useBriefings.setState({ unkept: null });
    }
    channel?.postMessage('changed');
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    useBriefings.setState({ unkept: isFull ? 'full' : 'denied' });
  }
}

/** Random enough that two browsers never name two briefings or items alike. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

export function keptBriefing(id: string): KeptBriefing | undefined {
  return useBriefings.getState().kept.find(({ briefing }) => briefing.id === id);
}

/** Keeps a briefing as it is, replacing one of the same id, and makes it the one that is added to. */
export async function keepBriefing(
  briefing: Briefing,
  server: KeptRecord['server'] = null,
  changed = new Date().toISOString(),
): Promise<void> {
  const next = { briefing, changed, server };
  place(next);
  await Promise.all([write((db) => db.put('briefings', recordOf(next))), chooseBriefing(briefing.id)]);
}

/** An empty briefing, kept. */
export async function startBriefing(lang: Lang, title: string): Promise<Briefing> {
  const briefing: Briefing = { id: newId(), title, audience: '', lang, items: [] };
  await keepBriefing(briefing);
  return briefing;
}

export async function chooseBriefing(id: string): Promise<void> {
  if (useBriefings.getState().current === id) return;
  edits += 1;
  useBriefings.setState({ current: id });
  await write((db) => db.put('settings', id, 'current'));
}

/**
 * Changes a briefing. The change is applied to what the browser keeps at that moment, so that two tabs never undo one another,
 * and to what is shown at once.
 */
export async function changeBriefing(id: string, change: (briefing: Briefing) => Briefing): Promise<void> {
  const shown = keptBriefing(id);
  if (!shown) return;
  const changed = new Date().toISOString();
  place({ ...shown, briefing: change(shown.briefing), changed });
  underWay.set(id, (underWay.get(id) ?? 0) + 1);
  await write(async (db) => {
    const task = db.transaction('briefings', 'readwrite');
    tasks.add(task);
    try {
      const before = await task.store.get(id);
      const briefing = before ? change(readBriefing(before.doc)) : keptBriefing(id)?.briefing;
      if (briefing)
        await task.store.put(recordOf({ briefing, changed, server: before?.server ?? shown.server }));
      await task.done;
    } catch (error) {
      // Given up on leaving, and written there instead: the store has not failed.
      if (!givenUp.has(task)) throw error;
    } finally {
      tasks.delete(task);
    }
  });
  underWay.set(id, underWay.get(id)! - 1);
}

/** Changes on their way into the store, by briefing. */
const underWay = new Map<string, number>();
/** Their transactions, which one that comes after them would wait for. */
const tasks = new Set<{ abort(): void }>();
const givenUp = new WeakSet<{ abort(): void }>();

/**
 * A change reads what the store holds before it writes, and a page that is left in between runs no more script. So what is under
 * way is then written as the page has it, in one go that needs none.
 */
function writeOnLeaving(): void {
  const left = [...underWay].flatMap(([id, changes]) => (changes > 0 ? (keptBriefing(id) ?? []) : []));
  if (open === null || left.length === 0) return;
  for (const task of tasks) {
    givenUp.add(task);
    task.abort();
  }
  const task = open.transaction('briefings', 'readwrite');
  for (const kept of left) task.store.put(recordOf(kept)).catch(() => undefined);
  task.done.catch(() => undefined);
  task.commit();
}

if (typeof addEventListener === 'function') addEventListener('pagehide', writeOnLeaving);

/** Notes which state the server has; the briefing itself stays. */
export async function noteServer(id: string, etag: string | null): Promise<void> {
  const shown = keptBriefing(id);
  if (!shown) return;
  const next = { ...shown, server: etag === null ? null : { etag, at: shown.changed } };
  place(next);
  await write((db) => db.put('briefings', recordOf(next)));
}

/** Deletes a briefing and returns what brings it back. */
export async function deleteBriefing(id: string): Promise<() => Promise<void>> {
  const shown = keptBriefing(id);
  edits += 1;
  useBriefings.setState(({ kept, unreadable, current }) => ({
    kept: kept.filter(({ briefing }) => briefing.id !== id),
    unreadable: unreadable.filter((one) => one.id !== id),
    current: current === id ? null : current,
  }));
  await write((db) => db.delete('briefings', id));
  return async () => {
    if (shown) await keepBriefing(shown.briefing, shown.server, shown.changed);
  };
}

/** Adds something to the current briefing, starting one where there is none. Returns where it went. */
export async function addToBriefing(
  content: ItemContent | { readonly kind: 'note' },
  fresh: { readonly lang: Lang; readonly title: string },
): Promise<{ readonly briefing: Briefing; readonly item: BriefingItem }> {
  await loadBriefings();
  const { current } = useBriefings.getState();
  const open = current === null ? undefined : keptBriefing(current);
  const briefing = open?.briefing ?? (await startBriefing(fresh.lang, fresh.title));
  const item = newItem(newId(), content);
  await changeBriefing(briefing.id, (before) => insertItem(before, item));
  return { briefing: keptBriefing(briefing.id)?.briefing ?? briefing, item };
}

/** Forgets what is in memory, as a new page does; for tests. */
export function forgetBriefings(): void {
  channel?.close();
  channel = null;
  database = null;
  open = null;
  loading = null;
  useBriefings.setState(nothing, true);
}
