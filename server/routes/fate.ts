import type { Fate } from '#contract/record-schemas.ts';
import type { RecordChange, RecordKind, Store } from '#server/store/store.ts';

/** A record's JSON with what became of it; null when there never was such a record, or it may not be shown any more. */
export async function recordText(
  store: Store,
  record: RecordKind,
  id: string,
  standing: string | null,
): Promise<string | null> {
  const changes = await store.recordHistory(record, id);
  if (standing !== null) return changes.length === 0 ? standing : withFate(standing, fateOf(changes, true));
  const last = changes.at(-1);
  if (!last?.before) return null;
  return withFate(last.before, fateOf(changes, false));
}

function fateOf(changes: readonly RecordChange[], stands: boolean): Fate {
  const history = changes.map(({ what, version, asOf }) => ({ what, dataVersion: version, dataAsOf: asOf }));
  const last = changes.at(-1);
  if (stands || last === undefined) return { history };
  const what = last.what === 'merged' ? 'merged' : 'withdrawn';
  const gone = { what, successor: last.successor, dataVersion: last.version, dataAsOf: last.asOf } as const;
  return { gone, history };
}

function withFate(doc: string, fate: Fate): string {
  return `${doc.slice(0, -1)},${JSON.stringify(fate).slice(1)}`;
}
