// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { csvTable } from '#core/csv.ts';
import { eventTable } from '#core/event-row.ts';
import { figureFields } from '#core/figure-fields.ts';
import type { ExportSubject } from '#export/export-job.ts';
import { zipFormat } from '#export/format-zip.ts';
import { presetOf } from '#export/presets.ts';
import { LANGS, type Lang } from '#i18n/lang.ts';
import { parseCsvRecords } from '#ingest/csv.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf, sources, unlabelled } from './drawings.ts';
import { sampleEvents } from './named-events.ts';

// The only part that needs a canvas; the journeys unpack a bundle that a browser made.
vi.mock('#export/format-png.ts', () => ({
  pngFormat: {
    write: async () => ({ name: 'x.png', blob: new Blob([new Uint8Array([0x89, 1])]), note: null }),
  },
}));

const events = sampleEvents(40);
const csv = csvTable(eventTable, events);

beforeEach(() => {
  vi.stubGlobal('fetch', async (url: string) =>
    String(url).includes('woff2') ? new Response(new Uint8Array([1])) : new Response(csv),
  );
});

async function bundle(lang: Lang, rows: Partial<ExportSubject> = {}) {
  const i18n = await i18nOf(lang);
  const drawing = drawingsOf(i18n).table;
  const subject: ExportSubject = {
    subject: 'Peru seizures',
    from: null,
    to: null,
    dataVersion: '2026-11-23.3f9a1c04',
    toolVersion: '0.1.0',
    sources,
    drawing: () => drawing,
    rows: { kind: 'events', n: events.length, address: (format) => `/api/v1/events?format=${format}` },
    ...rows,
  };
  const options = {
    preset: presetOf('wide'),
    scale: 1,
    theme: 'light',
    ground: true,
    i18n,
    alt: 'Mine',
  } as const;
  const { blob, name, note } = await zipFormat.write(subject, options);
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return { drawing, name, note, files, text: (file: string) => strFromU8(files[file]!) };
}

describe.each(LANGS)('a bundle in %s', (lang) => {
  it('holds pictures, words, both extents of the data and citations', async () => {
    const { drawing, files, name, text } = await bundle(lang);
    expect(name).toBe('peru-seizures_asof-2026-11-23_table-16x9.zip');
    expect(Object.keys(files).sort()).toEqual([
      'CITATION.apa.txt',
      'CITATION.bib',
      'CITATION.csl.json',
      'CITATION.ris',
      'CITATION.txt',
      'README.md',
      'alt.txt',
      'data_displayed.csv',
      'data_full.csv',
      'figure.png',
      'figure.svg',
      'metadata.json',
    ]);
    expect(parseCsvRecords(text('data_full.csv'))).toHaveLength(events.length);
    expect(parseCsvRecords(text('data_displayed.csv'))).toHaveLength(drawing.table.rows.length);
    expect(text('alt.txt').startsWith('Mine\n')).toBe(true);
    expect(text('figure.svg')).toContain('>Mine</desc>');
    const metadata = JSON.parse(text('metadata.json')) as Record<string, unknown>;
    expect(metadata).toMatchObject({ ...drawing.words, alt: 'Mine' });
    expect(metadata).toMatchObject({ data: { full: { rows: events.length } } });
    const readme = text('README.md').replaceAll('\\', '');
    for (const field of figureFields.filter((one) => one !== 'alt')) {
      expect(readme, field).toContain(unlabelled(drawing.words, field).replaceAll('\\', ''));
    }
    expect(text('CITATION.bib')).toMatch(/^@\w+\{atalaya-/);
    expect(text('CITATION.ris')).toMatch(/^TY {2}- /);
    expect(JSON.parse(text('CITATION.csl.json'))).toBeTruthy();
    expect(text('CITATION.txt')).toContain('2026-11-23.3f9a1c04');
  });
});

it('says, inside and outside, when the full rows are too many for it', async () => {
  const { files, note, text } = await bundle('en', {
    rows: { kind: 'events', n: 200_001, address: () => '/' },
  });
  expect(files['data_full.csv']).toBeUndefined();
  expect(note).toEqual({ key: 'withoutRows', n: 200_001, limit: 200_000 });
  expect(text('README.md')).toContain('200,001 rows are more than the 200,000');
});

it('is refused whole when the rows do not match the screen', async () => {
  const rows = { kind: 'events', n: 41, address: () => '/' } as const;
  await expect(bundle('en', { rows })).rejects.toMatchObject({ reason: { key: 'count', n: 40, all: 41 } });
});
