/**
 * `node bench/exports.ts`: how long a reader waits for a file. Pictures and sheets in a real Chromium over the bundled data, from
 * the press of the button to the download; the first byte of 200,000 rows of CSV from a store that holds them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { limits } from '#server/limits.ts';
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { eventsOnly } from '#tests/server/many-events.ts';
import { testApp, testServices } from '#tests/server/test-app.ts';
import { ms, table, timingOf } from './report.ts';

const REPETITIONS = 5;
const PORT = Number(process.env.PORT ?? 4399);
/** What the issue asks for, in ms. */
const aims = { png: 1500, firstByte: 300 };

async function firstBytes(folder: string): Promise<number[]> {
  const app = testApp(await testServices(folder, eventsOnly(limits.exportRows)));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const once = () =>
    new Promise<number>((resolve, reject) => {
      const start = performance.now();
      get({ host: '127.0.0.1', port, path: '/api/v1/events?format=csv' }, (reply) => {
        reply.once('data', () => {
          resolve(performance.now() - start);
          reply.destroy();
        });
      }).on('error', reject);
    });
  const samples: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) samples.push(await once());
  await app.close();
  return samples;
}

async function served(folder: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
    env: { ...process.env, PORT: String(PORT), ATALAYA_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (text: Buffer) => /http:\/\//.test(text.toString()) && resolve());
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return server;
}

/** From the press of a button of the open dialog to the download. */
async function pressed(page: Page, button: string): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    const waiting = page.waitForEvent('download');
    const start = performance.now();
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
    await waiting;
    samples.push(performance.now() - start);
    await page.waitForTimeout(200);
  }
  return samples;
}

const buttons = ['Save PNG', 'Save PDF', 'Events, CSV', 'Events, XLSX'];

async function inBrowser(folder: string): Promise<Map<string, number[]>> {
  const server = await served(folder);
  const { executablePath } = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...chromiumArgs],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(
      `http://127.0.0.1:${PORT}/?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down&lang=en`,
    );
    const menu = page.locator('#map').getByRole('button', { name: 'Export' });
    await menu.click({ timeout: 60_000 });
    const results = new Map<string, number[]>();
    for (const button of buttons) results.set(button, await pressed(page, button));
    return results;
  } finally {
    await browser.close();
    server.kill('SIGTERM');
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-bench-'));
try {
  const rows: string[][] = [['file', 'median ms', 'p95 ms', 'aim']];
  const line = (name: string, samples: readonly number[], aim: number | null) => {
    const { median, p95 } = timingOf(samples);
    rows.push([
      name,
      ms(median),
      ms(p95),
      aim === null ? '' : `${aim} ms: ${median <= aim ? 'met' : 'missed'}`,
    ]);
  };
  for (const [button, samples] of await inBrowser(path.join(folder, 'bundled')))
    line(`${button} (map of Peru)`, samples, button === 'Save PNG' ? aims.png : null);
  line('200,000 rows of CSV, first byte', await firstBytes(path.join(folder, 'many')), aims.firstByte);
  process.stdout.write(`${table(rows)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
