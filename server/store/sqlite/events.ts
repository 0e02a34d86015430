import type { CrimeEvent } from '#core/event.ts';
import { emptyFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { EventSort } from '#core/query.ts';
import { mayPassOn } from '#core/redistribution.ts';
import { wantedWords } from '#ingest/search-words.ts';
import type { EventQuestion, JsonOf, RowKey, Slice } from '#server/store/store.ts';
import { whereOf } from '#server/store/where.ts';
import type { Database, Sql } from './database.ts';
import { matchText } from './match-text.ts';

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** What each order sorts by; rows without a value come last, ties by row number. */
const orders: Readonly<Record<EventSort, Order>> = {
  newest: { column: 'e.from_day', descending: true },
  oldest: { column: 'e.from_day', descending: false },
  kg: { column: 'e.grams', descending: true },
  usd: { column: 'e.usd', descending: true },
  people: { column: 'e.people', descending: true },
  country: { column: 'e.country', descending: false },
  kind: { column: 'e.kind', descending: false },
};

export function selectEvents(database: Database, question: EventQuestion): Slice<CrimeEvent> {
  const where = whereOf(question.filter);
  const order = orders[question.sort];
  const after = question.after === null ? null : afterKey(order, question.after);
  const text = `select e.n, ${order.column} as sorted, e.doc from event e
    where ${where.text}${after === null ? '' : ` and (${after.text})`}
    order by ${order.column} ${order.descending ? 'desc' : 'asc'} nulls last, e.n limit ?`;
  const rows = database.all<{ n: number; sorted: number | string | null; doc: string }>(text, [
    ...where.values,
    ...(after?.values ?? []),
    question.limit + 1,
  ]);
  const page = rows.slice(0, question.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => row.doc),
    total: question.counted ? countWhere(database, where) : null,
    next: rows.length > question.limit && last ? [last.sorted, last.n] : null,
  };
}

function afterKey({ column, descending }: Order, [value, n]: RowKey): Sql {
  if (value === null) return { text: `${column} is null and e.n > ?`, values: [n] };
  const beyond = descending ? '<' : '>';
  return {
    text: `${column} ${beyond} ? or (${column} = ? and e.n > ?) or ${column} is null`,
    values: [value, value, n],
  };
}

export function countWhere(database: Database, where: Sql): number {
  return (
    database.get<{ n: number }>(`select count(*) as n from event e where ${where.text}`, where.values)?.n ?? 0
  );
}

export function selectEventsByNumber(
  database: Database,
  rows: readonly number[],
): readonly JsonOf<CrimeEvent>[] {
  const found = new Map(
    database
      .all<{ n: number; doc: string }>(
        'select n, doc from event where shared = 1 and n in (select value from json_each(?))',
        [JSON.stringify(rows)],
      )
      .map((row) => [row.n, row.doc]),
  );
  return rows.map((n) => found.get(n)).filter((doc): doc is string => doc !== undefined);
}

export function selectEvent(database: Database, id: string): JsonOf<CrimeEvent> | 'restricted' | null {
  const row = database.get<{ doc: string } & Pick<SourceInfo, 'redistribution'>>(
    'select e.doc, s.redistribution from event e join source s on s.id = e.source where e.id = ?',
    [id],
  );
  if (!row || !mayPassOn(row, 'aggregates')) return null;
  return mayPassOn(row, 'rows') ? row.doc : 'restricted';
}

export function selectHits(
  database: Database,
  text: string,
  limit: number,
): { readonly rows: readonly number[]; readonly total: number } {
  const where = whereOf({ ...emptyFilter, text });
  const rows = database.all<{ n: number }>(
    `select e.n from event e where ${where.text} order by e.n`,
    where.values,
  );
  return { rows: rows.slice(0, limit).map((row) => row.n), total: rows.length };
}

/** Rank first, then newest: rows made from fields alone often rank alike. */
export function suggestEvents(
  database: Database,
  text: string,
  limit: number,
): readonly JsonOf<CrimeEvent>[] {
  const match = matchText(wantedWords(text, true));
  if (match === null) return [];
  return database
    .all<{ doc: string }>(
      `select e.doc from event_text t join event e on e.n = t.rowid
        where event_text match ? and e.shared = 1
        order by round(bm25(event_text), 1), e.from_day desc nulls last, e.n limit ?`,
      [match, limit],
    )
    .map((row) => row.doc);
}
