import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type Briefing, type BriefingItem, newItem, type PinnedContent } from '#core/briefing.ts';
import { writeBriefing } from '#core/briefing-file.ts';
import { figureFields } from '#core/figure-fields.ts';
import { type Lang, langs } from '#core/view.ts';
import { loadBriefingWords } from '#i18n/briefing-words.ts';
import { hostileTexts } from '#tests/export/named-events.ts';
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { startProduct } from '#tests/journeys/product.ts';
import { exampleBriefing, exampleKeys } from '#views/briefings/examples.ts';
import type { OfficeSample } from './samples.ts';

interface Written {
  readonly name: string;
  readonly briefing: Briefing;
  readonly texts: readonly string[];
}

const formats = ['pptx', 'docx', 'pdf'] as const;

/** Slides and documents of the three ready-made briefings and of a hostile one in each language, as the product makes them in a browser. */
export async function briefingSamples(): Promise<readonly OfficeSample[]> {
  const briefings = (await Promise.all(langs.map(inLanguage))).flat();
  const product = await startProduct();
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: chromiumArgs,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    const samples: OfficeSample[] = [];
    for (const written of briefings) {
      await page.goto(`${product.origin}/briefings?lang=en`);
      samples.push(...(await saved(page, written)));
    }
    return samples;
  } finally {
    await browser.close();
    await product.close();
  }
}

async function inLanguage(lang: Lang): Promise<readonly Written[]> {
  const say = await loadBriefingWords(lang);
  const examples = exampleKeys.map((key): Written => {
    const briefing = exampleBriefing(key, lang, say);
    const texts = [briefing.title, ...briefing.items.map(({ title }) => title), say('briefing.sources')];
    return { name: `${key}-${lang}`, briefing, texts };
  });
  // What is read from right to left leaves a page in another order than it was written in.
  const legible = hostileTexts.filter((text) => !/[\u202e\0]/.test(text));
  return [...examples, { name: `hostile-${lang}`, briefing: hostileBriefing(lang), texts: legible }];
}

/** A briefing whose every text some reader of a file could take for something else than text. */
function hostileBriefing(lang: Lang): Briefing {
  const [formula = '', , , , , quoted = '', , markup = '', reversed = '', , accents = ''] = hostileTexts;
  const words = { title: markup, message: hostileTexts.join('\n'), annotation: reversed };
  const figure = { figure: 'timeline', address: '/?v=1&c=PE&q=%22%3Cb%3E%22' };
  const items: readonly BriefingItem[] = [
    { ...newItem('note', { kind: 'note' }), ...words },
    { ...newItem('figure', { kind: 'figure', ref: figure }), ...words, message: reversed },
    {
      ...newItem('list', { kind: 'list', address: '/events?v=1&c=PE', rows: 5 }),
      title: quoted,
      pinned: hostilePinned(),
    } as BriefingItem,
    { ...newItem('event', { kind: 'event', event: 'ai-pe-012' }), title: formula },
  ];
  return { id: `hostile-${lang}`, title: `${reversed} ${markup}`, audience: accents, lang, items };
}

function hostilePinned(): PinnedContent {
  const said = figureFields.map((field, at) => [field, hostileTexts[at % hostileTexts.length] ?? '']);
  const label = hostileTexts[0];
  return {
    dataVersion: '2026-01-01.0',
    at: '2026-01-01T00:00:00Z',
    words: Object.fromEntries(said) as unknown as PinnedContent['words'],
    table: {
      caption: label,
      columns: [
        { key: 'a', label, numeric: false },
        { key: 'b', label: hostileTexts[5], numeric: true },
      ],
      rows: hostileTexts.map((text) => [text, text]),
    },
    pictures: null,
  };
}

/** Opens a briefing from its file and saves it in every format. */
async function saved(page: Page, { name, briefing, texts }: Written): Promise<readonly OfficeSample[]> {
  const file = {
    name: `${name}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(writeBriefing(briefing)),
  };
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .locator('[data-item]')
    .nth(briefing.items.length - 1)
    .waitFor();
  const samples: OfficeSample[] = [];
  for (const format of formats) {
    const bytes = await taken(page, format);
    const pages = [briefing.items.length, 3 * briefing.items.length + 4] as const;
    // A PDF has its own typefaces, which end with the Latin letters of Europe; what they lack is left blank, and said on the page.
    const own =
      format === 'pdf'
        ? texts.filter((text) => !/[\u0250-\uffff]/.test(text.replace(/[\u2010-\u2026]/g, '')))
        : texts;
    samples.push({ name: `${name}-${format}.${format}`, make: async () => bytes, pages, texts: own });
  }
  return samples;
}

async function taken(page: Page, format: (typeof formats)[number]): Promise<Uint8Array> {
  const item = page.getByRole('menuitem', { name: new RegExp(format, 'i') });
  // Formats are offered once every item is drawn; a menu that is open follows.
  await page.getByRole('button', { name: 'Export briefing' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()]);
  return new Uint8Array(readFileSync(await download.path()));
}
