/** `npm run screenshot` (after `npm run build`): docs/screenshot.png, taken from the running product. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '#tests/journeys/find-chromium.ts';
import { startProduct } from '#tests/journeys/product.ts';

const target = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url));
const view = '/?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,air,policy';

const found = await findChromium();
const product = await startProduct();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: chromiumArgs,
  env: { ...(process.env as Record<string, string>), ...found.env },
});
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await page.goto(product.origin + view, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: target });
  console.log(`Wrote ${target}`);
} finally {
  await browser.close();
  await product.close();
}
