import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { AnswerOf, Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import type { LocalEngine } from '#engine/local/local-engine.ts';
import { prepareData, reusePrepared } from '#server/jobs/prepare.ts';
import { sampleDataSet, sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { partFile } from '#server/jobs/snapshot.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import type { Store } from '#server/store/store.ts';
import { type Answerer, agreeOn, everyNumber } from '#tests/conformance/store.ts';
import { memoryEngine, whenReady } from '#tests/engine/in-memory.ts';
import { temporaryFolders } from '#tests/server/temporary.ts';

const folder = temporaryFolders();
let store: Store;
let engine: LocalEngine;
let events: readonly CrimeEvent[];

beforeAll(async () => {
  const home = folder();
  prepareData(home, sampleFingerprint(), () => sampleDataSet('public/geo'));
  const snapshot = reusePrepared(home, sampleFingerprint());
  if (!snapshot) throw new Error('The sample was not loaded.');
  store = openSqliteStore(home);
  events = [...openSample().eventBatches()].flat();
  const { overview, parts: rows } = snapshot.manifest;
  const parts = new Map(
    [...(overview ? [overview] : []), ...rows].map(({ hash }) => [
      hash,
      Uint8Array.from(readFileSync(partFile(snapshot.folder, hash, 'identity'))),
    ]),
  );
  engine = memoryEngine(
    { manifest: snapshot.manifest, parts },
    { hits: async (text) => store.hits(text, 1_000_000) },
  );
  await whenReady(engine);
});
afterAll(async () => {
  engine.close();
  await store.close();
});

const filters: readonly EventFilter[] = [
  emptyFilter,
  {
    ...emptyFilter,
    countries: ['PE'],
    types: ['air', 'seizure'],
    from: dayOf(2014, 1, 1),
    to: dayOf(2015, 12, 31),
  },
  { ...emptyFilter, countries: ['CO'], quantity: { measure: 'kg', min: 100, max: null } },
  { ...emptyFilter, bbox: [-76, -14, -72, -11], from: dayOf(2013, 6, 15), to: dayOf(2013, 7, 14) },
];

describe('the bundled sample: the store and the browser engine over the parts the server cut', () => {
  it('hold the same rows', async () => {
    const { answers } = await engine.ask([{ kind: 'count', filter: emptyFilter, measure: 'count' }]);
    expect(answers[0].total.events).toBe(await store.count(emptyFilter));
    expect(answers[0].total.events).toBe(events.length);
  });

  it('answer alike: counts, sums, groups, months, every order', async () => {
    const answerer: Answerer = {
      answer: async <Q extends Query>(query: Q) =>
        (await engine.ask([query])).answers[0] as unknown as AnswerOf<Q>,
    };
    for (const filter of filters) await agreeOn(store, answerer, filter);
  });

  it('count and list the same for words, in three languages', async () => {
    for (const text of [
      'incautacion',
      'seizures',
      'apreensao',
      'avioneta',
      'derribo Perú',
      'coca nariño',
      '"NEAR(',
    ]) {
      const filter = { ...emptyFilter, text };
      const { answers } = await engine.ask([
        { kind: 'count', filter, measure: 'kg' },
        { kind: 'page', filter, sort: 'newest', offset: 0, limit: 50 },
      ]);
      expect({ text, total: await store.total(filter, 'kg') }).toEqual({ text, total: answers[0].total });
      expect(await everyNumber(store, filter, 'newest', 20, 50)).toEqual(answers[1].rows);
    }
  });

  it('find seizures whatever the language and the ending', async () => {
    const total = async (text: string): Promise<number> => (await store.hits(text, 1_000_000)).total;
    const forms = [
      ['seizure', 'seizures', 'SEIZURE'],
      ['incautación', 'incautaciones', 'incautacion'],
      ['apreensão', 'apreensões', 'apreensao'],
    ] as const;
    for (const [first, ...others] of forms) {
      const found = await total(first);
      expect(found).toBeGreaterThan(1000);
      for (const same of others) expect([same, await total(same)]).toEqual([same, found]);
    }
    expect(await total('cocaína incautada Perú')).toBeGreaterThan(0);
    expect(await total('zzzz')).toBe(0);
  });

  it('find records by our Spanish and Portuguese words', async () => {
    const found = async (text: string): Promise<readonly string[]> => {
      const { rows } = await store.hits(text, 1_000_000);
      return events.filter((event) => rows.includes(event.n)).map((event) => event.id);
    };
    expect(await found('cañaveral bimotor')).toContain('ai-do-006');
    expect(await found('canavial bimotor')).toContain('ai-do-006');
    expect(await found('incautación día y mes intercambiados')).toContain('ids-per-325');
    const articles = async (text: string): Promise<readonly string[]> =>
      (await store.suggestArticles(text, 9)).map((json) => (JSON.parse(json) as Article).id);
    expect(await articles('vigilantes toque de queda')).toContain('lac-0142');
    expect(await articles('vigilantes toque de recolher')).toContain('lac-0142');
  });
});
