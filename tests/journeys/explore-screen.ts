import { expect, type Locator, type Page } from '@playwright/test';

/** Seizures and shoot-downs in Peru in 2014 and 2015: the question of most journeys. */
export const peruSearch = 'c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down';
export const peruAddress = `/?v=1&${peruSearch}`;

/** The N of "N of M events shown". */
export async function shownEvents(page: Page): Promise<number> {
  const line = await page.getByText(/[\d,.]+ of [\d,.]+ events shown/).textContent();
  return Number((line ?? '').replace(/ of .*$/s, '').replace(/[^\d]/g, ''));
}

/** Waits until the screen says that this many events are shown. */
export async function expectShown(page: Page, events: number): Promise<void> {
  await expect(
    page.getByText(new RegExp(`^${events.toLocaleString('en')} of [\\d,]+ events shown`)),
  ).toBeVisible();
}

/** Opens Explore and waits until every event has arrived: parts come newest first, and counts grow with them. */
export async function openExplore(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  const snapshot = await page.request.get(new URL('/api/v1/snapshot', page.url()).href);
  const { rows } = (await snapshot.json()) as { rows: number };
  const line = new RegExp(`[\\d,]+ of ${rows.toLocaleString('en')} events shown`);
  await expect(page.getByText(line)).toBeVisible({ timeout: 60_000 });
}

/** How many events the API counts for the same words. */
export async function apiTotal(page: Page, search: string): Promise<number> {
  const response = await page.request.get(`/api/v1/events?${search}&limit=1`);
  expect(response.status()).toBe(200);
  return ((await response.json()) as { total: number }).total;
}

export const timeline = (page: Page): Locator => page.locator('#time');
export const mapFigure = (page: Page): Locator => page.locator('#map');
export const bars = (page: Page): Locator => timeline(page).getByRole('application');
export const feed = (page: Page): Locator => page.getByRole('feed');

/** Moves the pointer over the bars until one of 2 to 40 events is under it; gives its count. Zoom in first: bars must be wide. */
export async function pointAtBar(page: Page): Promise<number> {
  const box = await bars(page).boundingBox();
  if (!box) throw new Error('the timeline has no bars to point at');
  for (let y = box.y + 60; y < box.y + box.height; y += 40) {
    for (let x = box.x + box.width - 12; x > box.x; x -= 12) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(60);
      const tip = page.getByRole('tooltip').filter({ hasText: /opens these events/ });
      const words = (await tip.count()) === 1 ? await tip.innerText() : '';
      const events = Number(/([\d,]+) events/.exec(words)?.[1]?.replace(/,/g, '') ?? 0);
      if (events >= 2 && events <= 40) return events;
    }
  }
  throw new Error('no bar of 2 to 40 events was found under the pointer');
}
