import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './product.ts';

/** Every screen, with something on it. */
const screens: Readonly<Record<string, string>> = {
  explore: '/?v=1&c=PE&from=2014-01-01&to=2015-12-31',
  'explore, nothing matches': '/?v=1&c=PE&type=seizure&from=1971-01-01&to=1971-12-31',
  country: '/country/PE',
  countries: '/countries',
  events: '/events?v=1&c=PE&type=air',
  event: '/events/pe-011',
  articles: '/articles?v=1&c=PE&q=coca',
  article: '/articles/lac-0001',
  groups: '/groups',
  group: '/groups/shining-path',
  indicators: '/indicators',
  indicator: '/indicators/coca-national',
  sources: '/sources',
  about: '/about',
  'nothing there': '/no-such-page',
};

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByText('This panel stopped working')).toHaveCount(0);
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 140)}`),
  );
}

for (const [screen, address] of Object.entries(screens)) {
  test(`${screen}: no barrier that a machine can find in light or dark, no stranger called`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address);
    await settle(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await faultsOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await faultsOf(page), 'dark').toEqual([]);
  });
}

for (const lang of ['es', 'pt'] as const) {
  test(`every screen in ${lang}: named in that language, no barrier, no stranger`, async ({ page }) => {
    test.setTimeout(240_000);
    const titles = new Set<string>();
    for (const [screen, address] of Object.entries(screens)) {
      await page.goto(`${address}${address.includes('?') ? '&' : '?v=1&'}lang=${lang}`);
      await settle(page);
      expect(await page.locator('html').getAttribute('lang'), screen).toBe(lang);
      expect(await faultsOf(page), screen).toEqual([]);
      titles.add(await page.title());
    }
    expect(titles.size, 'each screen has a title of its own').toBeGreaterThanOrEqual(12);
    const english = [...titles].filter((title) =>
      /\b(Explore|Events|Countries|Sources|Groups|About)\b/.test(title),
    );
    expect(english).toEqual([]);
  });
}

test('the policy forbids what it should, on pages, data and scripts', async ({ request }) => {
  const policy = async (path: string): Promise<string> =>
    (await request.get(path)).headers()['content-security-policy'] ?? '';
  const page = await policy('/');
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(page).toContain(rule);
  }
  expect(page).not.toMatch(/unsafe|https?:|\*/);
  expect(await policy('/api/v1/meta')).toContain('sandbox');
});
