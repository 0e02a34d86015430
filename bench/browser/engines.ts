import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { MoveSeries } from '../kernels/gestures.ts';
import type { PageMemory } from '../kernels/page-memory.ts';
import { bufferVerdict } from '../memory-budget.ts';
import { ms, ratioOf, table, times, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import type { EngineAsked, EngineRun } from './engines-page.ts';
import { madeFiles } from './made-files.ts';
import { inBrowser, peersInstalled, servePage } from './page.ts';

interface Engine {
  readonly key: string;
  readonly name: string;
  readonly peer: boolean;
}

const engines: readonly Engine[] = [
  { key: 'ours', name: 'Atalaya', peer: false },
  { key: 'array-filter', name: 'Array.filter over objects', peer: false },
  { key: 'crossfilter2', name: 'crossfilter2', peer: true },
  { key: 'arquero', name: 'arquero', peer: true },
  { key: 'duckdb', name: 'DuckDB-WASM', peer: true },
  { key: 'mosaic', name: 'Mosaic over DuckDB-WASM', peer: true },
];

const gestureNames: readonly MoveSeries['name'][] = ['drag', 'jump', 'toggle'];
/** Where only our own engine is asked: the others need minutes or more memory than a tab has. */
const aloneFrom = 2_000_000;

interface Measured extends EngineRun {
  /** Megabytes of the page's processes with everything in them; where the system tells. */
  readonly megabytes: number | null;
}

/** Proportional memory of all renderer processes of a browser, in megabytes (Linux tells it, others do not). */
async function rendererMegabytes(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const files = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/smaps_rollup`)
    .filter(existsSync);
  if (files.length === 0) return null;
  const kilobytes = files.map((file) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function runIn(origin: string, asked: EngineAsked): Promise<Measured> {
  return inBrowser(async (browser) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(origin);
    await page.waitForFunction(() => 'run' in window);
    const before = await rendererMegabytes(browser);
    const run = await page.evaluate(
      (own) => (window as unknown as { run(asked: EngineAsked): Promise<EngineRun> }).run(own),
      asked,
    );
    await page.evaluate(() => (window as unknown as { gc?(): void }).gc?.());
    const after = await rendererMegabytes(browser);
    return { ...run, megabytes: before === null || after === null ? null : after - before };
  });
}

/** Throws at the first answer that differs; the number of answers compared. */
function compare(own: EngineRun, other: EngineRun, name: string): number {
  let compared = 0;
  for (const gesture of gestureNames) {
    for (const [i, answer] of other.answers[gesture]!.entries()) {
      const expected = own.answers[gesture]![i];
      if (expected === undefined) break;
      if (answer !== expected) throw new Error(`${name}, ${gesture} ${i}:\n${answer}\nAtalaya:\n${expected}`);
      compared++;
    }
  }
  return compared;
}

type Rounds = ReadonlyMap<string, readonly Measured[]>;

/** Everything measured of one number of events. */
interface Outcome {
  readonly rows: number;
  readonly rounds: Rounds;
  /** Buffers of our engine; the others do not tell. */
  readonly memory: PageMemory;
}

async function measure(rows: number, quick: boolean): Promise<Outcome & { readonly checks: number }> {
  const { files, memory } = madeFiles(rows);
  const { origin, close } = await servePage('engines-page.ts', files);
  try {
    return { rows, memory, ...(await askAll(origin, rows, quick)) };
  } finally {
    await close();
  }
}

async function askAll(
  origin: string,
  rows: number,
  quick: boolean,
): Promise<{ rounds: Rounds; checks: number }> {
  const asked = { rows, moves: quick ? 30 : 200, patienceMs: quick ? 400 : 1500 };
  const present = engines.filter(
    ({ key, peer }) => key === 'ours' || (rows < aloneFrom && (!peer || peersInstalled)),
  );
  const rounds = new Map<string, Measured[]>(present.map(({ key }) => [key, []]));
  let checks = 0;
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    for (const { key, name } of present) {
      const run = await runIn(origin, { engine: key, ...asked });
      rounds.get(key)!.push(run);
      if (key !== 'ours') checks += compare(rounds.get('ours')![round]!, run, name);
    }
  }
  return { rounds, checks };
}

const all = (runs: readonly EngineRun[], gesture: string): number[] =>
  runs.flatMap(({ took }) => took[gesture]!);
const median = (values: readonly number[]): number => timingOf(values).median;

function ratio(rounds: Rounds, key: string, gesture: string) {
  return ratioOf(
    rounds.get(key)!.map((run, i) => ({
      plain: median(run.took[gesture]!),
      ours: median(rounds.get('ours')![i]!.took[gesture]!),
    })),
  );
}

const buffersOf = ({ columns, screen, dragged, zoomed }: PageMemory): string =>
  [columns, screen, dragged, zoomed].map((bytes) => (bytes / 1e6).toFixed(1)).join(' / ');

function rowOf({ rows, rounds, memory: held }: Outcome, { key, name }: Engine): string[] {
  const runs = rounds.get(key)!;
  const cells = gestureNames.flatMap((gesture) => {
    const { median: middle, p95 } = timingOf(all(runs, gesture));
    const own = ratio(rounds, key, gesture);
    const against = key === 'ours' ? '1' : `${times(own.median)} (${times(own.low)} to ${times(own.high)})`;
    return [against, `${ms(middle)} / ${ms(p95)}`];
  });
  const memory = runs.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
  return [
    rows.toLocaleString('en'),
    name,
    ...cells,
    ms(median(runs.map(({ buildMs }) => buildMs))),
    ms(Math.max(...runs.flatMap(({ first }) => Object.values(first)))),
    memory.length > 0 ? median(memory).toFixed(0) : 'unknown',
    key === 'ours' ? buffersOf(held) : '',
  ];
}

function againstPeers({ rows, rounds }: Outcome): Verdict[] {
  return engines.flatMap(({ key, name }) => {
    if (key === 'ours' || !rounds.has(key)) return [];
    const drag = ratio(rounds, key, 'drag');
    const toggle = ratio(rounds, key, 'toggle');
    return {
      what: `against ${name}, ${rows.toLocaleString('en')} events`,
      must: 'faster at drag and toggle',
      measured: `drag ${times(drag.median)}, toggle ${times(toggle.median)}`,
      met: drag.median > 1 && toggle.median > 1,
    };
  });
}

function ownBudgets({ rows, rounds, memory }: Outcome): Verdict[] {
  if (rows < 1_000_000) return [];
  const toggle = median(all(rounds.get('ours')!, 'toggle'));
  const engineToggle: Verdict = {
    what: `toggle, engine off the main thread, ${rows.toLocaleString('en')} events`,
    must: '≤ 8 ms',
    measured: `${ms(toggle)} ms`,
    met: toggle <= 8,
  };
  return [
    ...(rows === 1_000_000 ? [engineToggle] : []),
    bufferVerdict('columns', rows, memory.columns),
    bufferVerdict('columns and all that a first screen derives from them', rows, memory.screen),
    bufferVerdict('the same after a window was dragged', rows, memory.dragged),
  ];
}

/** Where our engine answered, by gesture. */
function placesOf({ rows, rounds }: Outcome): string {
  const runs = rounds.get('ours')!;
  const shares = gestureNames.map((gesture) => {
    const ranOn = runs.flatMap((run) => run.ranOn[gesture]!);
    const here = ranOn.filter((place) => place === 'main-thread').length;
    return `${gesture} ${((100 * here) / ranOn.length).toFixed(0)} %`;
  });
  return `${rows.toLocaleString('en')} events: ${shares.join(', ')}`;
}

/** The same moves by every engine in real Chromium, each in a browser of its own. */
export async function enginesSection({ quick, sizes }: Size): Promise<SectionResult> {
  const lines: string[][] = [
    [
      'events',
      'engine',
      ...gestureNames.flatMap((name) => [`${name} × ours`, 'ms']),
      'build ms',
      'slowest first move ms',
      'page + MB',
      'buffers MB: columns / first screen / dragged / zoomed',
    ],
  ];
  const verdicts: Verdict[] = [];
  let checks = 0;
  const places: string[] = [];
  for (const rows of sizes) {
    const outcome = await measure(rows, quick);
    checks += outcome.checks;
    for (const engine of engines) if (outcome.rounds.has(engine.key)) lines.push(rowOf(outcome, engine));
    verdicts.push(...ownBudgets(outcome), ...againstPeers(outcome));
    places.push(placesOf(outcome));
  }
  const missing = peersInstalled
    ? []
    : ['Peers in Chromium: not installed (npm ci --prefix bench/peers --ignore-scripts)'];
  return {
    title: 'Engines in Chromium: the same update by every engine',
    verdicts,
    checks,
    notRun: missing,
    text: [
      'One update = hexagons of the overview, month × family, countries, ten largest seizures, total; each panel without its own dimension. Drag: ten years',
      'slid by 14 days; jump: windows anywhere; toggle: families and countries switched at random. Milliseconds from the question on the main thread to the answer there,',
      'median / 95th percentile of all moves; ratios are of the medians of each round, median (least to most) of the rounds. A gesture ends after 1.5 s, so the slow make fewer moves.',
      `${checks.toLocaleString('en')} answers were compared with ours, all equal. Events on one day and placed, because the peers know nothing vaguer; the peers get month, family and hexagon of`,
      'each row for nothing, and none of it counts as building. The first move of a gesture, which switches filters or pre-aggregates, stands apart.',
      'Ours is the engine of the page, with its Worker and the main thread beside it; its building is fetching, checking and reading the rows as a part, the others are handed them.',
      `Answered on the main thread, the rest by the Worker: ${places.join('; ')}. Its columns lie in memory that both share.`,
      'Buffers: of the Worker and of the main thread together, each once, over events that may also last or be vague: the columns; with all that a first screen of Explore derives from them; after a window of ten years',
      'was dragged sixty times by a fortnight; after the map was zoomed in by three and shown as density. Answers kept as plain objects are not among them; the megabytes of the page hold everything.',
      '',
      table(lines),
    ].join('\n'),
  };
}
