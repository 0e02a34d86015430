import { expectShown, feed, openExplore, peruAddress, shownEvents, timeline } from './explore-screen.ts';
import { expect, test, watch } from './product.ts';

test('a copied link opens the same numbers in a fresh profile', async ({
  page,
  browser,
  product,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplore(page, `${peruAddress}&sort=kg&unit=kg`);
  const shown = await shownEvents(page);
  const title = await timeline(page).getByRole('heading').first().textContent();

  await page.getByRole('button', { name: 'Copy link' }).first().click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('asof=');
  expect(link.length).toBeLessThanOrEqual(2000);

  const stranger = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const other = await stranger.newPage();
  const seen = await watch(other, product.origin);
  await openExplore(other, link);
  await expectShown(other, shown);
  await expect(async () => {
    const first = await feed(page).getByRole('heading').first().textContent();
    expect(await feed(other).getByRole('heading').first().textContent()).toBe(first);
  }).toPass();
  await expect(timeline(other).getByRole('heading').first()).toHaveText(title ?? '');
  expect(seen).toEqual({ foreign: [], violations: [], errors: [] });
  await stranger.close();
});

test('a hand-edited address loses only its bad parts, and says which', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE&from=2014-02-31&type=seizure,nonsense&colour=red');
  const notice = page.getByText('Part of the address could not be read and was left out:');
  await expect(notice).toBeVisible();
  for (const part of ['2014-02-31', 'nonsense', 'colour'])
    await expect(page.getByText(part).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Peru' }).first()).toBeVisible();
});

test('a link of an earlier form still opens', async ({ page }) => {
  await openExplore(page, '/?country=PE&year=2014&kind=shoot-down');
  await expect(page.getByRole('button', { name: 'Remove Peru' }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'First day' })).toHaveValue(/1 Jan 2014/);
});
