import { ApiError } from '#contract/errors.ts';
import type { ChangeKind, ChangeSlice, DataVersion, RecordKind, Store } from '#server/store/store.ts';
import { type Handler, replyOf } from './answer.ts';
import { readPage } from './paging.ts';

/** What differs between a state of the data and today's. */
export const changes: Handler<'changes'> = async (call, services) => {
  const { store, info, versions } = services;
  const { since = '', what = null } = call.parameters;
  const from = await versionNamed(store, since);
  const ask = (record: RecordKind, offset: number, limit: number): Promise<ChangeSlice> =>
    store.changes({ record, what: what as ChangeKind | null, sinceSeq: from.seq, offset, limit });
  const [{ counts: events }, { counts: articles }, { counts: indicators }] = await Promise.all([
    ask('event', 0, 0),
    ask('article', 0, 0),
    ask('indicator', 0, 0),
  ]);
  const all = what === null ? events.added + events.changed + events.withdrawn + events.merged : events[what];
  const page = await readPage(call, services, async ({ after, limit }) => {
    const offset = after?.[1] ?? 0;
    const { rows } = await ask('event', offset, limit + 1);
    return {
      rows: rows.slice(0, limit).map(rowText),
      total: all,
      next: rows.length > limit ? [null, offset + limit] : null,
    };
  });
  return replyOf<'changes'>({
    since: JSON.stringify({
      dataVersion: from.version,
      dataAsOf: from.asOf,
      kept: versions.find(from.version) !== null,
    }),
    now: JSON.stringify({ dataVersion: info.dataVersion, dataAsOf: info.dataAsOf }),
    counts: JSON.stringify({ events, articles, indicators }),
    rows: page.rows,
    total: String(page.total),
    next: JSON.stringify(page.next),
  });
};

async function versionNamed(store: Store, since: string): Promise<DataVersion> {
  const all = await store.versions();
  const found =
    all.find(({ version }) => version === since) ??
    all.find(({ version }) => version.startsWith(`${since}.`));
  if (found) return found;
  const mend = `This server has never held it. The latest is ${all[0]?.version ?? 'not known'}.`;
  throw new ApiError(410, 'gone', `Nothing is known here of data version ${since}. ${mend}`, {
    problems: [{ parameter: 'since', value: since, mend }],
  });
}

function rowText({ id, what, successor, doc }: ChangeSlice['rows'][number]): string {
  return `{"id":${JSON.stringify(id)},"what":"${what}","successor":${JSON.stringify(successor)},"event":${doc ?? 'null'}}`;
}
