import type { BrowserContext, Locator, Page, Request } from '@playwright/test';
import { apiTotal, openExplore, peruAddress, peruSearch, shownEvents, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

/** Lets the page believe that the snapshot is too large to fetch, so that the server answers. */
async function pretendLarge(context: BrowserContext): Promise<void> {
  await context.route('**/api/v1/snapshot', async (route) => {
    const response = await route.fetch();
    const manifest = (await response.json()) as object;
    await route.fulfill({ response, json: { ...manifest, wireBytes: 30_000_000 } });
  });
}

/**
 * Waits until the page has asked the API for nothing during a while, and awaits nothing of it. The browser's own sign of a quiet network
 * may never come here: the script of the Worker that is let go when the server takes over may have been cut off on its way.
 */
async function untilRested(page: Page): Promise<void> {
  const isApi = (request: Request): boolean => request.url().includes('/api/');
  for (;;) {
    const request = await page.waitForRequest(isApi, { timeout: 1500 }).catch(() => null);
    if (!request) return;
    await (await request.response())?.finished();
  }
}

/** Drags a handle to the left, resting after each move for longer than a drag is given to go on, and lets go. */
async function dragWithRests(page: Page, handle: Locator): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= 8; move++) {
    await page.mouse.move(x - 9 * move, y);
    await page.waitForTimeout(250);
  }
  await page.mouse.up();
  await page.waitForTimeout(1500);
  await untilRested(page);
}

test('data too large for the browser: the server answers alike, is named, and a brush asks nothing', async ({
  page,
  browser,
  product,
}) => {
  await page.goto('/');
  const shown = await apiTotal(page, peruSearch);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await pretendLarge(context);
  const other = await context.newPage();
  const asked: string[] = [];
  other.on('request', (request) => {
    if (/\/api\/v1\/(tiles|answers|snapshot\/parts)/.test(request.url())) asked.push(request.url());
  });
  await openExplore(other, product.origin + peruAddress);
  await expect.poll(() => shownEvents(other), { timeout: 30_000 }).toBe(shown);
  await expect(other.getByText(/^Answered by the server: [\d,]+ events/)).toBeVisible();
  expect(asked.filter((url) => url.includes('/parts/'))).toEqual([]);
  expect(asked.some((url) => url.includes('/tiles?'))).toBe(true);

  const handle = timeline(other).getByRole('slider', { name: 'Start of the dates' });
  await handle.focus();
  await handle.press('ArrowRight');
  await expect.poll(() => shownEvents(other)).not.toBe(shown);
  await other.waitForTimeout(1500);
  await untilRested(other);
  const tilesBefore = asked.filter((url) => url.includes('/tiles?')).length;
  for (let step = 0; step < 5; step++) await handle.press('ArrowRight');
  await other.waitForTimeout(1500);
  await untilRested(other);
  expect(asked.filter((url) => url.includes('/tiles?'))).toHaveLength(tilesBefore);
  await page.goto(other.url());
  await expect.poll(() => shownEvents(page), { timeout: 30_000 }).toBe(await shownEvents(other));

  const before = { asked: asked.length, shown: await shownEvents(other) };
  await dragWithRests(other, timeline(other).getByRole('slider', { name: 'End of the dates' }));
  expect(await shownEvents(other)).not.toBe(before.shown);
  // The tiles of days or months that the drag comes to, and then all that only the server can say of the last window.
  expect(asked.slice(before.asked).filter((url) => url.includes('/answers?'))).toHaveLength(1);
  expect(asked.length - before.asked).toBeLessThanOrEqual(2);
  await page.goto(other.url());
  await expect.poll(() => shownEvents(page), { timeout: 30_000 }).toBe(await shownEvents(other));
  await context.close();
});

test('symbols of regions stay on the map while a window is dragged over data of the server', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await pretendLarge(context);
  const page = await context.newPage();
  await openExplore(page, `${product.origin}/?v=1&c=PE&from=2008-01-01&to=2022-12-31`);
  const legend = page.locator('#map').getByText('Place known to the region only');
  await expect(legend).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(1500);
  await untilRested(page);
  const missed = await page.evaluateHandle(() => {
    const seen = { looks: 0, gone: 0 };
    const look = () => {
      seen.looks++;
      const told = document.querySelector('#map')?.textContent ?? '';
      if (!told.includes('Place known to the region only')) seen.gone++;
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  const before = await shownEvents(page);
  const end = timeline(page).getByRole('slider', { name: 'End of the dates' });
  await end.scrollIntoViewIfNeeded();
  await dragWithRests(page, end);
  expect(await shownEvents(page)).not.toBe(before);
  const { looks, gone } = await missed.jsonValue();
  expect(looks).toBeGreaterThan(20);
  expect(gone, 'frames without the sign of regions').toBe(0);
  await context.close();
});

test('where the server fails, no number and no event of the filter before stands beside the new one', async ({
  page,
  product,
}) => {
  await pretendLarge(page.context());
  await page.goto(`${product.origin}/?v=1&c=PE`);
  const shown = page.locator('#shown');
  await expect(shown).toHaveText(/^[\d,]+ of [\d,]+ events shown$/, { timeout: 30_000 });
  const before = (await shown.innerText()).match(/^[\d,]+/)?.[0] ?? '';
  const seizures = page.getByRole('checkbox', { name: /^Seizures/ }).first();
  const seized = (await seizures.locator('xpath=ancestor::label').innerText()).match(/[\d,]+$/)?.[0] ?? '';
  expect(before).not.toBe('');
  expect(seized).not.toBe('');
  let fails = true;
  await page.route(/\/api\/v1\/(answers|tiles)/, (route) =>
    fails ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
  );
  await seizures.click();
  await expect(page.getByText('The events could not be loaded')).toBeVisible({ timeout: 30_000 });
  for (let look = 0; look < 20; look++) {
    await expect(shown.getByText(before)).toHaveCount(0);
    await expect(page.getByRole('tab', { name: /^Events/ })).not.toContainText(before);
    await expect(page.getByRole('feed').locator('article')).toHaveCount(0);
    await expect(page.locator('#filters').getByText(before, { exact: true })).toHaveCount(0);
    await page.waitForTimeout(150);
  }
  fails = false;
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click();
  await expect(shown).toHaveText(new RegExp(`^${seized} of [\\d,]+ events shown$`), { timeout: 60_000 });
  await expect(page.getByRole('feed').locator('article').first()).toBeVisible();
});
