import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openExplore } from '#tests/journeys/explore-screen.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { chartScripts, documentScripts, gzipBytes, mapScripts } from '#tests/journeys/script-sizes.ts';
import { inBrowser } from './browser/page.ts';
import { table } from './report.ts';
import type { SectionResult, Verdict } from './sections.ts';

const sample = new URL('../server/sample/', import.meta.url);

/** Bytes of all that the repository holds of the bundled sample, its few scripts included. */
const sampleBytes = (): number =>
  readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Addresses that a page fetches until it stands. */
async function fetchedBy(origin: string, address: string): Promise<string[]> {
  return inBrowser(async (browser) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(address);
    if (address === '/') {
      // Once the first counts stand, the other screens are fetched ahead: those do not belong to the first view.
      await page.locator('#shown').waitFor({ timeout: 60_000 });
      const first = [...asked];
      await openExplore(page);
      return first;
    }
    await page
      .waitForRequest((request) => chartScripts.test(request.url()), { timeout: 60_000 })
      .catch(() => {});
    await page.locator('.leaflet-container').first().waitFor({ timeout: 60_000 });
    return [...asked];
  });
}

/** What travels before and with the first view, by the budgets. */
export async function sizesSection(): Promise<SectionResult> {
  const product = await startProduct();
  try {
    const { origin } = product;
    const first = await fetchedBy(origin, '/');
    const later = await fetchedBy(origin, '/country/PE');
    const of = (pattern: RegExp): string[] => later.filter((path) => pattern.test(path));
    const bytes = {
      initial: await gzipBytes(origin, await documentScripts(origin)),
      map: await gzipBytes(origin, of(mapScripts)),
      charts: await gzipBytes(origin, of(chartScripts)),
    };
    if (Object.values(bytes).some((size) => size === 0))
      throw new Error(`a script was not found: ${JSON.stringify(bytes)}`);
    const row = (what: string, size: number, most: number): Verdict => ({
      what: `${what}, gzip`,
      must: `≤ ${most} kB`,
      measured: kB(size),
      met: size <= most * 1000,
    });
    const chartsEarly = first.filter((path) => chartScripts.test(path)).length;
    const verdicts: Verdict[] = [
      row('scripts before any screen', bytes.initial, 95),
      row('scripts of the map', bytes.map, 60),
      row('scripts of the charts', bytes.charts, 110),
      {
        what: 'charts fetched before the first counts stand',
        must: 'none',
        measured: String(chartsEarly),
        met: chartsEarly === 0,
      },
      {
        what: 'bundled sample in the repository',
        must: '≤ 6 MB',
        measured: `${(sampleBytes() / 1e6).toFixed(1)} MB`,
        met: sampleBytes() <= 6e6,
      },
    ];
    const scripts = [...new Set([...first, ...later])].filter((path) => path.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (path) => ({ path, size: await gzipBytes(origin, [path]) })),
    );
    const largest = sizes.sort((a, b) => b.size - a.size).slice(0, 8);
    return {
      title: 'Scripts',
      verdicts,
      checks: 3,
      notRun: [],
      timeless: true,
      text: table([
        ['the largest of Explore and a country page', 'gzip'],
        ...largest.map(({ path, size }) => [path.replace(/^\/assets\//, ''), kB(size)]),
      ]),
    };
  } finally {
    await product.close();
  }
}
