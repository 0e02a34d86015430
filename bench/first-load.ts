import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { peersInstalled } from './browser/page.ts';
import { loadPeer } from './peers/load-peer.ts';
import { ms, table, timingOf } from './report.ts';
import type { SectionResult, Size, Verdict } from './sections.ts';

interface Audit {
  readonly numericValue?: number;
}
interface LighthouseResult {
  readonly lhr: {
    readonly categories: { readonly performance: { readonly score: number | null } };
    readonly audits: Readonly<Record<string, Audit>>;
    readonly runtimeError?: { readonly message: string };
  };
}
type Lighthouse = (url: string, flags: object, config: object) => Promise<LighthouseResult | undefined>;
interface Launched {
  readonly port: number;
  kill(): void;
}

/** One load: milliseconds, kilobytes, and Lighthouse's score out of 100. */
interface FirstLoad {
  readonly score: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly speedIndex: number;
  readonly blocked: number;
  readonly interactive: number;
  readonly shift: number;
  readonly kilobytes: number;
}

/** Lighthouse's own mobile numbers: 150 ms round trips and 1.6 Mbit/s as DevTools applies them, processor divided by four. */
const throttling = {
  rttMs: 150,
  throughputKbps: 1638.4,
  requestLatencyMs: 562.5,
  downloadThroughputKbps: 1474.56,
  uploadThroughputKbps: 675,
  cpuSlowdownMultiplier: 4,
};

/** Loads an address `runs` times in a fresh browser each, throttled by DevTools. */
async function firstLoads(url: string, runs: number): Promise<FirstLoad[]> {
  const { default: lighthouse } = await loadPeer<{ default: Lighthouse }>('lighthouse');
  const { launch } = await loadPeer<{ launch(options: object): Promise<Launched> }>('chrome-launcher');
  const { executablePath, env } = await findChromium();
  const loads: FirstLoad[] = [];
  for (let run = 0; run < runs; run++) {
    const chrome = await launch({
      chromePath: executablePath,
      chromeFlags: ['--headless=new', ...chromiumArgs],
      envVars: { ...process.env, ...env },
      logLevel: 'error',
    });
    try {
      const result = await lighthouse(
        url,
        { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: ['performance'] },
        {
          extends: 'lighthouse:default',
          settings: { throttlingMethod: 'devtools', throttling, formFactor: 'mobile' },
        },
      );
      loads.push(read(result));
    } finally {
      chrome.kill();
    }
  }
  return loads;
}

function read(result: LighthouseResult | undefined): FirstLoad {
  if (!result) throw new Error('Lighthouse gave no result.');
  const { audits, categories, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const value = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN;
  return {
    score: Math.round((categories.performance.score ?? 0) * 100),
    firstPaint: value('first-contentful-paint'),
    largestPaint: value('largest-contentful-paint'),
    speedIndex: value('speed-index'),
    blocked: value('total-blocking-time'),
    interactive: value('interactive'),
    shift: value('cumulative-layout-shift'),
    kilobytes: value('total-byte-weight') / 1000,
  };
}

const budgets = { score: 95, firstPaint: 1500 };
const addresses = ['/', '/country/PE'];

/** Median with least and most, as the machine's other work spreads them. */
function spread(values: readonly number[], write: (value: number) => string): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): string => write(sorted[index] ?? Number.NaN);
  return `${at(Math.floor(sorted.length / 2))} (${at(0)} to ${at(sorted.length - 1)})`;
}

function rowOf(address: string, loads: readonly FirstLoad[]): string[] {
  const of = (key: keyof FirstLoad, write: (value: number) => string = ms): string =>
    spread(
      loads.map((load) => load[key]),
      write,
    );
  return [
    address,
    of('score', String),
    of('firstPaint'),
    of('largestPaint'),
    of('blocked'),
    of('interactive'),
    of('shift', (value) => value.toFixed(3)),
    of('kilobytes'),
  ];
}

const median = (values: readonly number[]): number => timingOf(values).median;

function verdictOf(address: string, loads: readonly FirstLoad[]): Verdict {
  const score = median(loads.map((load) => load.score));
  const firstPaint = median(loads.map((load) => load.firstPaint));
  return {
    what: `first load of ${address}, slow 4G and processor ÷ 4`,
    must: `score ≥ ${budgets.score}, first paint ≤ ${budgets.firstPaint / 1000} s`,
    measured: `${score}, ${(firstPaint / 1000).toFixed(2)} s`,
    met: score >= budgets.score && firstPaint <= budgets.firstPaint,
  };
}

const head = [
  'page',
  'score',
  'first paint, ms',
  'largest paint, ms',
  'blocked, ms',
  'interactive, ms',
  'shift',
  'kB',
];

/** First loads: the built page, our server, Lighthouse on Explore and on a country page. */
export async function firstLoadSection({ quick }: Size): Promise<SectionResult> {
  const title = 'First load: slow 4G and a four times slower processor, really applied';
  if (quick) {
    const notRun = ['First load: Lighthouse under real throttling takes too long for --quick'];
    return { title, verdicts: [], text: '', checks: 0, notRun };
  }
  if (!peersInstalled) {
    const notRun = ['First load: Lighthouse is not installed (npm ci --prefix bench/peers --ignore-scripts)'];
    return { title, verdicts: [], text: '', checks: 0, notRun };
  }
  const runs = 5;
  const product = await startProduct();
  try {
    const rows = [head];
    const verdicts: Verdict[] = [];
    for (const address of addresses) {
      // The server compresses a file when it is first asked for; that belongs to no reader's load but the very first.
      await firstLoads(product.origin + address, 1);
      const loads = await firstLoads(product.origin + address, runs);
      rows.push(rowOf(address, loads));
      verdicts.push(verdictOf(address, loads));
    }
    const how = `Lighthouse, mobile, throttling by DevTools; median (least to most) of ${runs}.`;
    return { title, verdicts, text: `${how}\n\n${table(rows)}`, checks: rows.length - 1, notRun: [] };
  } finally {
    await product.close();
  }
}
