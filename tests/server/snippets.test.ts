import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetOf } from '#core/snippets.ts';
import type { Services } from '#server/services.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';
import { firstState, secondState } from './two-versions.ts';

const run = promisify(execFile);
const folder = temporaryFolders();
const here = mkdtempSync(path.join(tmpdir(), 'atalaya-snippet-'));
/** Questions as the address bar may hold them: several values, days, words with accents, quotes and dollar signs, earlier data. */
const questions: Readonly<Record<string, (before: string) => string>> = {
  'two countries and a window': () => 'c=PE,BO&from=2014-01-01&to=2015-12-31',
  'a family': () => 'c=PE&type=seizure',
  'an earlier state': (before) => `c=PE&asof=${before}`,
  'words with quotes': (before) => `c=PE&q=${encodeURIComponent("no-fly 'zone'")}&asof=${before}`,
  'words with accents': () => `q=${encodeURIComponent('avión México')}`,
  'signs of a shell': () => `q=${encodeURIComponent('$HOME `id` \\ "plane" *!')}`,
  'weights, heaviest first': () => 'qty=kg:100-500000&sort=kg',
  'all, beside sources that let none out': () => '',
};
let services: Services;
let app: FastifyInstance;
let origin = '';
let before = '';

beforeAll(async () => {
  const home = folder();
  const first = await testServices(home, firstState());
  before = first.info.dataVersion;
  await first.store.close();
  services = await testServices(home, secondState());
  app = testApp(services);
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await services.store.close();
  rmSync(here, { recursive: true });
});

const installed = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
/** Proxies of the machine are not asked for an address of this machine. */
const env = { ...process.env, NO_PROXY: '*', no_proxy: '*' };

async function rowsShown(question: string): Promise<number> {
  return (await app.inject(`/api/v1/events?${question}`)).json().total;
}

describe.each(Object.entries(questions))('the rows of %s', (_, ask) => {
  const questionOf = (): string => ask(before);
  const addressOf = (): string => `${origin}/api/v1/events?${questionOf()}&format=csv`;

  it('are the ones that curl fetches', async ({ skip }) => {
    skip(!installed('curl'), 'curl is not installed');
    await run('sh', ['-c', snippetOf('curl', addressOf())], { cwd: here, env });
    const rows = parse(readFileSync(path.join(here, 'events.csv'), 'utf8'), { columns: true, bom: true });
    expect(rows).toHaveLength(await rowsShown(questionOf()));
  });

  it.for([
    ['python', 'python3'],
    ['r', 'Rscript'],
  ] as const)('are the ones that %s reads', async ([language, program], { skip }) => {
    skip(!installed(program), `${program} is not installed`);
    const file = path.join(here, `snippet.${language}`);
    writeFileSync(file, snippetOf(language, addressOf()));
    const { stdout } = await run(program, [file], { env });
    expect(stdout).toBe(`${await rowsShown(questionOf())} events\n`);
  });
});
