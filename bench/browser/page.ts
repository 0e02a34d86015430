import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { build, type Plugin } from 'vite';
import { isolation } from '#server/headers.ts';
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';

const benchFolder = fileURLToPath(new URL('..', import.meta.url));
const peersFolder = path.join(benchFolder, 'peers/node_modules');
const peersInPages = [
  'crossfilter2',
  'arquero',
  '@duckdb/duckdb-wasm',
  'apache-arrow',
  '@uwdata/mosaic-core',
  '@uwdata/mosaic-sql',
];

export const peersInstalled = existsSync(path.join(peersFolder, 'crossfilter2'));

/** In a bundle a peer is imported by a name the bundler can see; where peers are not installed there are none. */
const peersByName: Plugin = {
  name: 'peers-by-name',
  load(id) {
    if (!id.endsWith('peers/load-peer.ts')) return null;
    const names = peersInstalled ? peersInPages : [];
    const entries = names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(name)})`);
    return `const peers = { ${entries.join(', ')} };\nexport const loadPeer = (name) => peers[name]();`;
  },
};

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** Builds one page of the bench into a temporary folder and serves it on loopback beside made files, isolated, as the product is. */
export async function servePage(
  entry: string,
  made: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-bench-'));
  const script = path.join(benchFolder, 'browser', entry);
  await build({
    configFile: false,
    root: path.resolve(benchFolder, '..'),
    logLevel: 'error',
    plugins: [peersByName],
    worker: { format: 'es' },
    build: {
      outDir: path.join(folder, 'out'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: { page: script }, output: { entryFileNames: 'page.js' } },
    },
  });
  writeFileSync(
    path.join(folder, 'out/index.html'),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><div id="root"></div><script type="module" src="/page.js"></script>',
  );
  return serve(path.join(folder, 'out'), made, () => rmSync(folder, { recursive: true, force: true }));
}

async function serve(
  folder: string,
  made: ReadonlyMap<string, Uint8Array>,
  done: () => void,
): Promise<Served> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://bench').pathname);
    const bytes = made.get(asked);
    if (bytes) {
      response.writeHead(200, isolation).end(bytes);
      return;
    }
    const file = asked.startsWith('/peers/')
      ? path.join(peersFolder, asked.slice('/peers/'.length))
      : path.join(folder, asked === '/' ? 'index.html' : asked);
    const inside = [peersFolder, folder].some((root) => file.startsWith(root + path.sep));
    if (!inside || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': kinds[path.extname(file)] ?? 'application/octet-stream',
      ...isolation,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      done();
    },
  };
}

/** A browser of its own for a piece of work, closed also where that fails: one left open would keep the bench from ending. */
export async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, '--js-flags=--expose-gc'],
    env: { ...process.env, ...env },
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
