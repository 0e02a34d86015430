import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { firstView } from './scripts/first-view/plugin.ts';
import { isolation } from './server/headers.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
type Modules = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** Names the chunk of the modules of ours that a screen needs at once. */
function neededBy(screen: string, chunk: string) {
  let needed: Set<string> | null = null;
  return (id: string, modules: Modules): string | null => {
    needed ??= importedBy(path.join(root, screen), modules);
    return needed.has(id) ? chunk : null;
  };
}

function importedBy(first: string, modules: Modules): Set<string> {
  const found = new Set([first]);
  for (const id of found) {
    for (const next of modules.getModuleInfo(id)?.importedIds ?? [])
      if (next.startsWith(root)) found.add(next);
  }
  for (const id of found) if (id.includes('node_modules')) found.delete(id);
  return found;
}

/** Packages that a first view must not wait for, or that change seldom: one long-lived chunk each. */
const vendorChunks = [
  { name: 'leaflet', priority: 2, test: /node_modules[\\/](?:@react-leaflet|react-leaflet|leaflet)[\\/]/ },
  {
    name: 'recharts',
    priority: 2,
    test: /node_modules[\\/](?:recharts|d3-|victory-vendor|@reduxjs|react-redux|redux|immer|reselect|es-toolkit|decimal\.js-light)/,
  },
  {
    name: 'react',
    // Taken first: a group also takes what its packages need, and the first view must not wait for Leaflet because of React.
    priority: 5,
    test: /node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store|wouter)[\\/]/,
  },
  // What the document itself asks for, and what every screen then needs: one request each, for on a slow line each costs a round trip.
  { name: 'shell', priority: 4, tags: ['$initial' as const] },
  // Apart from the data layer, so that each is run in a turn of its own.
  {
    name: 'contract',
    priority: 4,
    test: /node_modules[\\/]zod[\\/]|src[\\/]contract[\\/](?:[a-z]+-)?(?:endpoints?|schemas|parameters)\./,
  },
  {
    name: 'data',
    priority: 3,
    test: /node_modules[\\/]@tanstack[\\/](?!.*infiniteQueryObserver)|src[\\/]app[\\/]DataProvider|src[\\/]state[\\/](?:queries|engine-context)\./,
  },
  {
    name: 'common',
    priority: 2,
    minShareCount: 4,
    // Many screens can be cited, draw series or have words of their own, but not the first.
    test: /src[\\/](?:ui|core|i18n|state|figures|contract)[\\/](?!Cite\.|citation|words-apart|series)/,
  },
  { name: 'series', minShareCount: 2, priority: 1, test: /src[\\/]figures[\\/]series[\\/]/ },
  { name: 'cite', minShareCount: 2, priority: 1, test: /src[\\/](?:ui|core|i18n)[\\/](?:Cite\.|citation)/ },
  // What a first screen shares with others lay in some twenty files of a kilobyte: one each instead.
  { name: neededBy('src/views/explore/ExplorePage.tsx', 'screens'), minShareCount: 2, priority: 1 },
  { name: neededBy('src/views/country/CountryPage.tsx', 'places'), minShareCount: 2 },
];

/**
 * The writer of workbooks zips in a worker that it makes from a blob, which our policy refuses. The same library's zip without
 * a worker stands in for it.
 */
const zipWithoutWorker: Plugin = {
  name: 'zip-without-worker',
  load(id) {
    if (!/write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/.test(id)) return null;
    return `import { zipSync } from 'fflate';\nexport default async (files) => zipSync(files).buffer;`;
  },
};

/** Parts of the PDF library that draw HTML and pictures, which we never ask for: not shipped. */
const unusedByPdf = ['html2canvas', 'dompurify', 'canvg'];
const withoutUnusedParts: Plugin = {
  name: 'without-unused-parts',
  enforce: 'pre',
  resolveId: (source, importer) =>
    unusedByPdf.includes(source) && importer?.includes('jspdf') ? '\0unused' : null,
  load: (id) => (id === '\0unused' ? 'export default undefined;' : null),
};

export default defineConfig(({ mode }) => {
  const mock = mode === 'mock';
  return {
    root,
    plugins: [
      react(),
      zipWithoutWorker,
      withoutUnusedParts,
      mock ? msw({ mode: 'worker-only' }) : firstView(),
    ],
    server: { host: '127.0.0.1', headers: isolation },
    preview: { headers: isolation },
    build: {
      outDir: mock ? 'dist-mock' : 'dist',
      emptyOutDir: true,
      sourcemap: false,
      // The policy allows fonts from our origin only: nothing may become a data: address.
      assetsInlineLimit: 0,
      // One sheet of about 20 kB for all screens: on a slow line a dozen small ones cost more round trips than they save bytes.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        input: ['index.html', 'embed.html'],
        output: { codeSplitting: { groups: vendorChunks } },
      },
    },
    worker: { format: 'es' as const },
    test: {
      environment: 'node',
      include: ['tests/**/*.test.{ts,tsx}'],
      setupFiles: ['tests/setup.ts'],
      // Node would take their old module format, in which they do not find each other.
      server: { deps: { inline: ['jspdf', 'svg2pdf.js'] } },
      restoreMocks: true,
      testTimeout: 120_000,
      hookTimeout: 60_000,
      maxWorkers: 2,
    },
  };
});
