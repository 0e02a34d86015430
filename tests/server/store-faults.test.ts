import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { prepareData, reusePrepared } from '#server/jobs/prepare.ts';
import { migrations } from '#server/store/sqlite/migrations.ts';
import { openForReading, openForWriting, storeFileName } from '#server/store/sqlite/open.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { type Store, StoreBusy, StoreRefused } from '#server/store/store.ts';
import { storeInThreads } from '#server/store/threads.ts';
import { repositoryRoot } from '#tests/source-files.ts';
import { fixtureDataSet } from './data-set.ts';
import { sqliteStoreOf, temporaryFolders } from './temporary.ts';

const folder = temporaryFolders();
const fileOf = (home: string): string => path.join(home, storeFileName);
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

async function filled(): Promise<string> {
  const home = folder();
  await sqliteStoreOf(home, fixtureDataSet()).close();
  return home;
}

/** Opening must be refused for the reason given, and the file left byte for byte as it was. */
function expectRefusal(home: string, reason: StoreRefused['reason']): void {
  const before = hashOf(fileOf(home));
  for (const open of [openForReading, openForWriting]) {
    let thrown: unknown;
    try {
      open(home).close();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StoreRefused);
    expect((thrown as StoreRefused).reason).toBe(reason);
    expect((thrown as StoreRefused).message).toContain('Nothing was changed');
  }
  expect(hashOf(fileOf(home))).toBe(before);
}

describe('F19 a store that cannot be trusted is refused and left alone', () => {
  it('from a newer version', async () => {
    const home = await filled();
    const database = new DatabaseSync(fileOf(home));
    database.exec(`pragma journal_mode = delete; pragma user_version = ${migrations.length + 1}`);
    database.close();
    expectRefusal(home, 'newer');
  });

  it('of another program', () => {
    const home = folder();
    const database = new DatabaseSync(fileOf(home));
    database.exec('create table theirs (a); pragma application_id = 1234; pragma user_version = 1');
    database.close();
    expectRefusal(home, 'foreign');
  });

  it('that is no database', () => {
    const home = folder();
    writeFileSync(fileOf(home), 'PK\u0003\u0004 not a database at all');
    expectRefusal(home, 'foreign');
  });

  it('cut off in the middle', async () => {
    const home = await filled();
    truncateSync(fileOf(home), 40_000);
    expectRefusal(home, 'corrupt');
  });

  it('with damaged pages', async () => {
    const home = await filled();
    const bytes = readFileSync(fileOf(home));
    for (let page = 1; page * 4096 + 40 < bytes.length; page += 3)
      bytes.fill(0xff, page * 4096, page * 4096 + 40);
    writeFileSync(fileOf(home), bytes);
    expectRefusal(home, 'corrupt');
  });

  it('in a folder that cannot be', () => {
    const home = folder();
    writeFileSync(path.join(home, 'file'), '');
    expect(() => openForWriting(path.join(home, 'file', 'data'))).toThrow(StoreRefused);
  });
});

describe('F13 F14 a process killed while it fills the store', () => {
  /** Fills a store from the fixture, and says at which record it stands, so that it can be killed there. */
  const script = `
    import { openForWriting } from '#server/store/sqlite/open.ts';
    import { replaceAll } from '#server/store/sqlite/load.ts';
    import { eventsOnly } from '#tests/server/many-events.ts';
    const data = eventsOnly(20000);
    function* slowly() {
      for (const batch of data.eventBatches) { process.stdout.write('.'); yield batch; }
    }
    process.stdout.write('+');
    replaceAll(openForWriting(process.argv[1]), { ...data, eventBatches: slowly() });
    process.stdout.write('!');
  `;

  const killedAfter = (home: string, dots: number): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, home], {
        cwd: repositoryRoot,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.length >= dots) child.kill('SIGKILL');
      });
      child.on('close', () => resolve(said));
    });

  it.each([1, 2, 6, 15])(
    'at step %i leaves a store that holds nothing half and loads again',
    async (dots) => {
      const home = folder();
      expect(await killedAfter(home, dots)).not.toContain('!');
      const data = fixtureDataSet();
      prepareData(home, data.fingerprint, () => data);
      const snapshot = reusePrepared(home, data.fingerprint);
      const store = openSqliteStore(home);
      expect(await store.count(emptyFilter)).toBe(snapshot?.manifest.rows);
      expect((await store.info()).counts.articles).toBe(data.articles.length);
      await store.close();
      const check = openForReading(home);
      expect(check.get('pragma integrity_check')).toEqual({ integrity_check: 'ok' });
      check.close();
    },
  );
});

describe('filling again', () => {
  it('is not done for the same data, and replaces everything for others', async () => {
    const home = folder();
    const data = fixtureDataSet();
    let read = 0;
    const dataSet = () => {
      read += 1;
      return data;
    };
    prepareData(home, data.fingerprint, dataSet);
    prepareData(home, data.fingerprint, dataSet);
    expect(read).toBe(1);
    const first = reusePrepared(home, data.fingerprint);
    expect(reusePrepared(home, 'another')).toBeNull();
    prepareData(home, 'another', () => ({ ...data, fingerprint: 'another', articles: [] }));
    expect(reusePrepared(home, 'another')?.manifest.dataVersion).not.toBe(first?.manifest.dataVersion);
  });

  it('builds a lost snapshot anew, with the same parts', () => {
    const home = folder();
    const data = fixtureDataSet();
    prepareData(home, data.fingerprint, () => data);
    const first = reusePrepared(home, data.fingerprint);
    const part = first?.manifest.parts[0]?.hash ?? '';
    truncateSync(path.join(first?.folder ?? '', `${part}.arrow`), 10);
    expect(reusePrepared(home, data.fingerprint)).toBeNull();
    prepareData(home, data.fingerprint, () => data);
    expect(reusePrepared(home, data.fingerprint)?.manifest).toEqual(first?.manifest);
    expect(existsSync(`${first?.folder}.unfinished`)).toBe(false);
  });

  it('keeps what was there when a record cannot be stored', () => {
    const home = folder();
    const data = fixtureDataSet();
    prepareData(home, data.fingerprint, () => data);
    const bad = { ...data, fingerprint: 'bad', sources: [] };
    expect(() => prepareData(home, 'bad', () => bad)).toThrow(/names the source/);
    expect(reusePrepared(home, data.fingerprint)).not.toBeNull();
  });
});

describe('F18 questions that take too long', () => {
  const asking = (text: string) => ({ ...emptyFilter, text });
  const open = (threads: number): Promise<Store> =>
    storeInThreads(new URL('./slow-thread.ts', import.meta.url), null, { threads, milliseconds: 400 });

  it('are given up; others go on meanwhile and after', async () => {
    const store = await open(2);
    const endless = store.count(asking('endless')).catch((error: unknown) => error);
    expect(await store.count(asking('quick'))).toBe(7);
    expect(await endless).toBeInstanceOf(StoreBusy);
    expect(await Promise.all([1, 2, 3].map(() => store.count(asking('quick'))))).toEqual([7, 7, 7]);
    await store.close();
    await expect(store.count(emptyFilter)).rejects.toBeInstanceOf(StoreBusy);
  });

  it('do not take those behind them along', async () => {
    const store = await open(1);
    const answers = await Promise.allSettled(['endless', 'quick'].map((text) => store.count(asking(text))));
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'fulfilled']);
    expect(await store.count(asking('quick'))).toBe(7);
    await store.close();
  });

  it('a thread that breaks down fails its own question only, and is replaced', async () => {
    const store = await open(1);
    await expect(store.count(asking('die'))).rejects.toThrow('broken down');
    expect(await store.count(asking('quick'))).toBe(7);
    await store.close();
  });
});
