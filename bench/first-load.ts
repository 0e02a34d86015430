/** First load as Lighthouse sees it: mobile form factor, slow 4G and a four times slower processor, really applied. */
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { loadPeer } from './peers/load-peer.ts';

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
export interface FirstLoad {
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
export async function firstLoads(url: string, runs: number): Promise<FirstLoad[]> {
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
