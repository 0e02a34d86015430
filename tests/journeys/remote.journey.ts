import type { BrowserContext } from '@playwright/test';
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
  const tilesBefore = asked.filter((url) => url.includes('/tiles?')).length;
  for (let step = 0; step < 5; step++) await handle.press('ArrowRight');
  await other.waitForTimeout(1500);
  expect(asked.filter((url) => url.includes('/tiles?'))).toHaveLength(tilesBefore);
  await page.goto(other.url());
  await expect.poll(() => shownEvents(page)).toBe(await shownEvents(other));
  await context.close();
});
