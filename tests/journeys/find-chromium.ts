import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** A browser to drive: its program and, when we unpacked it ourselves, the libraries it needs. */
export interface FoundChromium {
  executablePath: string;
  env: Record<string, string>;
  from: string;
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const cacheFolders = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  path.join(homedir(), '.cache/ms-playwright'),
  path.join(homedir(), 'Library/Caches/ms-playwright'),
  process.env.LOCALAPPDATA && path.join(process.env.LOCALAPPDATA, 'ms-playwright'),
];

const programsInCache = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
];

/** Flags that keep a test browser quiet: no calls home, no first-run pages, runs as root in a container. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chromium: CHROMIUM_PATH, the usual system places, Playwright's own cache, and last the one that npm brought
 * (linux x64). Throws one sentence that says how to install one.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
    return { executablePath: named, env: {}, from: 'CHROMIUM_PATH' };
  }
  if (process.env.ATALAYA_ONLY_BUNDLED_CHROMIUM !== '1') {
    const installed = systemPaths.find((file) => existsSync(file)) ?? fromPlaywrightCache();
    if (installed) return { executablePath: installed, env: {}, from: 'installed' };
  }
  const bundled = await fromNpm();
  if (bundled) return bundled;
  throw new Error(
    'No Chromium found for the journeys: install one with "apt-get install chromium" or "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}

function fromPlaywrightCache(): string | undefined {
  for (const folder of cacheFolders) {
    if (!folder || !existsSync(folder)) continue;
    for (const entry of readdirSync(folder).sort().reverse()) {
      if (!entry.startsWith('chromium-')) continue;
      const program = programsInCache
        .map((name) => path.join(folder, entry, name))
        .find((file) => existsSync(file));
      if (program) return program;
    }
  }
  return undefined;
}

async function fromNpm(): Promise<FoundChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks into the temporary folder: give it one of ours, so that a stale copy of another version is never used.
  const folder = path.join(tmpdir(), 'atalaya-chromium-147');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  // Makes the package unpack the shared libraries too (nss, nspr, expat), which a machine without a desktop lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const chromium = await import('@sparticuz/chromium').catch(() => undefined);
  if (!chromium) return undefined;
  const executablePath = await chromium.default.executablePath();
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontsConf(folder) },
    from: '@sparticuz/chromium',
  };
}

/** Without a single font Chromium lays out no text at all; the package's own file names a fixed folder. */
function writeFontsConf(folder: string): string {
  const file = path.join(folder, 'atalaya-fonts.conf');
  const folders = [path.join(folder, 'fonts/fonts'), '/usr/share/fonts']
    .map((dir) => `<dir>${dir}</dir>`)
    .join('');
  const cache = `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}${cache}</fontconfig>`);
  return file;
}
