import type { Page } from '@playwright/test';
import { bars, mapFigure, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

interface Manifest {
  readonly rows: number;
  readonly overview: { readonly url: string };
  readonly parts: readonly { readonly url: string }[];
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

test('an overview that stays damaged is named, once, and the rows are counted without it', async ({
  page,
  product,
}) => {
  const manifest = (await (await page.request.get(`${product.origin}/api/v1/snapshot`)).json()) as Manifest;
  let asked = 0;
  await page.route(`**${manifest.overview.url}`, (route) => {
    asked++;
    return route.fulfill({ status: 200, body: 'noise' });
  });
  await page.goto('/');
  const all = manifest.rows.toLocaleString('en');
  await expect(page.getByText(`${all} of ${all} events shown`)).toBeVisible({ timeout: 60_000 });
  const name = manifest.overview.url.slice(-32, -24);
  await expect(page.getByText(`bad-snapshot: Overview ${name} is damaged`)).toHaveCount(1);
  expect(asked).toBe(2);
});

test('a first part cut off on its way: what is counted by month stays so called until the rows are here', async ({
  page,
  product,
}) => {
  const manifest = (await (await page.request.get(`${product.origin}/api/v1/snapshot`)).json()) as Manifest;
  let isMended = false;
  await page.route('**/api/v1/snapshot/parts/*', (route) => {
    if (isMended || route.request().url().endsWith(manifest.overview.url)) return route.continue();
    return route.abort('connectionreset');
  });
  await page.addInitScript(() => {
    const lines = new Set<string>();
    Object.assign(window, { lines });
    new MutationObserver(() => {
      lines.add(document.getElementById('shown')?.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto('/');
  const all = manifest.rows.toLocaleString('en');
  await expect(page.getByText(/counted by month/)).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(4000);
  const lines = await page.evaluate(() => [...(window as unknown as { lines: Set<string> }).lines]);
  expect(lines.filter((line) => line.includes('events shown'))).toEqual([]);
  await expect(page.getByText(/counted by month/)).toBeVisible();
  isMended = true;
  await expect(page.getByText(`${all} of ${all} events shown`)).toBeVisible({ timeout: 60_000 });
});

/** Lets the overview and so many parts through and holds the other rows back until told otherwise. */
async function holdRows(
  page: Page,
  origin: string,
  parts = 0,
): Promise<{ manifest: Manifest; release: () => void }> {
  const manifest = (await (await page.request.get(`${origin}/api/v1/snapshot`)).json()) as Manifest;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/snapshot/parts/*', async (route) => {
    const free = [manifest.overview, ...manifest.parts.slice(0, parts)];
    if (!free.some(({ url }) => route.request().url().endsWith(url))) await released;
    await route.continue();
  });
  return { manifest, release };
}

const places = (page: Page) => page.getByRole('listbox', { name: 'Places on the map' });

for (const [address, hasMap] of [
  ['/?v=1&c=PE', true],
  ['/?v=1&c=PE&from=2010-01-01&to=2020-12-31', true],
  ['/?v=1&type=seizure&from=2010-01-01&to=2020-12-31', false],
  ['/?v=1&c=PE&type=seizure,clash&from=2014-01-01&to=2015-12-31', false],
] as const)
  test(`before the first row arrives ${address} is alive, and nothing in it is a false 0`, async ({
    page,
    product,
  }) => {
    const { release } = await holdRows(page, product.origin);
    await page.goto(address);
    const byMonth = page.getByText(/of [\d,]+ events, counted by month/);
    await expect(byMonth).toBeVisible({ timeout: 30_000 });
    await expect(bars(page)).toBeVisible();
    await expect(places(page)).toHaveText(hasMap ? /^\d+ places$/ : 'Places are being counted');
    const seizures = page.getByRole('checkbox', { name: /^Seizures/ }).first();
    await expect(seizures).not.toHaveAccessibleName(/ 0$/);
    const counted = (await byMonth.innerText()).match(/^[\d,]+/)?.[0];
    release();
    await expect(page.locator('#shown')).toContainText(`${counted} of`, { timeout: 60_000 });
    await expect(page.locator('#shown')).toContainText('events shown', { timeout: 60_000 });
    await expect(seizures).toHaveAccessibleName(/ [\d,]+$/);
  });

test('a country’s page says that it is counted by month before the first row arrives', async ({
  page,
  product,
}) => {
  const { release } = await holdRows(page, product.origin);
  await page.goto('/country/PE');
  const byMonth = page.getByText(/^Counted by month; single events are arriving/);
  await expect(byMonth).toBeVisible({ timeout: 30_000 });
  await expect(places(page)).toHaveText(/^\d+ places$/);
  release();
  await expect(byMonth).toBeHidden({ timeout: 60_000 });
});

test('a filter that needs the rows has no number of the filter before; the timeline moves by months all the same', async ({
  page,
  product,
}) => {
  const { release } = await holdRows(page, product.origin);
  await page.goto('/?v=1&c=PE');
  const shown = page.locator('#shown');
  await expect(shown).toContainText('counted by month', { timeout: 30_000 });
  await page.getByRole('button', { name: '5 y' }).click();
  await expect(shown).toHaveText('Single events are needed to count this');
  await expect(page.getByRole('tab', { name: /^Events/ })).not.toContainText(/\d/);
  await expect(mapFigure(page).getByRole('heading').first()).not.toContainText('most in');
  await page.goBack();
  await expect(shown).toContainText('counted by month');
  const end = timeline(page).getByRole('slider', { name: 'Start of the dates' });
  await end.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/from=/);
  await expect(shown).toContainText('counted by month');
  await expect(places(page)).toHaveText(/^\d+ places$/);
  await page
    .getByRole('checkbox', { name: /^Seizures/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Stop loading (0%)' }).click();
  await page.getByRole('link', { name: 'Countries' }).first().click();
  await expect(page.getByText(/^Loading of single events was stopped at \d+%\.$/)).toBeVisible();
  release();
  await page.getByRole('button', { name: 'Load the rest (0% here)' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Loading of single events was stopped/)).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('the reader stops the transfer of single events, and goes on with it', async ({ page, product }) => {
  const { release } = await holdRows(page, product.origin);
  const cut: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.url().includes('/snapshot/parts/')) cut.push(request.url());
  });
  await page.goto('/?v=1&c=PE');
  await page.getByRole('button', { name: 'Stop loading (0%)' }).click({ timeout: 30_000 });
  await expect(page.locator('#shown')).toHaveText(/ of [\d,]+ events, counted by month$/);
  await expect.poll(() => cut.length).toBe(1);
  await page
    .getByRole('checkbox', { name: /^Seizures/ })
    .first()
    .click();
  await expect(page.locator('#shown')).toHaveText(/ of [\d,]+ events, counted by month$/);
  await expect(page.getByRole('button', { name: 'Remove Seizures' }).first()).toBeVisible();
  release();
  await page.getByRole('button', { name: 'Load the rest (0% here)' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#shown')).toContainText('events shown', { timeout: 60_000 });
  await expect(page.locator('#shown')).toBeFocused();
  await expect(page.getByRole('button', { name: /^(Stop loading|Load the rest)/ })).toHaveCount(0);
});

test('before the first row arrives every view is alive by month; the rows change no figure and move none', async ({
  page,
  product,
}) => {
  const { manifest, release } = await holdRows(page, product.origin);
  await page.goto('/');
  const all = manifest.rows.toLocaleString('en');
  const byMonth = page.getByText(new RegExp(`^${all} of ${all} events, counted by month`));
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
  await expect.poll(() => figures(page)).toEqual(before);
  await expect(page.locator('#filters').getByRole('button', { name: /^exact day [\d,]+$/ })).toBeVisible();
});

test('while only the newest events have been read, none of older ones is not said to be none', async ({
  page,
  product,
}) => {
  const { manifest, release } = await holdRows(page, product.origin, 1);
  expect(manifest.parts.length).toBeGreaterThan(1);
  await page.goto('/?v=1&c=PE&from=1995-01-15&to=1999-06-20');
  const shown = page.locator('#shown');
  await expect(shown).toHaveText('Single events are needed to count this', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Stop loading/ })).toBeVisible();
  await expect(page.getByText('No events match')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: /^Events/ })).not.toContainText(/\d/);
  const seizures = page.getByRole('checkbox', { name: /^Seizures/ }).first();
  await expect(seizures).not.toHaveAccessibleName(/\d$/);
  await page.getByRole('button', { name: /^Stop loading/ }).click();
  await expect(page.getByText('Loading was stopped: the list holds the newest events so far.')).toBeVisible();
  await page.getByRole('link', { name: 'Events' }).first().click();
  await expect(page.getByText('No events match')).toHaveCount(0);
  release();
  await page.goBack();
  await page.getByRole('button', { name: /^Load the rest/ }).click();
  await expect(shown).toHaveText(/^[1-9]\d* of [\d,]+ events shown$/, { timeout: 60_000 });
  await expect(seizures).toHaveAccessibleName(/ \d+$/);
});
