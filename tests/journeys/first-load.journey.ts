import { expect, test } from './product.ts';

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
  await expect(page.getByText(/events (shown|read so far)/)).toBeVisible({ timeout: 60_000 });
  counting = false;

  const total = (pattern: RegExp): number =>
    [...sizes].filter(([path]) => pattern.test(path)).reduce((sum, [, size]) => sum + size, 0);
  const map = total(/(leaflet|MapView)[^/]*\.js$/);
  expect(kilobytes(map), 'scripts of the map, which come later').toBeLessThanOrEqual(60);
  expect(kilobytes(total(/\.js$/) - map), 'scripts of the first view').toBeLessThanOrEqual(230);
  expect(kilobytes(total(/\.css$/)), 'styles of the first view').toBeLessThanOrEqual(30);
  expect([...sizes.keys()].filter((path) => /recharts/.test(path))).toEqual([]);
});

test('the page itself asks for neither the map nor the charts', async ({ request }) => {
  const html = await (await request.get('/')).text();
  expect(html.match(/(?:src|href)="[^"]*(?:leaflet|recharts)[^"]*"/g) ?? []).toEqual([]);
  const entry = /<script type="module"[^>]*src="([^"]+)"/.exec(html)?.[1] ?? '';
  const code = await (await request.get(entry)).text();
  expect(code.match(/(?:from|import)\s*["']\.\/(?:leaflet|recharts)[^"']*["']/g) ?? []).toEqual([]);
});

test('files named by their content may be kept for ever, the page may not', async ({ request }) => {
  const html = await request.get('/');
  expect(html.headers()['cache-control']).toBe('no-cache');
  const entry = /<script type="module"[^>]*src="([^"]+)"/.exec(await html.text())?.[1] ?? '';
  const script = await request.get(entry);
  expect(script.headers()['cache-control']).toContain('immutable');
  expect(script.headers()['content-encoding']).toMatch(/br|gzip|zstd/);
  expect((await request.get(`${entry}.map`)).status()).toBe(404);
});
