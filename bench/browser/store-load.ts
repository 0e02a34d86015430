import type { Browser, Page, Request } from '@playwright/test';

/** How one load of Explore over a store went; milliseconds from the start of the navigation. */
export interface Load {
  /** Every view counted by month while no row had come; null where the server answered and no row was to come. */
  readonly alive: number | null;
  /** Every row here, or the server's first answer. */
  readonly complete: number;
  /** Compressed bytes by what was fetched. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly requests: number;
  /** Compressed bytes of data that a reload fetched again. */
  readonly reloaded: number;
  readonly byServer: boolean;
}

const isData = /\/api\/v1\/(snapshot\/parts|tiles|answers)/;
const byMonth = /events, counted by month/;
const whole = /^[\d,]+ of [\d,]+ events shown/;
const byMonthOrWhole = new RegExp(`${byMonth.source}|${whole.source}`);

export interface Manifest {
  readonly rows: number;
  readonly wireBytes: number;
  readonly overview: { readonly url: string };
}

export async function manifestOf(origin: string): Promise<Manifest> {
  return (await (await fetch(`${origin}/api/v1/snapshot`)).json()) as Manifest;
}

/** Whether the page says that the server answers. */
export async function isByServer(page: Page): Promise<boolean> {
  return (await page.getByText(/^Answered by the server/).count()) > 0;
}

async function open(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: origin });
  return context.newPage();
}

const until = (page: Page, words: RegExp): Promise<void> =>
  page
    .locator('#shown')
    .getByText(words)
    .or(page.locator('#shown', { hasText: words }))
    .first()
    .waitFor({ timeout: 120_000 });

/**
 * Opens Explore with every part of the rows held back: after how long the views live without them; null where this page, which
 * decides anew, let the server answer.
 */
async function aliveWithoutRows(browser: Browser, origin: string, overview: string): Promise<number | null> {
  const page = await open(browser, origin);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/snapshot/parts/*', async (route) => {
    if (!route.request().url().endsWith(overview)) await released;
    await route.continue();
  });
  const began = performance.now();
  await page.goto('/');
  await until(page, byMonthOrWhole);
  const took = performance.now() - began;
  const alive = (await page.locator('#shown', { hasText: byMonth }).count()) > 0;
  release();
  await until(page, whole);
  await page.context().close();
  return alive ? took : null;
}

function kindOf(url: string, overview: string): string {
  if (url.endsWith(overview)) return 'overview';
  if (url.includes('/snapshot/parts/')) return 'rows';
  return isData.test(url) ? 'tiles and answers' : 'the rest';
}

/** Notes what a page fetches until `sizes` is called. */
function listen(
  page: Page,
  overview: string,
): () => Promise<{ bytes: Record<string, number>; requests: number }> {
  const seen: Request[] = [];
  const note = (request: Request): void => void seen.push(request);
  page.on('requestfinished', note);
  return async () => {
    page.off('requestfinished', note);
    const bytes: Record<string, number> = {};
    for (const request of seen) {
      const kind = kindOf(request.url(), overview);
      bytes[kind] = (bytes[kind] ?? 0) + (await request.sizes()).responseBodySize;
    }
    return { bytes, requests: seen.length };
  };
}

/** A first load, its bytes, and a reload. */
export async function loadOf(browser: Browser, origin: string, manifest: Manifest): Promise<Load> {
  const page = await open(browser, origin);
  const first = listen(page, manifest.overview.url);
  const began = performance.now();
  await page.goto('/');
  await until(page, whole);
  const complete = performance.now() - began;
  await page.waitForTimeout(1000);
  const byServer = await isByServer(page);
  const { bytes, requests } = await first();
  const again = listen(page, manifest.overview.url);
  await page.reload();
  await until(page, whole);
  const { bytes: reloaded } = await again();
  await page.context().close();
  const alive = byServer ? null : await aliveWithoutRows(browser, origin, manifest.overview.url);
  return {
    alive,
    complete,
    bytes,
    requests,
    reloaded: (reloaded.overview ?? 0) + (reloaded.rows ?? 0),
    byServer,
  };
}
