import {
  apiTotal,
  bars,
  expectShown,
  feed,
  mapFigure,
  openExplore,
  peruAddress,
  peruSearch,
  pointAtBar,
  shownEvents,
  timeline,
} from './explore-screen.ts';
import { expect, test } from './product.ts';

test('choose Peru, seizures and shoot-downs, 2014 to 2015: the screen counts what the API counts', async ({
  page,
}) => {
  await openExplore(page);
  await page.getByRole('combobox', { name: 'Add a country' }).fill('Per');
  await page.getByRole('option', { name: /^Peru/ }).click();
  await page.getByRole('checkbox', { name: /^Seizures/ }).check();
  await page.getByRole('button', { name: 'Kinds of Shoot-downs, air' }).click();
  await page.getByRole('checkbox', { name: /^Shoot-down \d/ }).check();
  await page.getByRole('textbox', { name: 'First day' }).fill('2014-01-01');
  await page.getByRole('textbox', { name: 'First day' }).press('Enter');
  await page.getByRole('textbox', { name: 'Last day' }).fill('2015-12-31');
  await page.getByRole('textbox', { name: 'Last day' }).press('Enter');

  await expectShown(page, await apiTotal(page, peruSearch));
  const address = new URL(page.url()).searchParams;
  expect([address.get('c'), address.get('type'), address.get('from'), address.get('to')]).toEqual([
    'PE',
    'seizure,shoot-down',
    '2014-01-01',
    '2015-12-31',
  ]);
});

test('brush the timeline: everything follows, and Back undoes it', async ({ page }) => {
  await openExplore(page, peruAddress);
  const before = await shownEvents(page);
  await timeline(page).getByRole('button', { name: 'Zoom to the dates chosen' }).click();
  const handle = timeline(page).getByRole('slider', { name: 'End of the dates' });
  const box = (await handle.boundingBox())!;
  const plot = (await bars(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - plot.width * 0.25, box.y + box.height / 2, { steps: 4 });
  expect(new URL(page.url()).searchParams.get('to'), 'the address waits for the release').toBe('2015-12-31');
  await page.mouse.up();
  await expect(page).not.toHaveURL(/to=2015-12-31/);

  const { searchParams } = new URL(page.url());
  const search = `c=PE&type=seizure,shoot-down&from=${searchParams.get('from')}&to=${searchParams.get('to')}`;
  await expectShown(page, await apiTotal(page, search));
  expect(await shownEvents(page)).toBeLessThan(before);

  await page.goBack();
  await expectShown(page, before);
});

test('click a bar: the list shows exactly its events; open one: its publication is a link', async ({
  page,
}) => {
  await openExplore(page, peruAddress);
  await timeline(page).getByRole('combobox', { name: 'Length of a bar' }).selectOption('month');
  await timeline(page).getByRole('button', { name: 'Zoom to the dates chosen' }).click();
  const counted = await pointAtBar(page);
  await page.mouse.down();
  await page.mouse.up();
  await expectShown(page, counted);
  await expect(feed(page).getByRole('article')).toHaveCount(counted);

  const { searchParams } = new URL(page.url());
  searchParams.delete('v');
  for (const key of ['bin', 'map', 'axis']) searchParams.delete(key);
  const reply = await page.request.get(`/api/v1/events?${searchParams}&limit=1000`);
  const { rows } = (await reply.json()) as { rows: { id: string }[] };
  const listed = await feed(page)
    .getByRole('heading')
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.replace('/events/', '')),
    );
  expect(listed.sort()).toEqual(rows.map(({ id }) => id).sort());

  await feed(page).getByRole('heading').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/events\//);
  await expect(
    page.getByRole('main').getByRole('link', { name: /./ }).and(page.locator('[href^="http"]')).first(),
  ).toBeVisible();
});

test('from the event of 26 February 2015 to the article that reports it', async ({ page }) => {
  await page.goto('/events/pe-011');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const article = page
    .getByRole('main')
    .getByRole('link', { name: /Peru Shoots Down Narco Plane/ })
    .first();
  await article.click();
  await expect(page).toHaveURL(/\/articles\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Peru Shoots Down Narco Plane');
  await expect(page.getByRole('main').locator('a[href*="insightcrime.org"]').first()).toBeVisible();
});

test('an open dialog stays, with what was written in it, while the window becomes a phone’s and back', async ({
  page,
}) => {
  await openExplore(page, peruAddress);
  await mapFigure(page).getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  const words = dialog.getByRole('textbox', { name: 'Text alternative' });
  await words.fill('Where it happened');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(words).toHaveValue('Where it happened');
  await expect(dialog.getByRole('button', { name: 'Save PNG' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tablist', { name: 'Panes' })).toBeVisible();

  await page.getByRole('button', { name: /^Filters/ }).click();
  const country = page.getByRole('dialog').getByRole('combobox', { name: 'Add a country' });
  await country.fill('Bol');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(country).toHaveValue('Bol');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('tablist', { name: 'Panes' })).toHaveCount(0);
});
