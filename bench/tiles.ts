import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { decodeTiles } from '#contract/tile.ts';
import { type TileDimension, tileDimensions } from '#contract/tile-dimensions.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import { TileCounter } from '#engine/local/tile-counter.ts';
import { type Columns, columnsOver } from '#server/columns/columns.ts';
import { reusePrepared } from '#server/jobs/prepare.ts';
import { sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { startOn } from '#tests/journeys/product.ts';
import { buffersHeld } from './collect.ts';
import { bufferVerdict } from './memory-budget.ts';
import { ms, table, timingOf } from './report.ts';
import type { SectionResult, Size, Verdict } from './sections.ts';
import { storeOf } from './stores/kept.ts';

const million = 1_000_000;
const filters: Readonly<Record<string, EventFilter>> = {
  everything: emptyFilter,
  'two kinds': { ...emptyFilter, types: ['seizure', 'air'] },
  'one country': { ...emptyFilter, countries: ['CO'] },
};

interface Tile {
  readonly filter: string;
  readonly by: TileDimension;
  readonly built: readonly number[];
  readonly packed: number;
  /** A window counted from it. */
  readonly window: number;
}

interface Measured {
  readonly rows: number;
  readonly read: number;
  /** Bytes of buffers after a collection: the columns, then with the hexagons of a first screen, then with all that the tiles left behind. */
  readonly buffers: number;
  readonly numbered: number;
  readonly worked: number;
  /** The first tile asked of all: its hexagons are numbered first. */
  readonly cold: number;
  readonly tiles: readonly Tile[];
  /** The same tile again, over HTTP and unpacked. */
  readonly cached: readonly number[];
}

async function timed<T>(act: () => Promise<T>): Promise<{ took: number; result: T }> {
  const began = performance.now();
  const result = await act();
  return { took: performance.now() - began, result };
}

async function build(
  columns: Columns,
  filter: EventFilter,
  by: TileDimension,
): Promise<Uint8Array<ArrayBuffer>> {
  const where = { zoom: 5, viewport: null, bin: 'month', measure: 'count', domain: null, fine: [] } as const;
  return columns.tiles({ filter, by: [by], ...where }, null);
}

/** Null where the server says that the tile would be larger than what it saves. */
async function tileOf(
  columns: Columns,
  filter: string,
  by: TileDimension,
  times: number,
): Promise<Tile | null> {
  const runs = [];
  for (let run = 0; run < times; run++) runs.push(await timed(() => build(columns, filters[filter]!, by)));
  const bytes = runs[0]!.result;
  const [tile] = decodeTiles(bytes, 1);
  if (!tile) return null;
  const counter = new TileCounter(tile);
  const began = performance.now();
  for (let move = 0; move < 100; move++)
    counter.count(dayOf(1990 + (move % 20), 1, 1), dayOf(2012, (move % 12) + 1, 1) - 1);
  const window = (performance.now() - began) / 100;
  return { filter, by, built: runs.map(({ took }) => took), packed: zstdCompressSync(bytes).length, window };
}

async function cachedOver(folder: string): Promise<number[]> {
  const product = await startOn(folder);
  try {
    const address = `${product.origin}/api/v1/tiles?by=cells&zoom=5&bin=month&measure=count`;
    const ask = async (): Promise<void> => {
      zstdDecompressSync(await zstdBytes(address));
    };
    await ask();
    const again: number[] = [];
    for (let run = 0; run < 20; run++) again.push((await timed(ask)).took);
    return again;
  } finally {
    await product.stop();
  }
}

/** What the server sends to a browser, which takes zstd; Node's own fetch asks for gzip and takes most of the time to unpack it. */
function zstdBytes(address: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'zstd' } }, (reply) => {
      if (reply.statusCode !== 200 || reply.headers['content-encoding'] !== 'zstd')
        reject(new Error(`${address}: ${reply.statusCode} ${reply.headers['content-encoding']}`));
      buffer(reply).then(resolve, reject);
    }).on('error', reject);
  });
}

async function measure(rows: number, quick: boolean): Promise<Measured> {
  const folder = storeOf('noise', rows);
  const snapshot = reusePrepared(folder, sampleFingerprint());
  if (snapshot?.manifest.rows !== rows) throw new Error(`${folder} does not hold ${rows} events`);
  const before = await buffersHeld();
  const { took: read, result: columns } = await timed(async () => columnsOver(snapshot));
  const buffers = (await buffersHeld()) - before;
  const { took: cold } = await timed(() => build(columns, emptyFilter, 'cells'));
  const numbered = (await buffersHeld()) - before;
  const tiles: Tile[] = [];
  for (const filter of Object.keys(filters))
    for (const by of tileDimensions)
      tiles.push(...[await tileOf(columns, filter, by, quick ? 2 : 5)].filter((tile) => tile !== null));
  const worked = (await buffersHeld()) - before;
  await columns.close();
  return { rows, read, buffers, numbered, worked, cold, tiles, cached: await cachedOver(folder) };
}

function verdictsOf({ rows, cold, tiles, cached, buffers, numbered, worked }: Measured): Verdict[] {
  const slowest = tiles.reduce((worst, tile) => (middle(tile) > middle(worst) ? tile : worst));
  const again = timingOf(cached).median;
  const of = `${rows.toLocaleString('en')} events`;
  const warm: Verdict = {
    what: `slowest brush tile, warm, ${of}`,
    must: '≤ 150 ms',
    measured: `${ms(middle(slowest))} ms (by ${slowest.by}, ${slowest.filter})`,
    met: middle(slowest) <= 150,
  };
  const first: Verdict = {
    what: `first brush tile of hexagons, ${of}`,
    must: '≤ 1.5 s',
    measured: `${(cold / 1000).toFixed(2)} s`,
    met: cold <= 1500,
  };
  const known: Verdict = {
    what: `the same tile again, over HTTP, ${of}`,
    must: '≤ 50 ms',
    measured: `${ms(again)} ms`,
    met: again <= 50,
  };
  const longest = Math.max(...tiles.map(({ window }) => window));
  const window: Verdict = {
    what: `a window counted from any brush tile, ${of}`,
    must: '≤ 17 ms',
    measured: `${ms(longest)} ms`,
    met: longest <= 17,
  };
  const memory = [
    bufferVerdict('columns in the server', rows, buffers),
    bufferVerdict('columns and hexagons in the server', rows, numbered),
    bufferVerdict('the same after tiles by every dimension under three filters', rows, worked),
  ];
  return [...(rows === million ? [warm] : []), ...(rows > million ? [first, ...memory] : []), window, known];
}

const middle = ({ built }: Tile): number => timingOf(built).median;

function rowsOf({ rows, tiles }: Measured): string[][] {
  return tileDimensions.map((by) => {
    const own = (filter: string) => tiles.find((tile) => tile.by === by && tile.filter === filter);
    const all = own('everything');
    return [
      rows.toLocaleString('en'),
      by,
      ...Object.keys(filters).map((filter) => {
        const tile = own(filter);
        return tile ? ms(middle(tile)) : 'too large';
      }),
      all ? (all.packed / 1000).toFixed(0) : '',
      all?.window.toFixed(2) ?? '',
    ];
  });
}

/** Brush tiles of the server, in a process without the events, over the seeded stores. */
export async function tilesSection({ quick, sizes }: Size): Promise<SectionResult> {
  const measured: Measured[] = [];
  for (const rows of sizes.filter((size) => quick || size >= million))
    measured.push(await measure(rows, quick));
  const once = [
    [
      'events',
      'parts read, s',
      'columns MB',
      'with hexagons MB',
      'after all tiles MB',
      'first tile of hexagons, ms',
      'again over HTTP, ms',
    ],
    ...measured.map(({ rows, read, buffers, numbered, worked, cold, cached }) => [
      rows.toLocaleString('en'),
      (read / 1000).toFixed(1),
      (buffers / 1e6).toFixed(0),
      (numbered / 1e6).toFixed(0),
      (worked / 1e6).toFixed(0),
      ms(cold),
      ms(timingOf(cached).median),
    ]),
  ];
  const head = [
    'events',
    'by',
    ...Object.keys(filters).map((name) => `${name}, ms`),
    'zstd kB',
    'a window, ms',
  ];
  return {
    title: 'Brush tiles of the server',
    verdicts: measured.flatMap(verdictsOf),
    checks: measured.reduce((sum, { tiles }) => sum + tiles.length, 0),
    notRun: [],
    text: `Counts by month, hexagons at zoom 5, median. Size and window: of the tile over everything. Megabytes: of the process's buffers, after a collection.\n\n${table(once)}\n\n${table([head, ...measured.flatMap(rowsOf)])}`,
  };
}
