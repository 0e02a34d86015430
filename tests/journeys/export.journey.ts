import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { tableFromIPC } from '@uwdata/flechette';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { readPdf } from '#tests/export/pdf-reader.ts';
import { mapFigure, openExplore, peruAddress, shownEvents, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

async function save(page: Page, button: string): Promise<Saved> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
  const download = await waiting;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

async function openExport(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: 'Export' }).click();
  await expect(figure.page().getByRole('dialog', { name: /^Export/ })).toBeVisible();
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

/** What a reader sees in the picture, in reading order. */
function wordsOf(svg: string): string {
  const texts = [...svg.matchAll(/<(?:text|tspan)\b[^>]*>([^<]+)/g)].map(([, text = '']) => text);
  return texts.join(' ').replaceAll('&amp;', '&').replace(/\s+/g, ' ');
}

/** The twelve things that a picture must say of itself (ux.md, section 8). */
function twelveFields(events: number): Record<string, RegExp> {
  return {
    title: /^.*Seizures and shoot-down/i,
    'subtitle with measure and unit': /Events( a (day|week|month|quarter|year))?, by (kind|place) · Peru/,
    'filters in words': /Filters: [^.]*Peru[^.]*Seizures/,
    period: /2014\s?–\s?2015/,
    'legend or key': /How to read|Events per cell/,
    'scale or "no data"': /No data|\d+ km/,
    caveat: /Counts reports collected here, not all events/,
    'number of events, and of those not placed or in no bar': new RegExp(
      `too vaguely for one bar.*${events} of [\\d,]+ events|${events} of [\\d,]+ events; \\d+ not placed`,
    ),
    sources: /Sources?: \w/,
    licence: /Licences?: \w/,
    'data version, time of making, tool':
      /Data as of [^,]+, version [0-9a-f]+.*Generated [\d-]+ [\d:]+ UTC · Atalaya \d/,
    link: /https?:\/\/[^ ]+\/\?v=1&[^ ]*/,
  };
}

function expectTwelveFields(svg: string, events: number): void {
  const words = wordsOf(svg);
  const missing = Object.entries(twelveFields(events)).filter(([, pattern]) => !pattern.test(words));
  expect(
    missing.map(([name]) => name),
    words,
  ).toEqual([]);
}

/** How many colours the body of a picture has: one that is blank, or only ground and coast, has few. */
async function inksOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const color = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
      seen.set(color, (seen.get(color) ?? 0) + 1);
    }
    return [...seen.values()].filter((n) => n >= 40).length;
  }, png.toString('base64'));
}

function expectSafeSvg(svg: string): void {
  expect(svg).toMatch(/<title\b/);
  expect(svg).toMatch(/<desc\b/);
  expect(svg.match(/<script|<foreignObject|\son[a-z]+=/gi) ?? []).toEqual([]);
  expect(svg.match(/(?:xlink:)?href="(?!#|data:)[^"]*"/g) ?? []).toEqual([]);
  expect(svg.match(/url\((?!#|data:|"data:|'data:|"#)[^)]*\)/g) ?? []).toEqual([]);
}

test('the CSV holds as many rows as the screen says, with dates, precision and a source each', async ({
  page,
}) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(timeline(page));
  const { name, text } = await save(page, 'Events, CSV');
  expect(name).toMatch(/^peru-.*2014-01.*2015-12.*asof-\d{4}-\d{2}-\d{2}.*\.csv$/);
  const rows = rowsOf(text);
  expect(rows).toHaveLength(shown);
  for (const row of rows) {
    expect(row.date).toMatch(/^\d{4}(-\d{2}(-\d{2}(\/\d{4}-\d{2}-\d{2})?)?|-Q[1-4])?$/);
    expect(row.date_precision).toMatch(/^(day|week|month|quarter|year|unknown)$/);
    expect(row.place_precision).toMatch(/^[1-7]$/);
    expect(row.source_publisher).not.toBe('');
    expect(row.country).toBe('PE');
  }
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?!\d)/.test(cell))).toEqual([]);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(`${shown} of ${shown} rows`);
});

test('the GeoJSON holds as many features, those without a point without one', async ({ page }) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(timeline(page));
  const { text } = await save(page, 'Events, GeoJSON');
  const { type, features } = JSON.parse(text) as {
    type: string;
    features: { geometry: { coordinates: [number, number] } | null; properties: Record<string, unknown> }[];
  };
  expect([type, features.length]).toEqual(['FeatureCollection', shown]);
  expect(features.some(({ geometry }) => geometry === null)).toBe(true);
  for (const { geometry } of features) expect(geometry?.coordinates).not.toEqual([0, 0]);
});

test('the picture of the timeline says its twelve things, as SVG and as PNG', async ({ page }) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(timeline(page));
  const svg = await save(page, 'Save SVG');
  expectTwelveFields(svg.text, shown);
  expectSafeSvg(svg.text);

  const png = await save(page, 'Save PNG');
  expect(png.name).toMatch(/16x9\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(png.bytes.includes('Title')).toBe(true);
});

test('the picture of the map says its twelve things in every size', async ({ page }) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(mapFigure(page));
  const sizes = page.getByRole('combobox', { name: 'Size' });
  const values = await sizes
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(values.length).toBeGreaterThanOrEqual(5);
  for (const value of values) {
    await sizes.selectOption(value);
    const { text } = await save(page, 'Save SVG');
    expectTwelveFields(text, shown);
    expectSafeSvg(text);
  }
});

/** What is read once it is the same for half a second: a map that has just opened counts its cells anew when it has come to rest. */
async function atRest(read: () => Promise<string[]>): Promise<string[]> {
  for (let before = await read(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await read();
    if (now.join() === before.join()) return now;
    before = now;
  }
}

test('density leaves as the screen has it: words, squares and numbers', async ({ page }) => {
  await openExplore(page, `${peruAddress}&mode=density`);
  const shown = await shownEvents(page);
  const map = mapFigure(page);
  await expect(map.getByRole('radio', { name: 'Density' })).toBeChecked();
  await map.getByRole('button', { name: 'Table', exact: true }).click();
  const cells = map.getByRole('table').getByRole('row');
  await expect(cells.nth(1)).toBeVisible();
  const first = await atRest(async () =>
    (await cells.nth(1).getByRole('cell').allTextContents()).map((text) => text.trim()),
  );
  await openExport(map);
  const svg = await save(page, 'Save SVG');
  const words = wordsOf(svg.text);
  expect(words).toMatch(/squares? .*km/i);
  expect(words).toContain(`${shown} of `);
  expect(words).toMatch(/mode=density/);
  expectSafeSvg(svg.text);
  const png = await save(page, 'Save PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(await inksOf(page, png.bytes)).toBeGreaterThan(8);
  const { text } = await save(page, 'Figure table, CSV');
  const rows = rowsOf(text);
  expect(rows.length).toBeGreaterThan(1);
  // The screen rounds degrees to two digits, the file to three.
  const numbers = (values: string[]) =>
    values.flatMap((value) => (/\d/.test(value) ? [Number(value.replaceAll(/[^\d.]/g, ''))] : []));
  const written = numbers(Object.values(rows[0]!));
  const onScreen = numbers(first);
  expect(onScreen.length).toBeGreaterThan(0);
  expect(written).toHaveLength(onScreen.length);
  for (const [at, value] of written.entries()) expect(Math.abs(value - onScreen[at]!)).toBeLessThan(0.0051);
});

test('the table of a figure leaves as the rows it draws', async ({ page }) => {
  await openExplore(page, peruAddress);
  await openExport(timeline(page));
  const dialog = page.getByRole('dialog');
  const promised = Number(
    /The ([\d,]+) rows of this figure’s table/.exec(await dialog.innerText())?.[1]?.replace(/,/g, ''),
  );
  const { text } = await save(page, 'Figure table, CSV');
  expect(rowsOf(text)).toHaveLength(promised);
});

test('every data format holds as many rows as the screen says', async ({ page }) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(timeline(page));
  const json = await save(page, 'Events, JSON');
  expect((JSON.parse(json.text) as { records: unknown[] }).records).toHaveLength(shown);
  expect(json.name).toMatch(/_full\.json$/);
  const arrow = await save(page, 'Events, Arrow');
  expect(tableFromIPC(arrow.bytes).numRows).toBe(shown);
  const [data, about] = await readXlsxFile((await save(page, 'Events, XLSX')).bytes);
  expect(data?.data).toHaveLength(shown + 1);
  expect(about?.data.flat().join(' ')).toContain('/?v=1&');
});

test('the PDF holds the picture’s words as text, the ZIP everything at once', async ({ page }) => {
  await openExplore(page, peruAddress);
  const shown = await shownEvents(page);
  await openExport(mapFigure(page));
  const pdf = await save(page, 'Save PDF');
  expect(pdf.name).toMatch(/map-16x9\.pdf$/);
  const { texts, pages } = readPdf(pdf.bytes);
  expect(pages).toBe(1);
  for (const [name, pattern] of Object.entries(twelveFields(shown)))
    expect(texts.join(' ').replaceAll(/\s+/g, ' '), name).toMatch(pattern);

  const zip = await save(page, 'Save ZIP');
  const files = unzipSync(zip.bytes);
  expect(rowsOf(strFromU8(files['data_full.csv']!))).toHaveLength(shown);
  expectSafeSvg(strFromU8(files['figure.svg']!));
  expect(strFromU8(files['figure.png']!.subarray(1, 4))).toBe('PNG');
  expect(strFromU8(files['CITATION.bib']!)).toContain('atalaya');
});

test('picture and table can be copied, and a denied clipboard is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplore(page, peruAddress);
  await openExport(timeline(page));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Copy image' }).click();
  await expect(dialog.getByRole('status')).toContainText('Picture copied');
  await dialog.getByRole('button', { name: 'Copy table' }).click();
  await expect(dialog.getByRole('status')).toContainText('Table copied');
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toEqual(expect.arrayContaining(['text/plain', 'text/html']));
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  await dialog.getByRole('button', { name: 'Copy image' }).click();
  await expect(dialog.getByRole('status')).toContainText('did not allow the clipboard');
});
