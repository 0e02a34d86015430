import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { prepareData, reusePrepared } from '#server/jobs/prepare.ts';
import { sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import type { DataSet } from '#server/store/store.ts';
import { fates, firstState, secondState } from '#tests/server/two-versions.ts';
import { bars, expectShown, mapFigure, openExplore } from './explore-screen.ts';
import { test as base, expect, type Product, startOn } from './product.ts';

const filters = 'v=1&c=PE&type=seizure';

interface States {
  /** Data version whose rows are no longer kept, only what changed since. */
  readonly forgotten: string;
  /** Data version that the links of this journey pin. */
  readonly before: string;
  readonly now: string;
}

/** A data folder after three loads: the state before the first is forgotten, the first is kept, the second is today's. */
function loadThrice(folder: string): States {
  const load = (data: DataSet, versions: number): string => {
    prepareData(folder, data.fingerprint, () => data, { versions, megabytes: 4096 });
    return reusePrepared(folder, data.fingerprint)?.manifest.dataVersion ?? '';
  };
  const first = firstState();
  const [earliest = [], ...others] = [...first.eventBatches];
  const early = { ...first, fingerprint: 'early', dataAsOf: '2026-11-16' };
  return {
    forgotten: load({ ...early, eventBatches: [earliest.slice(1), ...others] }, 1),
    before: load(first, 1),
    now: load({ ...secondState(), fingerprint: sampleFingerprint() }, 1),
  };
}

const test = base.extend<object, { held: States & { folder: string } }>({
  held: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture names from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-pinned-'));
      await use({ folder, ...loadThrice(folder) });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ held }, use: (product: Product) => Promise<void>) => {
      const product = await startOn(held.folder);
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],
});

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'Data as of' });

/** How many events the service counts for the filters of this journey, in one state of the data. */
async function counted(page: Page, asof?: string): Promise<number> {
  const pin = asof ? `&asof=${asof}` : '';
  const reply = await page.request.get(`/api/v1/events?c=PE&type=seizure&limit=1${pin}`);
  return ((await reply.json()) as { total: number }).total;
}

test('a cited view opens with the numbers of then, says what changed, and leads to the latest', async ({
  page,
  held,
}) => {
  const [then, today] = [await counted(page, held.before), await counted(page)];
  expect(then).toBe(today + 1);
  await openExplore(page, `/?${filters}&unit=kg&asof=${held.before}`);
  await expectShown(page, then);
  await expect(mapFigure(page).getByText('Data as of 23 Nov 2026').first()).toBeVisible();
  await expect(bars(page)).toBeVisible();
  await expect(banner(page)).toContainText(
    'Data as of 23 Nov 2026, as when this link was made. Since then: 2 events added, 1 changed, 1 withdrawn and 1 merged into another.',
  );

  await page.getByRole('button', { name: 'What changed' }).click();
  const dialog = page.getByRole('dialog', { name: 'What changed from 23 Nov 2026 to 30 Nov 2026' });
  await expect(dialog.getByRole('tab', { name: /Added\s*2/ })).toBeVisible();
  await dialog.getByRole('tab', { name: /Changed/ }).click();
  await expect(dialog.getByText('The words were mended.')).toBeVisible();
  await dialog.getByRole('tab', { name: /Merged/ }).click();
  await expect(dialog.getByRole('link', { name: `Now part of ${fates.successor}` })).toBeVisible();
  const listed = await dialog.getByRole('link', { name: 'As data (JSON)' }).getAttribute('href');
  const changes = (await (await page.request.get(listed ?? '')).json()) as { rows: { id: string }[] };
  expect(changes.rows.map(({ id }) => id)).toEqual([fates.merged]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Show latest' }).click();
  await expectShown(page, today);
  await expect(banner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/asof/);
  for (const kept of [/c=PE/, /type=seizure/, /unit=kg/]) await expect(page).toHaveURL(kept);
});

test('a copied citation and an exported list keep to the state of the link', async ({ page, held }) => {
  const then = await counted(page, held.before);
  await openExplore(page, `/?${filters}&asof=${held.before}`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText(held.before);
  await page.keyboard.press('Escape');

  await page.locator('#export-list').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Events, CSV' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toContain('asof-2026-11-23');
  const text = await readFile(await download.path(), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows).toHaveLength(then);
  expect(rows.map(({ id }) => id)).toContain(fates.withdrawn);
});

test('a country, the list and an event are shown as they were, and links from page to page keep to it', async ({
  page,
  held,
}) => {
  await page.goto(`/country/PE?v=1&asof=${held.before}`);
  await expect(banner(page)).toContainText('23 Nov 2026');
  const listed = page.getByRole('link', { name: 'Events as a table' });
  await expect(listed).toHaveAttribute('href', new RegExp(`asof=${held.before}`));
  await listed.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible();

  await page.goto(`/events?${filters}&asof=${held.before}`);
  await expect(page.getByText(`${await counted(page, held.before)} of 40 events`)).toBeVisible();
  await page.getByRole('link', { name: /half a tonne/ }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${fates.withdrawn}\\?.*asof=${held.before}`));
  await expect(page.getByRole('heading', { level: 1, name: /half a tonne/ })).toBeVisible();
  await expect(page.getByText('This record was withdrawn')).toHaveCount(0);

  await page.goto(`/events/${fates.changed}?asof=${held.before}`);
  await expect(page.getByRole('heading', { level: 1, name: /drug plane bound for Bolivia/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show latest' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The words were mended.' })).toBeVisible();
});

test('a link to a record that went still opens, says so, and leads to the one that took it in', async ({
  page,
}) => {
  await page.goto(`/events/${fates.withdrawn}`);
  await expect(page.getByRole('note')).toContainText('withdrawn with the data of 30 Nov 2026');
  await expect(page.getByRole('heading', { level: 1, name: /half a tonne/ })).toBeVisible();
  await page.goto(`/events/${fates.merged}`);
  await expect(page.getByRole('note')).toContainText('merged into another');
  await page.getByRole('note').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/events/${fates.successor}$`));
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('a link whose state is not kept says so, what changed since, and how to go on', async ({
  page,
  held,
}) => {
  await page.goto(`/?${filters}&asof=${held.forgotten}`);
  const gone = 'The data of 16 Nov 2026 are not kept here any more';
  await expect(page.getByRole('heading', { level: 1, name: gone })).toBeVisible();
  await expect(page.getByText('Since then: 3 events added')).toBeVisible();
  await expect(page.getByText('reach the data service')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show latest' }).click();
  await expectShown(page, await counted(page));
  await expect(page).toHaveURL(/c=PE.*type=seizure/);

  await page.goto(`/events?${filters}&asof=2001-01-01.abcdef01`);
  const never = 'This server has no data of 1 Jan 2001';
  await expect(page.getByRole('heading', { level: 1, name: never })).toBeVisible();
  await expect(page.getByText('reach the data service')).toHaveCount(0);
});
