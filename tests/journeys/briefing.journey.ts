import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { openExplore, peruAddress } from './explore-screen.ts';
import { expect, test } from './product.ts';

test('a map, a timeline, an event and a note become sourced slides', async ({ page }) => {
  await openExplore(page, peruAddress);
  const map = page.locator('#map');
  await map.getByRole('button', { name: 'Add to briefing' }).click();
  await expect(page.getByText('Added to “Untitled briefing”.')).toBeVisible();

  await page.locator('#time').getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('b');
  const header = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Briefings/ });
  await expect(header).toContainText('2');

  await page.goto('/events/ai-pe-012');
  await page.getByRole('button', { name: 'Add to briefing' }).first().click();
  await page.getByRole('button', { name: 'Open briefing' }).click();
  await expect(page).toHaveURL(/\/briefings\/[\w-]+$/);

  const items = page.locator('[data-item]');
  await expect(items).toHaveCount(3);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await expect(items).toHaveCount(4);
  await items.nth(3).getByLabel('Title on the slide').fill('What we do not know');
  await items.nth(3).getByLabel('Message').fill('Weights are missing for some.');

  await items.nth(3).getByRole('button', { name: 'Move up' }).click();
  await items.nth(2).getByLabel('Title on the slide').press('Alt+ArrowUp');
  await expect(items.nth(1).getByLabel('Title on the slide')).toHaveValue('What we do not know');

  await page.getByLabel('Title', { exact: true }).fill('Peru, in four slides');
  const menu = page.getByRole('button', { name: 'Export briefing' });
  await expect(page.locator('[data-item] img')).toHaveCount(2);
  await menu.click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /PPTX/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^peru-in-four-slides_asof-.*_briefing\.pptx$/);
  const parts = unzipSync(readFileSync(await file.path()));
  const names = Object.keys(parts);
  const slides = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides.length).toBeGreaterThanOrEqual(6);
  const pictures = names.filter((name) => /^ppt\/media\/.*\.png$/.test(name));
  expect(pictures).toHaveLength(2);
  for (const name of pictures) {
    const view = new DataView(parts[name]!.buffer, parts[name]!.byteOffset);
    expect(view.getUint32(16), 'pixels across: at least twice the layout').toBeGreaterThan(1600);
    expect(parts[name]!.length, 'a picture with something in it').toBeGreaterThan(20_000);
  }
  const notes = names.filter((name) => /^ppt\/notesSlides\//.test(name) && name.endsWith('.xml'));
  const said = notes.map((name) => strFromU8(parts[name]!)).join('\n');
  expect(said).toContain('asof=');
  expect(said).toContain('Weights are missing for some.');

  await menu.click();
  const archive = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /ZIP/ }).click();
  const packed = Object.keys(unzipSync(readFileSync(await (await archive).path())));
  expect(packed).toEqual(expect.arrayContaining(['README.md', 'briefing.json']));
  expect(packed.filter((name) => /^figures\/.*\.(svg|png)$/.test(name))).toHaveLength(4);

  await page.reload();
  await expect(items).toHaveCount(4);
  await items.nth(0).getByRole('button', { name: 'Remove' }).click();
  await expect(items).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(items).toHaveCount(4);
});

test('a title typed just before the page is left is kept', async ({ page }) => {
  await page.goto('/briefings');
  await page.getByRole('button', { name: 'New briefing' }).first().click();
  await expect(page).toHaveURL(/\/briefings\/[\w-]+$/);
  const title = page.getByLabel('Title', { exact: true });
  await title.waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (const words of ['Ports', 'Ports of Peru', 'Ports of Peru and Ecuador']) {
    await title.fill(words);
    await page.reload();
    await expect(title).toHaveValue(words);
  }
});
