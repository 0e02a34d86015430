import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '#tests/source-files.ts';
import { fixtureDataSet } from './data-set.ts';
import { sqliteStoreOf, temporaryFolders } from './temporary.ts';

const folder = temporaryFolders();
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Running {
  readonly child: ChildProcess;
  readonly said: () => { readonly out: string; readonly error: string };
  readonly ended: Promise<number | null>;
  /** The address of the one line, once it is printed. */
  readonly address: Promise<string>;
}

function start(env: Record<string, string>, before: readonly string[] = []): Running {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...before, 'server/main.ts'],
    {
      cwd: repositoryRoot,
      env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  started.push(child);
  let out = '';
  let error = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /http:\S+/.exec(out);
      if (found && out.endsWith('\n')) resolve(found[0]);
    });
    void ended.then(() => reject(new Error(`ended: ${error}`)));
  });
  address.catch(() => {});
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString();
  });
  return { child, said: () => ({ out, error }), ended, address };
}

describe('the server process', () => {
  let home = '';

  it('prints one line, answers, reuses its store at the second start, and ends cleanly on SIGTERM', async () => {
    home = folder();
    for (const _start of ['first', 'second']) {
      const running = start({ ATALAYA_DATA: home });
      const address = await running.address;
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      const meta = (await (await fetch(`${address}/api/v1/meta`)).json()) as { counts: { events: number } };
      expect(meta.counts.events).toBeGreaterThan(400);
      running.child.kill('SIGTERM');
      expect(await running.ended).toBe(0);
      expect(running.said()).toEqual({ out: `Atalaya is at ${address}\n`, error: '' });
    }
  }, 180_000);

  it('S46 has no Vite, no test or mock code in it', async () => {
    const listing = path.join(folder(), 'loaded.mjs');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(
      listing,
      `import { registerHooks } from 'node:module';
       registerHooks({ resolve(specifier, context, next) {
         const found = next(specifier, context);
         if (/node_modules\\/(vite|vitest|msw|rolldown)|\\/(mocks|tests)\\//.test(found.url)) process.stderr.write('LOADED ' + found.url + '\\n');
         return found;
       } });`,
    );
    const running = start({ ATALAYA_DATA: home }, ['--import', listing]);
    await running.address;
    running.child.kill('SIGTERM');
    await running.ended;
    expect(running.said().error).toBe('');
  }, 180_000);

  it('says in one sentence that the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const running = start({ PORT: String(port), ATALAYA_DATA: folder() });
    expect(await running.ended).toBe(1);
    expect(running.said()).toEqual({
      out: '',
      error: `127.0.0.1:${port} is already in use: stop the other program, or choose another port with PORT=4174.\n`,
    });
    await new Promise((resolve) => taken.close(resolve));
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['HOST', 'no such host!'],
    ['LOG_LEVEL', 'loud'],
    ['ATALAYA_REQUESTS_PER_SECOND', '0'],
  ])('refuses %s=%s, naming it', async (name, value) => {
    const running = start({ ATALAYA_DATA: folder(), [name]: value });
    expect(await running.ended).toBe(1);
    const { out, error } = running.said();
    expect(out).toBe('');
    expect(error).toContain(`${name}="${value}" cannot be used`);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });

  it('refuses a store of a newer version in one sentence, and leaves it', async () => {
    const home = folder();
    await sqliteStoreOf(home, fixtureDataSet()).close();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path.join(home, 'atalaya.sqlite'));
    database.exec('pragma user_version = 99');
    database.close();
    const running = start({ ATALAYA_DATA: home });
    expect(await running.ended).toBe(1);
    const { error } = running.said();
    expect(error).toContain('newer version of Atalaya');
    expect(error.trimEnd().split('\n')).toHaveLength(1);
  });
});
