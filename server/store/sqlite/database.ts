import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { cellAt } from '#core/geo/hexagon.ts';
import { inArea, type LatLon } from '#core/place.ts';
import { StoreBusy } from '#server/store/store.ts';

export type SqlValue = SQLInputValue;

/** A piece of SQL and the values of its question marks, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const rememberedStatements = 200;

/** One connection: prepared statements are kept, rows come as typed records, "locked" becomes StoreBusy. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, options: { readonly readOnly: boolean }) {
    this.#connection = new DatabaseSync(file, { readOnly: options.readOnly, timeout: 2000 });
    this.#connection.exec(
      `pragma foreign_keys = on; pragma cache_size = -32000; ${options.readOnly ? 'pragma query_only = on;' : ''}`,
    );
    this.#connection.function('in_area', { deterministic: true }, areaTest());
    this.#connection.function('in_cell', { deterministic: true }, inCell);
  }

  exec(sql: string): void {
    guarded(() => this.#connection.exec(sql));
  }

  all<T>(sql: string, values: readonly SqlValue[] = []): T[] {
    return guarded(() => this.#prepare(sql).all(...values) as unknown as T[]);
  }

  get<T>(sql: string, values: readonly SqlValue[] = []): T | null {
    return guarded(() => (this.#prepare(sql).get(...values) as unknown as T | undefined) ?? null);
  }

  run(sql: string, values: readonly SqlValue[] = []): void {
    guarded(() => this.#prepare(sql).run(...values));
  }

  /** Runs the work in one transaction: all of it is kept or none. */
  transaction<T>(work: () => T): T {
    this.exec('begin immediate');
    try {
      const result = work();
      this.exec('commit');
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('rollback');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= rememberedStatements) {
      const oldest = this.#statements.keys().next().value;
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const sqliteBusy = 5;

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if ((error as { errcode?: number }).errcode === sqliteBusy)
      throw new StoreBusy('The store is locked by another process.');
    throw error;
  }
}

/** SQL in_area(lat, lon, ring as JSON): the same even-odd test as core/place.ts. */
function areaTest(): (lat: SqlValue, lon: SqlValue, ring: SqlValue) => number {
  let text = '';
  let corners: readonly LatLon[] = [];
  return (lat, lon, ring) => {
    if (typeof lat !== 'number' || typeof lon !== 'number') return 0;
    if (ring !== text) {
      text = String(ring);
      corners = JSON.parse(text) as LatLon[];
    }
    return inArea(lat, lon, corners) ? 1 : 0;
  };
}

/** SQL in_cell(lat, lon, zoom, q, r): whether a place lies in one hexagon of core/geo/hexagon.ts. */
function inCell(lat: SqlValue, lon: SqlValue, zoom: SqlValue, q: SqlValue, r: SqlValue): number {
  if (typeof lat !== 'number' || typeof lon !== 'number' || typeof zoom !== 'number') return 0;
  const cell = cellAt(lon, lat, zoom);
  return cell.q === q && cell.r === r ? 1 : 0;
}
