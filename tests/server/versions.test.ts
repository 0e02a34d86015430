import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotFormat } from '#contract/columns.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { keptFolder, keptVersions } from '#server/jobs/kept-versions.ts';
import { prepareData, reusePrepared } from '#server/jobs/prepare.ts';
import type { Services } from '#server/services.ts';
import { openForReading, openForWriting } from '#server/store/sqlite/open.ts';
import type { DataSet } from '#server/store/store.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';
import { fates, firstState, secondState } from './two-versions.ts';

const folder = temporaryFolders();
let home = '';
let services: Services;
let app: FastifyInstance;
let before = '';
let now = '';

// biome-ignore lint/suspicious/noExplicitAny: replies are compared as they come
async function json(address: string): Promise<any> {
  const reply = await app.inject(`/api/v1${address}`);
  expect([address, reply.statusCode]).toEqual([address, 200]);
  return reply.json();
}
const idsOf = (body: { rows: readonly { id: string }[] }): string[] => body.rows.map(({ id }) => id).sort();

beforeAll(async () => {
  home = folder();
  const first = await testServices(home, firstState());
  before = first.info.dataVersion;
  await first.store.close();
  services = await testServices(home, secondState());
  now = services.info.dataVersion;
  app = testApp(services);
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

describe('a link that pins an earlier state', () => {
  it('gets the list of then, words included, and today its own', async () => {
    const then = idsOf(await json(`/events?asof=${before}`));
    const today = idsOf(await json('/events'));
    expect(then).toEqual(expect.arrayContaining([fates.withdrawn, fates.merged]));
    expect(today).toEqual(expect.arrayContaining([fates.added, fates.successor]));
    expect(then).not.toContain(fates.added);
    expect(today).not.toContain(fates.withdrawn);
    const { summary } = await json(`/events/${fates.changed}?asof=${before}`);
    expect(summary).not.toBe('The words were mended.');
    expect((await json(`/events/${fates.changed}`)).summary).toBe('The words were mended.');
  });

  it('gets rows by the numbers of its own snapshot', async () => {
    const manifest = await json(`/snapshots/${before}`);
    expect(manifest).toMatchObject({ dataVersion: before, dataAsOf: '2026-11-23', rows: 40 });
    const part = (manifest.parts as { url: string }[])[0]?.url ?? '';
    expect((await app.inject(part)).statusCode).toBe(200);
    const [row] = (await json(`/events?asof=${before}&q=&limit=1`)).rows as {
      n: number;
      id: string;
    }[];
    expect(idsOf(await json(`/events?n=${row?.n}&asof=${before}`))).toEqual([row?.id]);
  });

  it('gets the files, answers, search, articles and counts of then', async () => {
    for (const format of ['csv', 'geojson']) {
      const reply = await app.inject(`/api/v1/events?format=${format}&asof=${before}`);
      expect(reply.body).toContain(fates.withdrawn);
      expect(reply.headers['content-disposition']).toContain(before);
      expect((await app.inject(`/api/v1/events?format=${format}`)).body).not.toContain(`${fates.withdrawn}"`);
    }
    expect((await json(`/meta?asof=${before}`)).dataVersion).toBe(before);
    const ask = encodeURIComponent(JSON.stringify([{ kind: 'count', measure: 'count' }]));
    expect((await json(`/answers?ask=${ask}&asof=${before}`)).dataVersion).toBe(before);
    expect((await json('/articles')).total).toBe(11);
    expect((await json(`/articles?asof=${before}`)).total).toBe(12);
    expect((await json(`/hits?q=mended&asof=${before}`)).total).toBe(0);
    expect((await json('/hits?q=mended')).total).toBe(1);
  });

  it('may name a day, and the latest by its own name', async () => {
    expect((await json('/meta?asof=2026-11-23')).dataVersion).toBe(before);
    expect((await json(`/meta?asof=${now}`)).dataVersion).toBe(now);
  });

  it('has an ETag of its own state', async () => {
    const [then, today] = [
      await app.inject(`/api/v1/events?asof=${before}`),
      await app.inject('/api/v1/events'),
    ];
    expect(then.headers.etag).not.toBe(today.headers.etag);
    const again = await app.inject({
      url: `/api/v1/events?asof=${before}`,
      headers: { 'if-none-match': String(then.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('is told where its state is not kept, rather than given another', async () => {
    for (const address of [
      '/events?asof=2020-01-01',
      '/snapshots/2020-01-01.abcdef01',
      '/meta?asof=2020-01-01',
    ]) {
      const reply = await app.inject(`/api/v1${address}`);
      expect([address, reply.statusCode, reply.json().code]).toEqual([address, 410, 'gone']);
      expect(reply.json().detail).toContain(now);
    }
    expect((await app.inject('/api/v1/events?asof=yesterday')).statusCode).toBe(400);
  });
});

describe('what changed since', () => {
  it('is counted and listed, with the words of then for what went', async () => {
    const body = await json(`/changes?since=${before}`);
    expect(body).toMatchObject({
      since: { dataVersion: before, dataAsOf: '2026-11-23', kept: true },
      now: { dataVersion: now, dataAsOf: '2026-11-30' },
      counts: {
        events: { added: 2, changed: 1, withdrawn: 1, merged: 1 },
        articles: { added: 0, changed: 0, withdrawn: 1, merged: 0 },
        indicators: { added: 0, changed: 0, withdrawn: 0, merged: 0 },
      },
      total: 5,
    });
    const rows = body.rows as {
      id: string;
      what: string;
      successor: string | null;
      event: { id: string };
    }[];
    expect(rows.map(({ id, what, successor }) => [what, id, successor])).toEqual([
      ['added', fates.added, null],
      ['added', fates.successor, null],
      ['changed', fates.changed, null],
      ['merged', fates.merged, fates.successor],
      ['withdrawn', fates.withdrawn, null],
    ]);
    for (const { id, event } of rows) expect(event.id).toBe(id);
  });

  it('comes in pages, and by kind', async () => {
    const first = await json(`/changes?since=${before}&limit=3`);
    const second = await json(`/changes?since=${before}&limit=3&cursor=${first.next}`);
    expect([first, second].flatMap((page) => idsOf(page)).length).toBe(5);
    expect(second.next).toBeNull();
    expect(await json(`/changes?since=${before}&what=withdrawn`)).toMatchObject({
      total: 1,
      counts: { events: { added: 2 } },
    });
  });

  it('is nothing since today, and unknown for a state never held', async () => {
    expect((await json(`/changes?since=${now}`)).total).toBe(0);
    expect((await app.inject('/api/v1/changes?since=2001-01-01')).statusCode).toBe(410);
    expect((await app.inject('/api/v1/changes')).statusCode).toBe(400);
  });

  it('names no row of a source that lets none out', async () => {
    const body = (await app.inject(`/api/v1/changes?since=${before}`)).body;
    expect(body).not.toMatch(/counted-only|hidden|quetzalcoatl/);
  });
});

describe('a record that went', () => {
  it('still opens as it last was and says so; a merged one names its successor', async () => {
    expect(await json(`/events/${fates.withdrawn}`)).toMatchObject({
      id: fates.withdrawn,
      gone: { what: 'withdrawn', successor: null, dataVersion: now, dataAsOf: '2026-11-30' },
    });
    expect(await json(`/events/${fates.merged}`)).toMatchObject({
      gone: { what: 'merged', successor: fates.successor },
    });
    const article = firstState().articles[0]?.id ?? '';
    expect(await json(`/articles/${article}`)).toMatchObject({ id: article, gone: { what: 'withdrawn' } });
  });

  it('tells its history while it stands, and nothing where there is none', async () => {
    expect((await json(`/events/${fates.changed}`)).history).toEqual([
      { what: 'changed', dataVersion: now, dataAsOf: '2026-11-30' },
    ]);
    expect(await json('/events/pe-001')).not.toHaveProperty('history');
    expect((await app.inject('/api/v1/events/never-was')).statusCode).toBe(404);
  });
});

describe('what is kept', () => {
  const load = (home: string, data: DataSet, versions = 24, megabytes = 4096): string => {
    prepareData(home, data.fingerprint, () => data, { versions, megabytes });
    return reusePrepared(home, data.fingerprint)?.manifest.dataVersion ?? '';
  };
  const third = (): DataSet => ({ ...firstState(), fingerprint: 'third', dataAsOf: '2026-12-07' });

  it('is as many states as the rule says, the newest first', () => {
    const home = folder();
    const first = load(home, firstState(), 1);
    const second = load(home, secondState(), 1);
    expect(keptVersions(home)).toEqual([first]);
    load(home, third(), 1);
    expect(keptVersions(home)).toEqual([second]);
    expect(existsSync(path.join(home, 'snapshot', `${first}.f${snapshotFormat}`))).toBe(false);
  });

  it('is as much as there is room for', () => {
    const home = folder();
    load(home, firstState());
    load(home, secondState(), 24, 0);
    expect(keptVersions(home)).toEqual([]);
  });

  it('answers for the changes since a state that is itself gone', async () => {
    const home = folder();
    const first = load(home, firstState());
    load(home, secondState(), 0);
    const later = await testServices(home, secondState());
    const reply = await testApp(later).inject(`/api/v1/changes?since=${first}`);
    expect(reply.json()).toMatchObject({ since: { kept: false }, total: 5 });
    await later.store.close();
  });

  it('adds up over more than one step, and is nothing when a state comes back', async () => {
    const home = folder();
    const first = load(home, firstState());
    const second = load(home, secondState());
    const back = await testServices(home, { ...firstState(), fingerprint: 'first again' });
    expect(back.info.dataVersion).toBe(first);
    const ask = async (since: string) =>
      (await testApp(back).inject(`/api/v1/changes?since=${since}`)).json();
    expect((await ask(first)).total).toBe(0);
    expect((await ask(second)).counts.events).toEqual({ added: 2, changed: 1, withdrawn: 1, merged: 1 });
    await back.store.close();
  });

  it('holds no history and nothing that others wrote into the store', () => {
    const home = folder();
    const first = load(home, firstState());
    const main = openForWriting(home);
    main.exec("create table note (text text); insert into note values ('private')");
    main.close();
    load(home, secondState());
    const kept = openForReading(keptFolder(home, first));
    expect(kept.get<{ n: number }>('select count(*) as n from event')?.n).toBe(42);
    expect(kept.get<{ n: number }>('select count(*) as n from note')?.n).toBe(0);
    expect(kept.get<{ n: number }>('select count(*) as n from record_change')?.n).toBe(0);
    kept.close();
  });

  it('is not opened any more once a source in it lets no row out', async () => {
    const home = folder();
    const first = load(home, firstState());
    const second = secondState();
    const owner = [...firstState().eventBatches].flat().find(({ id }) => id === fates.withdrawn)?.source;
    const stricter = second.sources.map(
      (source): SourceInfo => (source.id === owner ? { ...source, redistribution: 'aggregates' } : source),
    );
    const later = await testServices(home, { ...second, fingerprint: 'stricter', sources: stricter });
    const app = testApp(later);
    expect((await app.inject(`/api/v1/events?asof=${first}`)).statusCode).toBe(410);
    const changes = (await app.inject(`/api/v1/changes?since=${first}`)).json();
    const withdrawn = changes.rows.find(({ id }: { id: string }) => id === fates.withdrawn);
    expect(withdrawn).toMatchObject({ what: 'withdrawn', event: null });
    expect((await app.inject(`/api/v1/events/${fates.withdrawn}`)).statusCode).toBe(404);
    await later.store.close();
  });
});
