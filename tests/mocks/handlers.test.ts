import { tableFromIPC } from '@uwdata/flechette';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodePart } from '#contract/arrow-part.ts';
import { packedNames } from '#contract/columns.ts';
import { type EndpointName, endpoints, endpointUrl, type Input, type Reply } from '#contract/endpoints.ts';
import { isJsonEndpoint } from '#contract/handlers.ts';
import { countCsvRows, countFeatures } from '#export/rows.ts';
import { faults, setFault, setFaultFromText } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';

const server = mockServer();
beforeAll(() => server.listen());
afterEach(() => server.reset());
afterAll(() => server.close());

const at = (path: string): string => `http://mock.test${path}`;

async function ask<N extends EndpointName>(name: N, input: Input = {}): Promise<Reply<N>> {
  const response = await fetch(at(endpointUrl(name, input)));
  return (await response.json()) as Reply<N>;
}

describe('the mock API', () => {
  it('answers every JSON endpoint in the shape of the contract', async () => {
    const inputs: Partial<Record<EndpointName, Input>> = {
      country: { iso2: 'pe' },
      group: { id: 'shining-path' },
      event: { id: 'pe-007' },
      article: { id: 'seed-01' },
      indicator: { id: 'coca-cultivation' },
      hits: { q: 'helicopter' },
      search: { q: 'peru' },
      answers: { ask: '[{"kind":"count","measure":"kg"},{"kind":"extent"}]' },
      snapshotVersion: { version: mockWorld().dataVersion },
      changes: { since: mockWorld().dataVersion },
    };
    for (const name of Object.keys(endpoints) as EndpointName[]) {
      if (!isJsonEndpoint(name)) continue;
      const reply = await ask(name, inputs[name]);
      const checked = endpoints[name].reply.safeParse(reply);
      expect(checked.success ? [] : [name, checked.error.issues]).toEqual([]);
    }
  });

  it('knows the totals that were counted by hand', async () => {
    const total = async (input: Input): Promise<number> => (await ask('events', input)).total;
    expect(await total({})).toBe(40);
    expect(await total({ c: 'PE' })).toBe(33);
    expect(await total({ c: 'BO,MX' })).toBe(4);
    expect(await total({ type: 'air' })).toBe(19);
    expect(await total({ type: 'seizure' })).toBe(5);
    expect(await total({ type: 'shoot-down' })).toBe(4);
    expect(await total({ c: 'PE', type: 'seizure,shoot-down', from: '2014-01-01', to: '2015-12-31' })).toBe(
      5,
    );
    expect(await total({ group: 'shining-path' })).toBe(6);
    expect(await total({ prec: '5' })).toBe(7);
    expect(await total({ qty: 'kg' })).toBe(12);
    expect(await total({ qty: 'kg:1000-' })).toBe(4);
  });

  it('leaves a month out of a window that holds only part of it', async () => {
    const august = { from: '2015-08-01', to: '2015-08-31' };
    expect((await ask('events', august)).total).toBe(4);
    expect((await ask('events', { from: '2015-08-10', to: '2015-08-31' })).total).toBe(3);
  });

  it('pages without repeating or losing a row', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const reply = await ask('events', { limit: '7', cursor });
      seen.push(...reply.rows.map((row) => row.id));
      cursor = reply.next ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(40);
    expect(seen).toHaveLength(40);
  });

  it('fetches rows by number in the order given', async () => {
    const reply = await ask('events', { n: '17,1,40' });
    expect(reply.rows.map((row) => row.id)).toEqual(['pe-007', 'pe-001', 'pe-021']);
  });

  it('links articles to the events they report', async () => {
    const reply = await ask('articles', { event: 'pe-010' });
    expect(reply.rows.map((row) => row.id)).toEqual(['seed-07', 'lac-0163']);
    expect((await ask('event', { id: 'pe-011' })).articles).toEqual(['seed-04']);
  });

  it('serves the snapshot part that its manifest promises', async () => {
    const manifest = await ask('snapshot');
    const part = manifest.parts[0]!;
    const bytes = await (await fetch(at(part.url))).arrayBuffer();
    expect(bytes.byteLength).toBe(part.bytes);
    const table = tableFromIPC(bytes);
    expect(table.names).toEqual(packedNames);
    expect(decodePart(new Uint8Array(bytes)).rows).toBe(40);
  });

  it('names the parameter it refuses', async () => {
    const response = await fetch(at(endpointUrl('events', { from: '2015-02-31' })));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(((await response.json()) as { problems: { parameter: string }[] }).problems[0]?.parameter).toBe(
      'from',
    );
  });
});

describe('faults on demand', () => {
  it('fail for the country that does not exist', async () => {
    expect((await fetch(at(endpointUrl('events', { c: 'ZZ' })))).status).toBe(500);
    expect((await fetch(at(endpointUrl('country', { iso2: 'ZZ' })))).status).toBe(500);
    expect((await fetch(at(endpointUrl('events', { c: 'PE' })))).status).toBe(200);
  });

  it('cover every kind of broken answer', async () => {
    const url = at(endpointUrl('events'));
    setFault('cut');
    await expect((await fetch(url)).json()).rejects.toThrow();
    setFault('garbage');
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    setFault('offline');
    await expect(fetch(url)).rejects.toThrow();
    setFault('busy');
    expect((await fetch(url)).headers.get('retry-after')).toBe('1');
    setFault('slow', '', 5);
    expect((await fetch(url)).status).toBe(200);
    setFault('wrong-shape');
    expect(endpoints.events.reply.safeParse(await (await fetch(url)).json()).success).toBe(false);
  });

  it('can be kept to some paths, and read from an address', async () => {
    setFaultFromText('broken:/articles');
    expect((await fetch(at(endpointUrl('articles')))).status).toBe(500);
    expect((await fetch(at(endpointUrl('events')))).status).toBe(200);
    setFaultFromText('nonsense');
    expect((await fetch(at(endpointUrl('articles')))).status).toBe(200);
    expect(faults).toContain('slow');
  });

  it('makes files of events with as many rows as the list counts', async () => {
    const { total } = await ask('events', { c: 'PE', limit: '1' });
    const csv = await fetch(at('/api/v1/events?c=PE&format=csv'));
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(countCsvRows(await csv.text())).toBe(total);
    const geojson = await fetch(at('/api/v1/events?c=PE&format=geojson'));
    expect(countFeatures(await geojson.text())).toBe(total);
  });

  it('an empty world is a world too', async () => {
    server.use(mockWorld({ events: [], articles: [] }));
    expect((await ask('events')).total).toBe(0);
    expect((await ask('snapshot')).rows).toBe(0);
    expect((await ask('meta')).eventDays).toEqual({ from: null, to: null });
  });
});
