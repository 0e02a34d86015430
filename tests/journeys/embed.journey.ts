import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { startProduct } from './product.ts';

/** Another site, whose page frames one address. */
async function otherSite(framed: () => string): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Another site</title><main><h1>Report</h1>
      <iframe src="${framed()}" title="Figure" style="width: 100%; height: 480px; border: 0"></iframe></main></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const test = base.extend<
  object,
  { sites: { framer: string; product: string; frame(address: string): void } }
>({
  sites: [
    async ({ browserName: _ }, use) => {
      let address = '';
      const { origin, server } = await otherSite(() => address);
      const product = await startProduct({ ATALAYA_EMBED_ANCESTORS: origin });
      await use({
        framer: origin,
        product: product.origin,
        frame: (next) => (address = product.origin + next),
      });
      server.close();
      await product.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test.beforeEach(() => test.setTimeout(240_000));

const figures = [
  ['/embed/map?v=1&c=PE&type=seizure&lang=en', /^Seizures/],
  ['/embed/timeline?v=1&c=PE&lang=en', /^Events/],
  ['/embed/series/coca-national?v=1&lang=en', /^Coca under cultivation/],
  ['/embed/list?v=1&c=PE&lang=en', /^Events|Peru/],
  ['/embed/rank?v=1&lang=en', /./],
  ['/embed/indicator/PE?v=1&lang=en#coca-national', /^Coca under cultivation, Peru/],
  ['/embed/years/shining-path?v=1&lang=en', /^Shining Path/],
] as const;

test('another site that the settings name frames a figure with its words', async ({ page, sites }) => {
  for (const [address, title] of figures) {
    sites.frame(address);
    await page.goto(sites.framer);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 }), address).toHaveText(title);
    await expect(frame.getByText(/Data as of/)).toBeVisible();
    const open = frame.getByRole('link', { name: /Open in Atalaya/ });
    expect(await open.getAttribute('href')).toContain(sites.product);
    await frame.getByRole('button', { name: 'Table' }).click();
    await expect(frame.getByRole('row').nth(1)).toBeVisible();
    await expect(frame.getByText(/Embedding is switched off/)).toHaveCount(0);
  }
});

test('a site that they do not name is refused, and so is every other page', async ({ page, sites }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/frame-ancestors|refused to connect|Refused to (?:frame|display)/i.test(message.text()))
      refused.push(message.text());
  });
  // The same server under another name is another origin.
  const stranger = sites.framer.replace('127.0.0.1', 'localhost');
  sites.frame('/embed/map?v=1&c=PE&lang=en');
  await page.goto(stranger);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  expect(page.frames().every((frame) => !frame.url().startsWith(`${sites.product}/embed`))).toBe(true);

  sites.frame('/country/PE');
  refused.length = 0;
  await page.goto(sites.framer);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
});

for (const [theme, width] of [
  ['light', 320],
  ['dark', 800],
] as const)
  test(`figures fill a frame of ${width} px without faults of accessibility, ${theme}`, async ({
    page,
    sites,
  }) => {
    for (const [address] of figures) {
      await page.setViewportSize({ width, height: 520 });
      await page.goto(sites.product + address.replace(/(#.*)?$/, `&theme=${theme}$1`));
      await expect(page.getByRole('link', { name: /Open in Atalaya/ })).toBeVisible();
      await expect(page.locator('main[aria-busy=false]')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        address,
      ).toEqual([]);
    }
  });
