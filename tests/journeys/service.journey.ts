import { expectShown, openExplore, peruAddress, shownEvents, timeline } from './explore-screen.ts';
import { expect, startProduct, test } from './product.ts';

test('the service stops: the page says so, keeps the data, goes on counting, and recovers', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const own = await startProduct();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    await openExplore(page, own.origin + peruAddress);
    const shown = await shownEvents(page);
    await own.stop();

    const notice = page.getByText(/Can’t reach the data service/).first();
    await timeline(page).getByRole('button', { name: 'Step the dates back' }).click();
    await expect(notice).toBeVisible({ timeout: 30_000 });
    await expect(page).not.toHaveURL(/from=2014-01-01/);
    const stepped = await shownEvents(page);
    expect(stepped).toBeGreaterThanOrEqual(0);
    await timeline(page).getByRole('button', { name: 'Step the dates forward' }).click();
    await expectShown(page, shown);

    await own.start();
    await expect(notice).toBeHidden({ timeout: 60_000 });
    await expectShown(page, shown);
  } finally {
    await page.close();
    await own.close();
  }
});

test('a reload while the service is down shows an error with a way out, and recovers by itself', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const own = await startProduct();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    await page.goto(`${own.origin}/about`);
    // The document brings the first heading; the others come with the page itself, whose links need no service.
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await own.stop();
    await page.getByRole('navigation').getByRole('link', { name: 'Explore' }).click();
    await expect(page.getByText(/Can’t reach the data service/).first()).toBeVisible({ timeout: 30_000 });
    await own.start();
    await expect(page.getByText(/[\d,.]+ of [\d,.]+ events shown/)).toBeVisible({ timeout: 60_000 });
  } finally {
    await page.close();
    await own.close();
  }
});

test('the server ends cleanly when told to, and starts again on the same store', async () => {
  const own = await startProduct();
  try {
    const before = await (await fetch(`${own.origin}/api/v1/meta`)).json();
    expect(await own.stop()).toBe(0);
    await own.start();
    expect(await (await fetch(`${own.origin}/api/v1/meta`)).json()).toEqual(before);
  } finally {
    await own.close();
  }
});

test('a screen whose words do not come is asked for now and then, not without end, and opens when they do', async ({
  browser,
  product,
}) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'es-ES' });
  let asked = 0;
  let away = true;
  await page.route(/assets\/sources-[^/]*\.js$|\/healthz$/, (route) => {
    if (route.request().url().endsWith('.js')) asked += 1;
    return away ? route.abort() : route.continue();
  });
  try {
    await page.goto(`${product.origin}/sources`);
    await expect.poll(() => asked).toBeGreaterThan(0);
    await page.waitForTimeout(4000);
    expect(asked).toBeLessThan(8);
    away = false;
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 20_000 });
  } finally {
    await page.close();
  }
});

test('a language whose words the server no longer has is not changed to: the page stays readable and offers a reload', async ({
  page,
}) => {
  await page.goto('/sources');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.route(/assets\/sources-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: 'Language: EN' }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  const offer = page.getByRole('status').getByText('A new version of Atalaya is ready.');
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();

  // Chosen once more it is refused once more, and not left without a word.
  await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
  await expect(offer).toBeHidden();
  await page.getByRole('button', { name: 'Language: EN' }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await page.unroute(/assets\/sources-[^/]*\.js$/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Fuentes', level: 1 })).toBeVisible();
});

test('a change of language leaves the reader where they were in a long page', async ({ page }) => {
  await page.goto('/sources');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 4000));
  // The heading that is read, and where it stands on the screen once all about it is laid out.
  const headings = () =>
    page.evaluate(() => [...document.querySelectorAll('h2')].map((one) => one.getBoundingClientRect().top));
  await page.waitForTimeout(1000);
  const before = await headings();
  const read = before.findIndex((top) => top > 100 && top < 900);
  expect(read).toBeGreaterThan(2);
  // A pointer of its own: what clicks by name first scrolls to where a header that stays would stand.
  const button = (await page.getByRole('button', { name: 'Language: EN' }).boundingBox())!;
  await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
  await page.keyboard.press('ArrowDown');
  expect(Math.abs((await headings())[read]! - before[read]!)).toBeLessThan(2);
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Fuentes', level: 1 })).toBeAttached();
  await page.waitForTimeout(500);
  expect(Math.abs((await headings())[read]! - before[read]!)).toBeLessThan(150);
});
