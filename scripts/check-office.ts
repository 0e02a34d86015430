/**
 * Writes real files of every office format, lets LibreOffice open and set them, and checks pages and texts:
 * `npm run check:office [folder]`. Leaves the pages as pictures in the folder, to be looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'vite';
import type { OfficeSample } from './office/samples.ts';

const tools = { office: 'soffice', text: 'pdftotext', pictures: 'pdftoppm', info: 'pdfinfo' };
const MINUTE = 60_000;

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', timeout: 3 * MINUTE, stdio: ['ignore', 'pipe', 'pipe'] });

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The samples are components and modules of the page: loaded as the page's builder loads them. */
async function loadSamples(): Promise<readonly OfficeSample[]> {
  const builder = await createServer({
    server: { middlewareMode: true, watch: null, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const { officeSamples } = (await builder.ssrLoadModule('/scripts/office/samples.ts')) as {
      officeSamples: () => Promise<readonly OfficeSample[]>;
    };
    const samples = await officeSamples();
    return await Promise.all(
      samples.map(async (sample) => {
        const bytes = await sample.make();
        return { ...sample, make: async () => bytes };
      }),
    );
  } finally {
    await builder.close();
  }
}

const letters = (text: string): string => text.normalize('NFC').replaceAll(/\s/g, '');

/** What is wrong with a sample once it has been opened and set; nothing when all is well. */
async function check(sample: OfficeSample, folder: string): Promise<string[]> {
  const base = path.join(folder, sample.name);
  const pdf = base.replace(/\.[a-z]+$/, '.pdf');
  writeFileSync(base, await sample.make());
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  if (base !== pdf) run(tools.office, profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, base);
  const pages = Number(/Pages:\s+(\d+)/.exec(run(tools.info, pdf))?.[1] ?? 0);
  const text = letters(run(tools.text, '-raw', pdf, '-'));
  run(tools.pictures, '-r', '60', '-png', '-l', '12', pdf, base.replace(/\.[a-z]+$/, ''));
  const [least, most] = sample.pages;
  const wrong = sample.texts.filter((one) => !text.includes(letters(one))).map((one) => `lacks “${one}”`);
  if (pages < least || pages > most) wrong.push(`${pages} pages, not ${least} to ${most}`);
  process.stdout.write(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${sample.name}: ${pages} pages\n`);
  return wrong.map((problem) => `${sample.name}: ${problem}`);
}

const absent = Object.values(tools).filter((program) => !isThere(program));
if (absent.length > 0) {
  process.stdout.write(
    `Not run: ${absent.join(', ')} not found. LibreOffice and poppler-utils are needed.\n`,
  );
} else {
  run(process.execPath, 'scripts/build-if-stale.ts');
  const folder = process.argv[2] ?? mkdtempSync(path.join(tmpdir(), 'atalaya-office-'));
  mkdirSync(folder, { recursive: true });
  const problems: string[] = [];
  for (const sample of await loadSamples()) problems.push(...(await check(sample, folder)));
  const pictures = readdirSync(folder).filter((file) => file.endsWith('.png')).length;
  process.stdout.write(`${pictures} pages as pictures in ${folder}\n`);
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
