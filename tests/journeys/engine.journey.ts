import { readFileSync } from 'node:fs';
import { apiTotal, feed, openExplore, peruAddress, shownEvents } from './explore-screen.ts';
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

const ends: Readonly<Record<string, () => void>> = {
  'closes itself without a word': () => self.close(),
  'hangs in an endless loop': () => {
    setTimeout(() => {
      for (;;);
    });
  },
  'ends in an error nobody caught': () => {
    setTimeout(() => {
      throw new Error('the Worker is broken');
    });
  },
};

for (const [how, end] of Object.entries(ends)) {
  test(`the Worker ${how}: a filter set afterwards still gets its number`, async ({ page }) => {
    // Without the code that counts on the main thread, every number comes from the Worker.
    await page.route(/\/near-ledger-[^/]*\.js$/, (route) => route.abort());
    await openExplore(page, '/?v=1&c=PE');
    const before = page.workers()[0]!;
    await before.evaluate(end);
    await page.getByRole('checkbox', { name: /^Seizures/ }).check();
    const line = page.getByText(/of [\d,]+ events shown/);
    const expected = (await apiTotal(page, 'c=PE&type=seizure')).toLocaleString('en');
    await expect(line).toHaveText(new RegExp(`^${expected} of`), { timeout: 60_000 });
    await expect.poll(() => page.workers().length).toBe(1);
    expect(page.workers()).not.toContain(before);
  });
}

test('the page stands apart, its Worker too; the code that counts on the main thread comes with the first touch', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const near = (): boolean => fetched.some((path) => /\/near-ledger-[^/]*\.js$/.test(path));
  await openExplore(page, peruAddress);
  expect(near()).toBe(false);
  const apart = (): boolean => crossOriginIsolated;
  expect(await page.evaluate(apart)).toBe(true);
  expect(await page.workers()[0]!.evaluate(apart)).toBe(true);
  await page.keyboard.press('Shift');
  await expect.poll(near).toBe(true);
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

test('one part stays damaged: it is named, what is counted by month and the other parts stay, and any "Try again" mends all', async ({
  page,
  browser,
  product,
}) => {
  await openExplore(page, '/');
  const shown = await shownEvents(page);
  const snapshot = (await (await page.request.get('/api/v1/snapshot')).json()) as {
    parts: { hash: string }[];
  };
  const damaged = snapshot.parts[0]!.hash;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const noise = readFileSync(new URL('./engine.journey.ts', import.meta.url));
  await context.route(`**/api/v1/snapshot/parts/${damaged}`, (route) =>
    route.fulfill({ status: 200, contentType: 'application/vnd.apache.arrow.stream', body: noise }),
  );
  const other = await context.newPage();
  await other.goto(`${product.origin}/`);
  const main = other.getByRole('main');
  await expect(main.getByText(`bad-snapshot: Part ${damaged.slice(0, 8)} is damaged`)).toBeVisible({
    timeout: 30_000,
  });
  const counted = new RegExp(`^${shown.toLocaleString('en')} of [\\d,]+ events, counted by month`);
  await expect(other.getByText(counted)).toBeVisible();
  await expect(other.locator('#map').getByRole('heading').first()).toContainText(/most in/);
  await expect(feed(other).getByRole('article').first()).toBeVisible();
  await expect(other.getByText(/the list holds those of the other parts/)).toBeVisible();

  // Days within a month are counted from rows: refused by name where they would be drawn, wherever it is tried again.
  await other.goto(`${product.origin}/?v=1&from=2014-01-02&to=2015-11-30`);
  await expect(other.getByText(/is damaged/).first()).toBeVisible({ timeout: 30_000 });
  await expect(other.getByText(/events shown/)).toBeHidden();
  await context.unroute(`**/api/v1/snapshot/parts/${damaged}`);
  await other.locator('#map').getByRole('button', { name: 'Try again' }).click();
  await expect(other.getByText(/of [\d,]+ events shown/)).toBeVisible({ timeout: 30_000 });
  await expect(other.getByText(/is damaged/)).toHaveCount(0);
  await context.close();
});

test('a list that failed with the engine: its own "Try again" loads all anew', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.route(parts, (route) => route.fulfill({ status: 200, body: 'noise' }));
  const page = await context.newPage();
  await page.goto(`${product.origin}/`);
  const list = page.getByRole('tabpanel', { name: /^Events/ });
  await expect(list.getByText(/is damaged/)).toBeVisible({ timeout: 30_000 });
  await context.unroute(parts);
  await list.getByRole('button', { name: 'Try again' }).click();
  await expect(feed(page).getByRole('article').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/of [\d,]+ events shown/)).toBeVisible({ timeout: 30_000 });
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
