import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectShown, openExplore, peruAddress, shownEvents, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

/** Presses Tab until the element has the focus; fails where it cannot be reached. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function followSkipLink(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name });
  await tabTo(page, link, 40);
  await expect(link).toBeInViewport();
  await page.keyboard.press('Enter');
}

test('filter, without a pointer', async ({ page }) => {
  await openExplore(page);
  const all = await shownEvents(page);
  await followSkipLink(page, 'Skip to filters');
  await tabTo(page, page.getByRole('combobox', { name: 'Add a country' }), 6);
  await page.keyboard.type('Peru');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Peru' }).first()).toBeVisible();
  await expect.poll(() => shownEvents(page)).toBeLessThan(all);
  const peru = await shownEvents(page);

  await tabTo(page, page.getByRole('checkbox', { name: /^Seizures/ }));
  await page.keyboard.press('Space');
  await expect.poll(() => shownEvents(page)).toBeLessThan(peru);

  await page.keyboard.press('Control+z');
  await expectShown(page, peru);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => shownEvents(page)).toBeLessThan(peru);
});

test('step the window and move its edges, without a pointer', async ({ page }) => {
  await openExplore(page, peruAddress);
  const before = await shownEvents(page);
  await followSkipLink(page, 'Skip to timeline');
  const start = timeline(page).getByRole('slider', { name: 'Start of the dates' });
  await tabTo(page, start, 40);
  const first = await start.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(start).not.toHaveAttribute('aria-valuetext', first ?? '');
  await expect.poll(() => shownEvents(page)).not.toBe(before);
  await page.keyboard.press('ArrowLeft');
  await expectShown(page, before);

  await page.keyboard.press(',');
  await expect(page).toHaveURL(/to=2013-12-31/);
  await page.keyboard.press('.');
  await expect(page).toHaveURL(/to=2015-12-31/);
  await expectShown(page, before);
});

test('walk the bars and open one, without a pointer', async ({ page }) => {
  await openExplore(page, peruAddress);
  const bars = timeline(page).getByRole('application');
  await followSkipLink(page, 'Skip to timeline');
  await tabTo(page, bars, 20);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  const spoken = timeline(page).getByRole('status').filter({ hasText: /event/ });
  for (
    let step = 0;
    step < 60 && !/[2-9] events|\d\d+ events/.test((await spoken.allTextContents()).join());
    step++
  ) {
    await page.keyboard.press('ArrowLeft');
  }
  const counted = Number(
    /([\d,]+) events/.exec((await spoken.allTextContents()).join())?.[1]?.replace(/,/g, ''),
  );
  await page.keyboard.press('Enter');
  await expectShown(page, counted);
});

test('walk the places of the map and open one, without a pointer', async ({ page }) => {
  await openExplore(page, peruAddress);
  const before = await shownEvents(page);
  await followSkipLink(page, 'Skip to map');
  const places = page.getByRole('listbox', { name: 'Places on the map' });
  await tabTo(page, places, 20);
  await expect(places.getByRole('option').first()).toBeAttached();
  const named = async (): Promise<string> => {
    const id = await places.getAttribute('aria-activedescendant');
    return (await page.locator(`[id="${id}"]`).textContent()) ?? '';
  };
  const first = await named();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    if ((await named()) !== first) break;
  }
  expect(await named()).not.toBe(first);
  await page.keyboard.press('Home');
  const counted = Number(/([\d,]+) events?/.exec(await named())?.[1]?.replace(/,/g, ''));
  expect(counted).toBeGreaterThan(1);
  await page.keyboard.press('Enter');
  await expectShown(page, counted);
  await page.goBack();
  await expectShown(page, before);
});

test('export and copy the link, without a pointer', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await page.keyboard.press('l');
  await expect(page.getByText('Link copied')).toBeVisible();

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: 'Events, CSV' }), 40);
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await readFile(await (await waiting).path(), 'utf8');
  expect(file.trimEnd().split('\r\n').length - 1).toBeGreaterThanOrEqual(shown);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('read the feed with j and k, open with Enter, without a pointer', async ({ page }) => {
  await openExplore(page, peruAddress);
  const article = page.getByRole('feed').getByRole('article');
  await expect(article.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(article.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(article.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(article.first()).toBeFocused();
  await expect(article.first()).toHaveAttribute('aria-setsize', /\d+/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/events\/|sel=/);
});

test('the list of shortcuts opens with ?, and search with /', async ({ page }) => {
  await openExplore(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search places, groups, headlines' })).toBeFocused();
  await page.keyboard.type('Ayacucho');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/$/);
});
