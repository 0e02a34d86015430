import type { EventFilter } from '#core/filter.ts';
import {
  type ChangeKind,
  type ChangeQuestion,
  type ChangeSlice,
  changeKinds,
  type DataVersion,
  type LatestEvent,
  type RecordChange,
  type RecordKind,
  recordKinds,
} from '#server/store/store.ts';
import { whereOf } from '#server/store/where.ts';
import type { Database } from './database.ts';

type Schema = 'main' | 'past';

/** Each kind of record of a store as id, source and text, without the row number: that one may change while the record does not. */
const recordsSql: Readonly<Record<RecordKind, (schema: Schema) => string>> = {
  event: (schema) =>
    `select id, source, json_remove(doc, '$.n') as body, doc from ${schema}.event where shared = 1`,
  article: (schema) => `select id, source, doc as body, doc from ${schema}.article`,
  indicator: (schema) => `select i.id, json_extract(i.doc, '$.source') as source, i.doc,
    i.doc || coalesce((select group_concat(o.doc, '') from
      (select doc from ${schema}.observation where indicator_id = i.id order by position) o), '') as body
    from ${schema}.indicator i`,
};

/**
 * Writes down a state of the data that was just loaded, and what it did to every record. The same state twice is one. Where the store
 * held other data before, those lie in an attached database named `past`.
 */
export function recordVersion(
  database: Database,
  hasPast: boolean,
  merged: ReadonlyMap<string, string>,
): void {
  const past = hasPast ? stateOf(database, 'past') : null;
  const now = stateOf(database, 'main');
  const loaded = new Date().toISOString();
  if (past) addVersion(database, past, loaded);
  if (past?.version === now.version) return;
  const seq = moveToEnd(database, now, loaded);
  if (past) recordChanges(database, seq, merged);
}

interface State {
  readonly version: string;
  readonly asOf: string;
  readonly events: number;
}

function stateOf(database: Database, schema: Schema): State {
  const meta = (key: string): string =>
    database.get<{ value: string }>(`select value from ${schema}.meta where key = ?`, [key])?.value ?? '';
  const events = database.get<{ n: number }>(`select count(*) as n from ${schema}.event where shared = 1`)?.n;
  return { version: meta('dataVersion'), asOf: meta('dataAsOf'), events: events ?? 0 };
}

function addVersion(database: Database, { version, asOf, events }: State, loaded: string): void {
  database.run(
    `insert or ignore into data_version (seq, version, as_of, loaded, events)
      values ((select coalesce(max(seq), 0) + 1 from data_version), ?, ?, ?, ?)`,
    [version, asOf, loaded, events],
  );
}

/** A state that was held before and has come back is a new step: what happened in between is kept under its old number. */
function moveToEnd(database: Database, state: State, loaded: string): number {
  const { version } = state;
  database.run(`update data_version set version = version || '#' || seq where version = ?`, [version]);
  addVersion(database, state, loaded);
  return database.get<{ seq: number }>('select seq from data_version where version = ?', [version])?.seq ?? 0;
}

function recordChanges(database: Database, seq: number, merged: ReadonlyMap<string, string>): void {
  for (const record of recordKinds) {
    const past = `(${recordsSql[record]('past')})`;
    const now = `(${recordsSql[record]('main')})`;
    database.run(
      `insert into record_change (record, id, seq, what, source)
        select '${record}', e.id, ?, 'added', e.source from ${now} e
        where not exists (select 1 from ${past} p where p.id = e.id)`,
      [seq],
    );
    database.run(
      `insert into record_change (record, id, seq, what, source, before)
        select '${record}', p.id, ?, 'changed', p.source, p.doc from ${now} e
        join ${past} p on p.id = e.id where p.body <> e.body`,
      [seq],
    );
    database.run(
      `insert into record_change (record, id, seq, what, source, before)
        select '${record}', p.id, ?, 'withdrawn', p.source, p.doc from ${past} p
        where not exists (select 1 from ${now} e where e.id = p.id)`,
      [seq],
    );
  }
  nameSuccessors(database, seq, merged);
}

/** An event that went is merged where the data set says into what, or where one new event stands for the same record of its source. */
function nameSuccessors(database: Database, seq: number, merged: ReadonlyMap<string, string>): void {
  const gone = database.all<{ id: string; source: string; record: string | null }>(
    `select id, source, json_extract(before, '$.sourceRecordId') as record from record_change
      where seq = ? and record = 'event' and what = 'withdrawn'`,
    [seq],
  );
  if (gone.length === 0) return;
  const added = new Map<string, string | null>();
  const came = database.all<{ id: string; source: string; record: string }>(
    `select e.id, e.source, json_extract(e.doc, '$.sourceRecordId') as record from record_change c
      join event e on e.id = c.id where c.seq = ? and c.record = 'event' and c.what = 'added'`,
    [seq],
  );
  for (const { id, source, record } of came) {
    const key = `${source}\n${record}`;
    added.set(key, added.has(key) ? null : id);
  }
  for (const { id, source, record } of gone) {
    const successor = merged.get(id) ?? added.get(`${source}\n${record}`) ?? null;
    if (successor === null) continue;
    database.run(
      `update record_change set what = 'merged', successor = ?
        where seq = ? and record = 'event' and id = ? and exists (select 1 from event where id = ? and shared = 1)`,
      [successor, seq, id, successor],
    );
  }
}

export function selectVersions(database: Database): readonly DataVersion[] {
  return database
    .all<{ seq: number; version: string; as_of: string; loaded: string; events: number }>(
      "select * from data_version where version not like '%#%' order by seq desc",
    )
    .map(({ as_of: asOf, ...row }) => ({ ...row, asOf }));
}

/**
 * Net change a record: what its first and its last change since say together. Records that came and went again are not there, nor
 * those of a source of which nothing may be said.
 */
const netSql = `
  select s.id, s.source,
    case when s.first_what = 'added' then 'added' when last.what = 'added' then 'changed' else last.what end as what,
    last.successor, (select c.before from record_change c
      where c.record = s.record and c.id = s.id and c.seq = s.last_seq) as before
  from (
    select c.record, c.id, c.source, max(c.seq) as last_seq,
      (select f.what from record_change f where f.record = c.record and f.id = c.id and f.seq > ?2
        order by f.seq limit 1) as first_what
    from record_change c where c.record = ?1 and c.seq > ?2 group by c.record, c.id
  ) s join record_change last on last.record = s.record and last.id = s.id and last.seq = s.last_seq
  where not (s.first_what = 'added' and last.what in ('withdrawn', 'merged'))
    and coalesce((select redistribution from source where id = s.source), 'rows') <> 'none'`;

/** The differences since a state of the data, counted whole and listed a page at a time. */
export function selectChanges(database: Database, question: ChangeQuestion): ChangeSlice {
  const { record, sinceSeq, what, offset, limit } = question;
  const counted = database.all<{ what: ChangeKind; n: number }>(
    `select what, count(*) as n from (${netSql}) group by what`,
    [record, sinceSeq],
  );
  const counts = Object.fromEntries(
    changeKinds.map((kind) => [kind, counted.find((row) => row.what === kind)?.n ?? 0]),
  ) as ChangeSlice['counts'];
  // What a source no longer lets out is named by its id alone, whatever it said when the record was loaded.
  const current = `select doc from ${record} r where r.id = net.id ${record === 'event' ? 'and r.shared = 1' : ''}`;
  const rows = database.all<ChangeSlice['rows'][number]>(
    `select net.id, net.what, net.successor,
        case when coalesce(s.redistribution, 'rows') = 'rows' then coalesce((${current}), net.before) end as doc
      from (${netSql}) net left join source s on s.id = net.source
      where ?3 is null or net.what = ?3 order by net.what, net.id limit ?4 offset ?5`,
    [record, sinceSeq, what, limit, offset],
  );
  return { counts, rows };
}

export function selectRecordHistory(
  database: Database,
  record: RecordKind,
  id: string,
): readonly RecordChange[] {
  return database.all<RecordChange>(
    `select v.version, v.as_of as asOf, c.what, c.successor,
        case when coalesce(s.redistribution, 'rows') = 'rows' then c.before end as before
      from record_change c join data_version v on v.seq = c.seq left join source s on s.id = c.source
      where c.record = ? and c.id = ? order by c.seq`,
    [record, id],
  );
}

/** A record that no state touched since the first is as old as that. */
export function selectLatest(database: Database, filter: EventFilter, limit: number): readonly LatestEvent[] {
  const where = whereOf(filter);
  return database.all<LatestEvent>(
    `select e.doc, coalesce(v.as_of, (select as_of from data_version order by seq limit 1),
        (select value from meta where key = 'dataAsOf')) as changedOn
      from event e
      left join (select id, max(seq) as seq from record_change where record = 'event' group by id) c on c.id = e.id
      left join data_version v on v.seq = c.seq
      where ${where.text} order by coalesce(c.seq, 0) desc, e.from_day desc nulls last, e.n limit ?`,
    [...where.values, limit],
  );
}
