import type { Locator } from '@playwright/test';
import { expectShown, openExplore, peruAddress, shownEvents } from './explore-screen.ts';
import { expect, test } from './product.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('map, time and feed are each a tap away, and keep their state', async ({ page }) => {
  await page.goto(peruAddress);
  const panes = page.getByRole('tablist', { name: 'Panes' });
  await expect(panes).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();

  await panes.getByRole('tab', { name: /Time/ }).tap();
  await expect(page.getByRole('button', { name: 'Step the dates back' })).toBeVisible();
  await expect(page).toHaveURL(/view=time/);

  await panes.getByRole('tab', { name: /Feed/ }).tap();
  await expect(page.getByRole('feed').getByRole('article').first()).toBeVisible();
  const first = await page.getByRole('feed').getByRole('heading').first().textContent();

  await panes.getByRole('tab', { name: /Map/ }).tap();
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  await panes.getByRole('tab', { name: /Feed/ }).tap();
  await expect(page.getByRole('feed').getByRole('heading').first()).toHaveText(first ?? '');
});

for (const address of ['/', peruAddress]) {
  test(`the map of ${address} fills its pane, down to the tabs`, async ({ page }) => {
    await openExplore(page, address);
    const bottom = async (of: Locator): Promise<number> => {
      const box = await of.boundingBox();
      return Math.round((box?.y ?? 0) + (box?.height ?? 0));
    };
    const tabs = await page.getByRole('tablist', { name: 'Panes' }).boundingBox();
    const card = page.getByRole('figure').first();
    await expect.poll(() => bottom(card)).toBe(Math.round(tabs?.y ?? -1));
    const foot = await card.locator('> :nth-child(3)').boundingBox();
    await expect
      .poll(() => bottom(page.locator('figure .leaflet-container')))
      .toBe(Math.round(foot?.y ?? -1));
  });
}

test('filters open over the whole screen and say what they will show', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE');
  const before = await shownEvents(page);
  await page.getByRole('button', { name: /^Filters/ }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^Seizures/ }).check();
  const show = dialog.getByRole('button', { name: /^Show [\d,]+ events?$/ });
  await expect(show).toBeVisible();
  const promised = Number(((await show.textContent()) ?? '').replace(/\D/g, ''));
  expect(promised).toBeLessThan(before);
  await show.tap();
  await expect(dialog).toBeHidden();
  await expectShown(page, promised);
});

for (const address of [
  peruAddress,
  `${peruAddress}&lang=es`,
  `${peruAddress}&lang=pt`,
  '/country/PE',
  '/events?v=1&c=PE',
  '/articles',
  '/sources',
  '/about',
  '/events/pe-011',
]) {
  test(`${address} needs no sideways scrolling`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    // Against the window as it was opened: a phone makes its own wider where the content is.
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(content).toBeLessThanOrEqual(390);
  });
}

test('the note over regions stands above their switch, as wide as the page', async ({ page }) => {
  await openExplore(page, '/?v=1&mode=rates');
  const note = await page.getByText(/no source here publishes the population of regions/).boundingBox();
  expect(note?.width).toBeGreaterThan(300);
  expect(note?.height).toBeLessThan(80);
});
