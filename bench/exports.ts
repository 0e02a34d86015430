import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { limits } from '#server/limits.ts';
import { openExplore } from '#tests/journeys/explore-screen.ts';
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { eventsOnly } from '#tests/server/many-events.ts';
import { testApp, testServices } from '#tests/server/test-app.ts';
import { collect } from './collect.ts';
import { ms, table, timingOf } from './report.ts';
import type { SectionResult, Size, Verdict } from './sections.ts';

const MEGABYTE = 1_000_000;
/** What a reader waits for at most, in ms. */
const aims = { png: 1500, pptx: 6000, firstByte: 300 };
/** Part of a streamed file that may still be held, after a collection, near its end; a file that is kept whole holds four fifths. */
const HELD = 1 / 20;
/** Where in the file memory is looked at. */
const LOOKS = [0.1, 0.9] as const;
const peru = '/?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down&lang=en';
const sixSlides = 'Use this example: Coca in the VRAEM';

/** Milliseconds from the press of a control to the download that it starts; each file has something in it. */
async function untilSaved(page: Page, press: () => Promise<void>, runs: number): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const waiting = page.waitForEvent('download');
    const start = performance.now();
    await press();
    const download = await waiting;
    samples.push(performance.now() - start);
    if ((await download.failure()) !== null)
      throw new Error(`${download.suggestedFilename()} was not saved.`);
    await page.waitForTimeout(200);
  }
  return samples;
}

type Times = Map<string, readonly number[]>;

/** What the export dialog of Peru's map saves. */
async function figures(browser: Browser, origin: string, runs: number): Promise<Times> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openExplore(page, origin + peru);
  await page.locator('#map').getByRole('button', { name: 'Export' }).click({ timeout: 60_000 });
  const times: Times = new Map();
  for (const name of ['Save PNG', 'Save PDF', 'Events, CSV', 'Events, XLSX']) {
    const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
    times.set(`${name} (map of Peru)`, await untilSaved(page, () => button.click(), runs));
  }
  await page.close();
  return times;
}

/** What the page of a ready-made briefing saves: cover, four items, sources. */
async function briefing(browser: Browser, origin: string, runs: number): Promise<Times> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${origin}/briefings?lang=en`);
  await page.getByRole('button', { name: sixSlides }).click();
  await page.locator('[data-item] img').nth(2).waitFor();
  const opened = async (name: RegExp): Promise<Locator> => {
    await page.getByRole('button', { name: 'Export briefing' }).click();
    return page.getByRole('menuitem', { name });
  };
  const times: Times = new Map();
  for (const [name, label] of [
    [/PPTX/, 'Slides (PPTX, six slides)'],
    [/DOCX/, 'Document (DOCX, the same)'],
    [/PDF/, 'Pages (PDF, the same)'],
  ] as const)
    times.set(label, await untilSaved(page, async () => (await opened(name)).click(), runs));
  await page.close();
  return times;
}

async function inBrowser(runs: number): Promise<Times> {
  const product = await startProduct();
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...chromiumArgs],
  });
  try {
    return new Map([
      ...(await figures(browser, product.origin, runs)),
      ...(await briefing(browser, product.origin, runs)),
    ]);
  } finally {
    await browser.close();
    await product.close();
  }
}

interface Streamed {
  readonly firstBytes: readonly number[];
  readonly rows: number;
  readonly bytes: number;
  /** Bytes held at the second look beyond those at the first, after a collection each. */
  readonly held: number;
  /** Bytes of the process's memory at the most beyond those of the first half, whatever the collector has not come to. */
  readonly grown: number;
}

/** A store that holds as many events as a file takes, streamed as CSV: the first byte several times, then the whole once. */
async function streamed(rows: number, runs: number): Promise<Streamed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-bench-'));
  const app = testApp(await testServices(folder, eventsOnly(rows)));
  try {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const firstBytes: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      const reply = await asked(port);
      await new Promise((resolve) => reply.once('data', resolve));
      firstBytes.push(performance.now() - start);
      reply.destroy();
    }
    return { firstBytes, ...(await read(await asked(port), rows)) };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = (port: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/api/v1/events?format=csv' }, resolve).on('error', reject);
  });

async function read(reply: IncomingMessage, rows: number): Promise<Omit<Streamed, 'firstBytes'>> {
  let lines = 0;
  let bytes = 0;
  let steady = 0;
  let most = 0;
  const held: number[] = [];
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    const { rss } = process.memoryUsage();
    if (lines < rows / 2) steady = Math.max(steady, rss);
    else most = Math.max(most, rss);
    if (lines > rows * (LOOKS[held.length] ?? 1)) held.push(heldNow());
  }
  const [early = 0, late = 0] = held;
  return { rows: lines - 1, bytes, held: Math.max(0, late - early), grown: Math.max(0, most - steady) };
}

/** Bytes that this process, server and reader in one, still needs. */
function heldNow(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

/** Files as readers get them: pictures and sheets of a figure and whole briefings in Chromium, long files from the server. */
export async function exportsSection({ quick }: Size): Promise<SectionResult> {
  const runs = quick ? 1 : 5;
  const rows = quick ? 2000 : limits.exportRows;
  const times = await inBrowser(runs);
  const stream = await streamed(rows, runs);
  if (stream.rows !== rows) throw new Error(`${stream.rows} of ${rows} rows arrived.`);
  const csv = `${rows.toLocaleString('en')} rows of CSV, first byte`;
  times.set(csv, stream.firstBytes);
  const within = (what: string, name: string, most: number): Verdict => {
    const { median } = timingOf(times.get(name) ?? []);
    return { what, must: `≤ ${most} ms`, measured: `${ms(median)} ms`, met: median <= most };
  };
  const verdicts: readonly Verdict[] = [
    within('PNG of a map, from press to file', 'Save PNG (map of Peru)', aims.png),
    within('slides of six, from press to file', 'Slides (PPTX, six slides)', aims.pptx),
    within('long CSV, first byte', csv, aims.firstByte),
    {
      what: 'long CSV, memory held at nine tenths beyond that at one tenth, after a collection',
      must: '≤ a twentieth of the file',
      measured: `${megabytes(stream.held)} of ${megabytes(stream.bytes)} MB`,
      met: stream.held <= HELD * stream.bytes,
    },
  ];
  const lines = [...times].map(([name, samples]) => {
    const { median, p95, min } = timingOf(samples);
    return [name, ms(min), ms(median), ms(p95)];
  });
  const text = `From the press of a button to the download, ${runs} times each, over the bundled data; the long file over a store of its own: ${megabytes(stream.bytes)} MB, of which ${megabytes(stream.held)} MB were still held near the end; the process itself, which collects when it likes, took ${megabytes(stream.grown)} MB more in the second half than in the first.\n\n${table([['file', 'least, ms', 'median, ms', 'p95, ms'], ...lines])}`;
  return {
    title: 'Exports',
    verdicts: quick ? [] : verdicts,
    text,
    checks: times.size + 1,
    notRun: [],
  };
}
