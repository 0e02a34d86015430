import { expect, test } from './product.ts';
import { chartScripts, documentScripts, gzipBytes, mapScripts } from './script-sizes.ts';

/** Kilobytes as they crossed the wire, compressed. */
const kilobytes = (bytes: number): number => Math.round(bytes / 1000);

test('the first view is light: scripts within their budget, Leaflet and charts apart', async ({ page }) => {
  const sizes = new Map<string, number>();
  // Once the first counts stand, the other screens are fetched ahead: those do not belong to the first view.
  let counting = true;
  page.on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    if (!counting || !/\.(js|css)$/.test(pathname)) return;
    sizes.set(pathname, (await request.sizes()).responseBodySize);
  });
  await page.goto('/');
  // The live region says it a second time, for screen readers.
  await expect(page.getByText(/events (shown|read so far)/).first()).toBeVisible({ timeout: 60_000 });
  counting = false;

  const total = (pattern: RegExp): number =>
    [...sizes].filter(([path]) => pattern.test(path)).reduce((sum, [, size]) => sum + size, 0);
  const map = total(/(leaflet|MapView)[^/]*\.js$/);
  expect(kilobytes(map), 'scripts of the map, which come later').toBeLessThanOrEqual(60);
  expect(kilobytes(total(/\.js$/) - map), 'scripts of the first view').toBeLessThanOrEqual(230);
  expect(kilobytes(total(/\.css$/)), 'styles of the first view').toBeLessThanOrEqual(30);
  expect([...sizes.keys()].filter((path) => /recharts/.test(path))).toEqual([]);
});

test('what the document runs is small, and asks for neither the map nor the charts', async ({ product }) => {
  const scripts = await documentScripts(product.origin);
  expect(scripts.size).toBeGreaterThan(1);
  expect([...scripts].filter((address) => /leaflet|recharts/.test(address))).toEqual([]);
  const bytes = await gzipBytes(product.origin, scripts);
  expect(kilobytes(bytes), 'scripts before any screen').toBeLessThanOrEqual(95);
});

test('map and charts keep to their budgets when they come', async ({ page, product }) => {
  const asked = new Set<string>();
  page.on('request', (one) => asked.add(new URL(one.url()).pathname));
  await page.goto('/country/PE');
  // The charts are drawn when the page is scrolled to them.
  await page.getByRole('heading', { name: 'Figures by theme' }).scrollIntoViewIfNeeded();
  const came = (pattern: RegExp): string[] => [...asked].filter((path) => pattern.test(path));
  await expect.poll(() => came(chartScripts).length, { timeout: 60_000 }).toBe(1);
  await expect.poll(() => came(/MapView/).length > 0, { timeout: 60_000 }).toBe(true);
  const total = async (pattern: RegExp): Promise<number> =>
    kilobytes(await gzipBytes(product.origin, came(pattern)));
  expect(await total(mapScripts), 'the map').toBeLessThanOrEqual(60);
  expect(await total(chartScripts), 'the charts').toBeLessThanOrEqual(110);
});

for (const [address, words] of [
  ['/', /events of organised crime and security/],
  ['/country/PE', /^Peru/],
] as const) {
  test(`${address} can be read before any script runs`, async ({ browser, baseURL }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const still = await plain.newPage();
    await still.goto(`${baseURL}${address}`);
    await expect(still.locator('.first-lead')).toHaveText(words);
    await expect(still.getByRole('link', { name: 'Countries' })).toBeVisible();
    await plain.close();
  });

  for (const width of [1440, 390])
    test(`${address} at ${width} px: nothing jumps when the scripts run and the data come`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 860 });
      await page.addInitScript(() => {
        const seen = window as unknown as { shift: number };
        seen.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await expect(page.locator('#root .first')).toHaveCount(0, { timeout: 60_000 });
      await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
      await page.waitForTimeout(1000);
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.05);
    });
}

test('files named by their content may be kept for ever, the page may not', async ({ request }) => {
  const html = await request.get('/');
  expect(html.headers()['cache-control']).toBe('no-cache');
  const entry = /<script type="module"[^>]*src="([^"]+react[^"]+)"/.exec(await html.text())?.[1] ?? '';
  const script = await request.get(entry);
  expect(script.headers()['cache-control']).toContain('immutable');
  expect(script.headers()['content-encoding']).toMatch(/br|gzip|zstd/);
  expect((await request.get(`${entry}.map`)).status()).toBe(404);
});
