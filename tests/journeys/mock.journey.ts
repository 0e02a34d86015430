import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { shownEvents } from './explore-screen.ts';

/** What `npm run dev:mock` serves: the page on mocks/ alone, no server of ours. */
let vite: ViteDevServer;
let origin = '';

test.beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  vite = await createServer({
    root,
    mode: 'mock',
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
  });
  await vite.listen();
  origin = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
});
test.afterAll(() => vite.close());

test('the page runs on the mock alone, with the totals counted by hand', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${origin}/?v=1&c=PE`);
  await expect(page.getByText(/^33 of 40 events shown/)).toBeVisible({ timeout: 120_000 });
  await page.goto(`${origin}/?v=1&type=air`);
  await expect(page.getByText(/^19 of 40 events shown/)).toBeVisible({ timeout: 60_000 });
  expect(await shownEvents(page)).toBe(19);
});

test('faults come on demand: texts that cannot be fetched leave map and timeline alone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`${origin}/?v=1&c=PE&fault=broken:/events`);
  await expect(page.getByText(/^33 of 40 events shown/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('The words of these events could not be fetched')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page).not.toHaveURL(/fault=/);
});
