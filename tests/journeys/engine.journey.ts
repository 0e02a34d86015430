import { readFileSync } from 'node:fs';
import { openExplore, peruAddress, shownEvents } from './explore-screen.ts';
import { expect, test } from './product.ts';

const parts = '**/api/v1/snapshot/parts/*';
const worker = /\/assets\/worker-[^/]*\.js$/;

test('no Worker can start: the same numbers come from the page itself', async ({
  page,
  browser,
  product,
}) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.route(worker, (route) => route.abort());
  const other = await context.newPage();
  await openExplore(other, product.origin + peruAddress);
  await expect.poll(() => shownEvents(other), { timeout: 30_000 }).toBe(shown);
  await context.close();
});

test('a part arrives cut off once: it is fetched again and nothing is lost', async ({
  page,
  browser,
  product,
}) => {
  await openExplore(page, '/');
  const shown = await shownEvents(page);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const asked: string[] = [];
  await context.route(parts, async (route) => {
    asked.push(route.request().url());
    if (asked.length > 1) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
  });
  const other = await context.newPage();
  await openExplore(other, `${product.origin}/`);
  await expect.poll(() => shownEvents(other), { timeout: 30_000 }).toBe(shown);
  expect(asked[1]).toBe(asked[0]);
  await context.close();
});

test('a part stays damaged: the page names it, draws nothing from it, starts again when told', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const noise = readFileSync(new URL('./engine.journey.ts', import.meta.url));
  let name = '';
  await context.route(parts, (route) => {
    name = route.request().url().slice(-32, -24);
    return route.fulfill({ status: 200, contentType: 'application/vnd.apache.arrow.stream', body: noise });
  });
  const page = await context.newPage();
  await page.goto(`${product.origin}/`);
  await expect(page.getByText(/bad-snapshot: Part [0-9a-f]{8} is damaged/)).toContainText(name, {
    timeout: 30_000,
  });
  await expect(page.getByText(/events shown/)).toBeHidden();
  await context.unroute(parts);
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText(/of [\d,]+ events shown/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#map')).toBeVisible();
  await context.close();
});

test('a second visit takes the parts from the browser, not from the server', async ({ page }) => {
  await openExplore(page, '/');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/snapshot/parts/')) asked.push(request.url());
  });
  await page.reload();
  await openExplore(page, '/');
  expect(asked).toEqual([]);
});
