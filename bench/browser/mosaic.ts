import type { BenchColumns } from '../kernels/columns.ts';
import { familyCount, topRows, updateOf } from '../kernels/peers.ts';
import { type Contestant, type Move, monthCount } from '../kernels/update.ts';
import { loadPeer } from '../peers/load-peer.ts';
import { type ArrowResult, column, openDuckdb, spread } from './duckdb.ts';

interface Query {
  where(filter: unknown): Query;
  groupby(...keys: string[]): Query;
  orderby(order: unknown): Query;
  limit(rows: number): Query;
}
interface Sql {
  Query: { from(table: string): { select(...columns: unknown[]): Query } };
  count(): unknown;
  desc(column: string): unknown;
  gte(column: string, value: unknown): unknown;
  literal(value: number): unknown;
}
interface Client {
  query(filter: unknown): Query;
  queryResult(data: ArrowResult): this;
  readonly pending: Promise<unknown>;
}
interface Selection {
  update(clause: object): void;
  pending(type: 'value'): Promise<void>;
}
interface Mosaic {
  Coordinator: new (
    connector: object,
    options: object,
  ) => {
    connect(client: object): void;
  };
  MosaicClient: new (selection: Selection) => Client;
  Selection: { crossfilter(): Selection };
  wasmConnector(options: object): object;
  clauseInterval(column: string, value: readonly number[], options: object): object;
  clausePoints(column: string[], values: readonly number[][] | undefined, options: object): object;
}

interface Panel extends Client {
  readonly result: ArrowResult | null;
}

/** The four panels as clients that ask again whenever the selection changes. */
function panelsOf(core: Mosaic, sql: Sql, selection: Selection) {
  class Asking extends core.MosaicClient {
    result: ArrowResult | null = null;
    readonly ask: (filter: unknown) => Query;
    constructor(ask: (filter: unknown) => Query) {
      super(selection);
      this.ask = ask;
    }
    override query(filter: unknown): Query {
      return this.ask(filter);
    }
    override queryResult(result: ArrowResult): this {
      this.result = result;
      return this;
    }
  }
  const counting = (...keys: string[]): Panel =>
    new Asking((filter) =>
      sql.Query.from('events')
        .select(...keys, { n: sql.count() })
        .where(filter)
        .groupby(...keys),
    );
  const top = new Asking((filter) =>
    sql.Query.from('events')
      .select('grams')
      .where([sql.gte('grams', sql.literal(0)), filter].flat().filter(Boolean))
      .orderby(sql.desc('grams'))
      .limit(topRows),
  );
  return {
    cells: counting('cell'),
    months: counting('month', 'family'),
    countries: counting('country'),
    top,
  };
}

/** Mosaic over DuckDB-WASM: clients behind one crossfilter selection, pre-aggregation on, as its documentation builds a dashboard. */
export async function mosaic(data: BenchColumns): Promise<Contestant> {
  const core = await loadPeer<Mosaic>('@uwdata/mosaic-core');
  const sql = await loadPeer<Sql>('@uwdata/mosaic-sql');
  const { db, connection, cellCount } = await openDuckdb(data);
  const connector = core.wasmConnector({ duckdb: db, connection });
  const silent = {
    debug() {},
    log() {},
    info() {},
    warn() {},
    error: console.error,
    group() {},
    groupEnd() {},
  };
  const coordinator = new core.Coordinator(connector, { logger: silent, cache: false });
  const selection = core.Selection.crossfilter();

  const panels = panelsOf(core, sql, selection);
  const { cells, months, countries, top } = panels;
  const clients = [cells, months, countries, top];
  for (const client of clients) coordinator.connect(client);
  await Promise.all(clients.map(({ pending }) => pending));

  const sources = { day: {}, family: {}, country: {} };
  const points = (name: 'family' | 'country', on: readonly boolean[] | null, own: readonly Client[]) => {
    const values = on?.flatMap((is, code) => (is ? [[code]] : []));
    selection.update(core.clausePoints([name], values, { source: sources[name], clients: new Set(own) }));
  };
  let last: Move | null = null;
  return {
    name: 'Mosaic',
    async update(move) {
      if (last && last.families !== move.families) points('family', move.families, []);
      if (last && last.countries !== move.countries) points('country', move.countries, [countries]);
      if (!last) {
        points('family', move.families, []);
        points('country', move.countries, [countries]);
      }
      if (last?.from !== move.from || last.to !== move.to) {
        const options = { source: sources.day, clients: new Set([months]) };
        selection.update(core.clauseInterval('day', [move.from, move.to], options));
      }
      last = move;
      await settled(selection, clients);
      const read = (panel: Panel, name: string): number[] => column(panel.result!, name);
      const family = read(months, 'family');
      const inCells = read(cells, 'n');
      return updateOf(
        inCells.reduce((all, one) => all + one, 0),
        spread(read(cells, 'cell'), inCells, cellCount),
        spread(
          read(months, 'month').map((month, i) => month * familyCount + family[i]!),
          read(months, 'n'),
          monthCount * familyCount,
        ),
        spread(read(countries, 'country'), read(countries, 'n'), data.dictionaries.country.length),
        read(top, 'grams'),
      );
    },
  };
}

/** A selection queues what arrives while it works: settled when the last emission and every panel's query have ended. */
async function settled(selection: Selection, panels: readonly Client[]): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await selection.pending('value');
    await Promise.all(panels.map(({ pending }) => pending));
  }
}
