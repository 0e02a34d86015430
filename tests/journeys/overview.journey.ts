import type { Page } from '@playwright/test';
import { bars, mapFigure, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

interface Manifest {
  readonly rows: number;
  readonly overview: { readonly url: string };
}

/** Where the figures stand and what they say in words. */
async function figures(page: Page): Promise<unknown> {
  const look = async (figure: ReturnType<typeof mapFigure>) => ({
    box: await figure.boundingBox(),
    title: await figure.getByRole('heading').first().innerText(),
  });
  const filters = page.locator('#filters');
  return {
    map: await look(mapFigure(page)),
    time: await look(timeline(page)),
    // How exactly dates are known is counted from the rows alone: those numbers come with them.
    filters: (await filters.innerText()).replace(/Date known to.*?(?=Only what is on the map)/s, ''),
  };
}

test('before the first row arrives every view is alive by month; the rows change no figure and move none', async ({
  page,
  product,
}) => {
  const manifest = (await (await page.request.get(`${product.origin}/api/v1/snapshot`)).json()) as Manifest;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/snapshot/parts/*', async (route) => {
    if (!route.request().url().endsWith(manifest.overview.url)) await released;
    await route.continue();
  });
  await page.goto('/');
  const all = manifest.rows.toLocaleString('en');
  const byMonth = page.getByText(
    `${all} of ${all} events, counted by month; single events are arriving (0%)`,
  );
  await expect(byMonth).toBeVisible({ timeout: 30_000 });
  await expect(bars(page)).toBeVisible();
  await expect(mapFigure(page).getByRole('heading').first()).toContainText('most in');
  await expect(page.getByRole('checkbox', { name: /Seizures/ }).first()).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(page.locator('#filters')).toContainText('Uppsala');
  const before = await figures(page);
  await page.screenshot({ path: test.info().outputPath('by-month.png') });
  release();
  await expect(page.getByText(`${all} of ${all} events shown`)).toBeVisible({ timeout: 60_000 });
  await expect(byMonth).toBeHidden();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: test.info().outputPath('exact.png') });
  expect(await figures(page)).toEqual(before);
  await expect(page.locator('#filters').getByRole('button', { name: /^exact day [\d,]+$/ })).toBeVisible();
});
