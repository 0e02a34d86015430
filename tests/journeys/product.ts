import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The product as a reader gets it: the production build, served by our server, on a port and a store of its own. */
export interface Product {
  readonly origin: string;
  /** Ends the server as a supervisor would, and waits for it. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and store. */
  start(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was free');
  return address.port;
}

async function waitUntilReady(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready after 120 s:\n${output()}`);
}

type Started = Product & { close(): Promise<void> };

let prepared: Promise<string> | undefined;

/** A store as the first start leaves it, filled once for all journeys; each product gets a copy of its own. */
async function preparedStore(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-prepared-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const first = await startOn(folder);
  await first.stop();
  return folder;
}

/** Starts `server/main.ts` on a fresh copy of the filled store, with settings beside the usual ones. */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  prepared ??= preparedStore();
  const data = mkdtempSync(path.join(tmpdir(), 'atalaya-journey-'));
  cpSync(await prepared, data, { recursive: true });
  const started = await startOn(data, settings);
  const close = async (): Promise<void> => {
    await started.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { ...started, close };
}

/** Starts `server/main.ts` on a data folder as it is. */
export async function startOn(
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = '';

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
      cwd: root,
      env: { ...process.env, ...settings, PORT: String(port), HOST: '127.0.0.1', ATALAYA_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    await waitUntilReady(origin, child, () => output);
  };
  const stop = async (): Promise<number | null> => {
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    return child.exitCode;
  };
  await start();
  return { origin, start, stop };
}

/** What a page did that it must not: calls to other hosts, refused content, errors. */
export interface Watch {
  readonly foreign: string[];
  readonly violations: string[];
  readonly errors: string[];
}

/** Notes every request that leaves the origin, every report of the content policy and every uncaught error. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const seen: Watch = { foreign: [], violations: [], errors: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) seen.foreign.push(url);
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  await page.exposeFunction('reportViolation', (text: string) => void seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      report(
        `${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  return seen;
}

interface Fixtures {
  /** A page on the running product, watched: the journey fails on a foreign request, a policy report or an uncaught error. */
  readonly page: Page;
}

export const test = base.extend<Fixtures & { watched: Watch }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture names from the pattern
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.origin),
  watched: [
    async ({ page, product }, use) => {
      const seen = await watch(page, product.origin);
      await use(seen);
      expect(seen, 'what the page must not do').toEqual({ foreign: [], violations: [], errors: [] });
    },
    { auto: true },
  ],
});

export { expect };
