import { randomBytes } from 'node:crypto';
import type { KeptBriefing } from '#contract/briefing-endpoints.ts';
import { writeBriefing } from '#core/briefing-file.ts';
import { limits } from '#server/limits.ts';
import type { BriefingStore } from '#server/store/briefing-store.ts';
import type { Database } from './database.ts';
import { openForWriting } from './open.ts';

/** Opens the briefings of a data folder for reading and writing, over a connection of their own. */
export function openBriefings(folder: string): BriefingStore {
  return briefingsOver(openForWriting(folder));
}

/** Random, so that no state of a briefing is ever taken for another one, not even after it was deleted and kept again. */
const newTag = (): string => `"${randomBytes(12).toString('hex')}"`;

function briefingsOver(database: Database): BriefingStore {
  const tagOf = (id: string): string | null =>
    database.get<{ tag: string }>('select tag from briefing where id = ?', [id])?.tag ?? null;
  return {
    list: () =>
      database.all<KeptBriefing>(
        'select id, tag as etag, title, lang, items, changed from briefing order by changed desc, id',
      ),
    get: (id) =>
      database.get<{ doc: string; etag: string }>('select doc, tag as etag from briefing where id = ?', [id]),
    put: (briefing, replaced, now) =>
      database.transaction(() => {
        const before = tagOf(briefing.id);
        if (before !== (replaced === 'nothing' ? null : replaced.etag)) return 'conflict';
        if (before === null && countOf(database) >= limits.briefings) return 'full';
        const etag = newTag();
        const { id, title, lang, items } = briefing;
        database.run(
          'insert or replace into briefing (id, tag, title, lang, items, changed, doc) values (?, ?, ?, ?, ?, ?, ?)',
          [id, etag, title, lang, items.length, now.toISOString(), writeBriefing(briefing)],
        );
        return { etag };
      }),
    delete: (id, etag) =>
      database.transaction(() => {
        const tag = tagOf(id);
        if (tag === null) return 'absent';
        if (tag !== etag) return 'conflict';
        database.run('delete from briefing where id = ?', [id]);
        return 'deleted';
      }),
    close: () => database.close(),
  };
}

function countOf(database: Database): number {
  return database.get<{ n: number }>('select count(*) as n from briefing')?.n ?? 0;
}
