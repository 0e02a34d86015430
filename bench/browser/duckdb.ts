import type { BenchColumns } from '../kernels/columns.ts';
import { derive } from '../kernels/derived.ts';
import { familyCount, topRows, updateOf } from '../kernels/peers.ts';
import { type Contestant, type Move, monthCount } from '../kernels/update.ts';
import { loadPeer } from '../peers/load-peer.ts';

/** A result of either Arrow library: columns by name. */
export interface ArrowResult {
  getChild(name: string): { toArray(): ArrayLike<number> } | null;
}
export interface Connection {
  query(sql: string): Promise<ArrowResult>;
  insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create: boolean }): Promise<void>;
}
interface Duckdb {
  AsyncDuckDB: new (logger: object, worker: Worker) => Database;
  VoidLogger: new () => object;
}
interface Database {
  instantiate(wasm: string): Promise<void>;
  connect(): Promise<Connection>;
}
interface Arrow {
  tableFromArrays(columns: object): unknown;
  tableToIPC(table: unknown, form: 'stream'): Uint8Array;
}

/** DuckDB-WASM with the rows in a table `events`; program and wasm come from the bench's own server. */
export async function openDuckdb(
  data: BenchColumns,
): Promise<{ db: Database; connection: Connection; cellCount: number }> {
  const { AsyncDuckDB, VoidLogger } = await loadPeer<Duckdb>('@duckdb/duckdb-wasm');
  const { tableFromArrays, tableToIPC } = await loadPeer<Arrow>('apache-arrow');
  const dist = '/peers/@duckdb/duckdb-wasm/dist';
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(`${dist}/duckdb-browser-eh.worker.js`));
  await db.instantiate(new URL(`${dist}/duckdb-eh.wasm`, location.href).href);
  const connection = await db.connect();
  const { cellCount, ...columns } = derive(data.part);
  const bytes = tableToIPC(tableFromArrays(columns), 'stream');
  await connection.insertArrowFromIPCStream(bytes, { name: 'events', create: true });
  return { db, connection, cellCount };
}

const codes = (on: readonly boolean[]): string => on.flatMap((is, code) => (is ? [code] : [])).join(',');
const oneOf = (column: string, on: readonly boolean[] | null): string =>
  on ? `${column} IN (${codes(on)})` : 'true';

export function column(result: ArrowResult, name: string): number[] {
  return Array.from(result.getChild(name)?.toArray() ?? [], Number);
}

/** Counts by code. */
export function spread(keys: readonly number[], counts: readonly number[], size: number): Uint32Array {
  const result = new Uint32Array(size);
  for (const [i, key] of keys.entries()) result[key] = counts[i]!;
  return result;
}

/** DuckDB-WASM asked in SQL at every move; the histogram, which no window changes, only when something else did. */
export async function duckdb(data: BenchColumns): Promise<Contestant> {
  const { connection, cellCount } = await openDuckdb(data);
  const counted = (keys: string, where: string): Promise<ArrowResult> =>
    connection.query(`SELECT ${keys}, count(*)::INT AS n FROM events WHERE ${where} GROUP BY ${keys}`);
  let months = new Uint32Array();
  let last: Move | null = null;
  return {
    name: 'DuckDB-WASM',
    async update(move) {
      const days = `day BETWEEN ${move.from} AND ${move.to}`;
      const kinds = oneOf('family', move.families);
      const lands = oneOf('country', move.countries);
      if (!last || last.families !== move.families || last.countries !== move.countries) {
        const found = await counted('month, family', `${kinds} AND ${lands}`);
        const family = column(found, 'family');
        const keys = column(found, 'month').map((month, i) => month * familyCount + family[i]!);
        months = spread(keys, column(found, 'n'), monthCount * familyCount) as typeof months;
      }
      last = move;
      const cells = await counted('cell', `${days} AND ${kinds} AND ${lands}`);
      const countries = await counted('country', `${days} AND ${kinds}`);
      const top = await connection.query(
        `SELECT grams FROM events WHERE ${days} AND ${kinds} AND ${lands} AND grams >= 0 ORDER BY grams DESC LIMIT ${topRows}`,
      );
      const inCells = column(cells, 'n');
      return updateOf(
        inCells.reduce((all, one) => all + one, 0),
        spread(column(cells, 'cell'), inCells, cellCount),
        months,
        spread(column(countries, 'country'), column(countries, 'n'), data.dictionaries.country.length),
        column(top, 'grams'),
      );
    },
  };
}
