import { describe, expect, it } from 'vitest';
import { csvTable } from '#core/csv.ts';
import { eventTable, type NamedEvent } from '#core/event-row.ts';
import { ExportRefused, type RowsSource } from '#export/export-job.ts';
import { countCsvRows, countFeatures, fetchRows } from '#export/rows.ts';

const event = (n: number): NamedEvent => ({
  event: {
    id: `e-${n}`,
    n,
    kind: 'drug-seizure',
    time: { from: 16_000, to: 16_000, precision: 'day' },
    place: {
      country: 'PE',
      adm1: null,
      adm2: null,
      name: 'Ñaña, "Lima"\nPerú',
      zone: null,
      lat: -12,
      lon: -77,
      precision: 2,
    },
    quantities: [],
    substances: [],
    groups: [],
    actors: [],
    summary: '=HYPERLINK("x")',
    note: null,
    milestone: false,
    source: 's',
    sourceRecordId: String(n),
    citations: [],
    disputes: [],
    reports: 1,
    articles: [],
  },
  source: {
    ...{ id: 'ministry', title: 'Seizures', attribution: 'Ministry', publisher: 'Ministry', url: null },
    ...{ licence: 'CC BY 4.0', redistribution: 'rows' as const },
  },
  adm1: null,
});

const source = (n: number, loaded?: () => readonly NamedEvent[]): RowsSource => ({
  kind: 'events',
  n,
  address: (format) => `/api/v1/events?format=${format}`,
  ...(loaded ? { loaded } : {}),
});
const csv = csvTable(eventTable, [event(1), event(2), event(3)]);
const answering = (body: string, init?: ResponseInit) => ({
  fetch: (async () => new Response(body, init)) as typeof fetch,
});
const unreachable = {
  fetch: (async () => {
    throw new TypeError('Failed to fetch');
  }) as typeof fetch,
};
const reasonOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ExportRefused ? error.reason : error),
  );

describe('counting', () => {
  it('counts records, not lines', () => {
    expect(countCsvRows(csv)).toBe(3);
    expect(countCsvRows('a,b\r\n')).toBe(0);
    expect(countCsvRows('')).toBe(0);
    expect(countCsvRows('\ufeffa\r\n"x\r\n""y"""\r\nz')).toBe(2);
  });

  it('counts features, and knows what is none', () => {
    expect(countFeatures('{"type":"FeatureCollection","features":[{},{}]}')).toBe(2);
    expect(countFeatures('{"features":[')).toBe(-1);
    expect(countFeatures('{}')).toBe(-1);
  });
});

describe('rows that leave', () => {
  it('are as many as on screen, and say so', async () => {
    const { blob, note } = await fetchRows(source(3), 'csv', answering(csv));
    expect(note).toEqual({ key: 'rows', n: 3, all: 3 });
    expect(await blob.text()).toBe(csv);
  });

  it('are refused when the file is short or long', async () => {
    expect(await reasonOf(fetchRows(source(4), 'csv', answering(csv)))).toEqual({
      key: 'count',
      n: 3,
      all: 4,
    });
    expect(await reasonOf(fetchRows(source(2), 'csv', answering(csv)))).toMatchObject({ key: 'count' });
    expect(await reasonOf(fetchRows(source(1), 'geojson', answering('{"features":[')))).toMatchObject({
      n: -1,
    });
  });

  it('pass on why the service refused', async () => {
    const problem = answering(JSON.stringify({ code: 'too-large', detail: 'Too many rows.' }), {
      status: 400,
    });
    expect(await reasonOf(fetchRows(source(3), 'csv', problem))).toEqual({
      key: 'service',
      status: 400,
      code: 'too-large',
    });
  });

  it('come from the page without a connection, if all of them are there', async () => {
    const all = [event(1), event(2), event(3)];
    const { blob, note } = await fetchRows(
      source(3, () => all),
      'csv',
      unreachable,
    );
    expect(note).toEqual({ key: 'fromPage', n: 3, all: 3 });
    expect(await blob.text()).toBe(csv);
    const geo = await fetchRows(
      source(3, () => all),
      'geojson',
      unreachable,
    );
    expect(countFeatures(await geo.blob.text())).toBe(3);
  });

  it('are refused without a connection when some are missing', async () => {
    expect(
      await reasonOf(
        fetchRows(
          source(3, () => [event(1)]),
          'csv',
          unreachable,
        ),
      ),
    ).toEqual({ key: 'unreachable', here: 1, all: 3 });
    expect(await reasonOf(fetchRows(source(3), 'csv', unreachable))).toMatchObject({ here: 0 });
  });

  it('are never an empty file', async () => {
    expect(await reasonOf(fetchRows(source(0), 'csv', answering('')))).toEqual({ key: 'nothing' });
  });

  it('cannot run in a spreadsheet', () => {
    expect(csv).toContain("'=HYPERLINK");
  });
});
