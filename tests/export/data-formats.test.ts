import { tableFromIPC } from '@uwdata/flechette';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Cell, csvTable } from '#core/csv.ts';
import { eventCollection, eventTable, type NamedEvent } from '#core/event-row.ts';
import { figureFields } from '#core/figure-fields.ts';
import { arrowBytes } from '#export/arrow-file.ts';
import type { DataFile } from '#export/data-format.ts';
import type { ExportSubject } from '#export/export-job.ts';
import { jsonText } from '#export/format-json.ts';
import { checkLimit, formats } from '#export/formats.ts';
import { fetchTable } from '#export/rows.ts';
import { displayedTable } from '#export/tabular.ts';
import { xlsxBlob } from '#export/xlsx-file.ts';
import { loadFileWords } from '#i18n/file-words.ts';
import { LANGS } from '#i18n/lang.ts';
import { parseCsvRecords } from '#ingest/csv.ts';
import { limits } from '#server/limits.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf, unlabelled } from './drawings.ts';
import { hostileEvents, hostileTexts, sampleEvents } from './named-events.ts';

const real = sampleEvents(300);
const hostile = hostileEvents(real[0]!.event);
const events: readonly NamedEvent[] = [...real, ...hostile];
const i18n = await i18nOf('en');
const drawing = drawingsOf(i18n).lanes;
const fileWords = await loadFileWords('en');

async function fileOf(some: readonly NamedEvent[] = events): Promise<DataFile> {
  const { table } = await fetchTable({ kind: 'events', n: some.length, address: () => '/' }, fileWords, {
    fetch: async () => new Response(JSON.stringify(eventCollection(some))),
  });
  return { table, words: drawing.words, fileWords, lang: 'en', dataVersion: '2026-11-23.3f9a1c04' };
}

/** What each cell must read back as. */
const expected = events.map((event) => eventTable.columns.map((column) => column.cell(event)));
/** Characters that cannot stand in XML, nor alone in UTF-8. */
const printable = (text: string): string =>
  ['\0', '\u0007', '\ud800'].reduce((rest, character) => rest.replaceAll(character, ''), text);

describe('the full rows', () => {
  it('come back from JSON equal, under the names of their columns', async () => {
    const { metadata, columns, records } = JSON.parse(jsonText(await fileOf())) as {
      metadata: Record<string, unknown>;
      columns: { name: string; about: string }[];
      records: Record<string, Cell>[];
    };
    expect(records.map((record) => columns.map(({ name }) => record[name]))).toEqual(expected);
    expect(metadata).toMatchObject({ ...drawing.words, extent: 'full', rows: events.length });
    for (const { name, about } of columns) expect(about, name).not.toBe(name);
  });

  it('come back from Arrow equal and typed, with the words in its schema', async () => {
    const table = tableFromIPC(arrowBytes(await fileOf()));
    expect(table.numRows).toBe(events.length);
    const read = events.map((_, row) =>
      eventTable.columns.map(({ name }) => table.getChild(name)?.at(row) as Cell),
    );
    const utf8 = (cell: Cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell);
    expect(read).toEqual(expected.map((row) => row.map(utf8)));
    expect(table.schema.metadata?.get('title')).toBe(drawing.words.title);
    expect(table.schema.metadata?.get('link')).toBe(drawing.words.link);
  });

  it('come back from CSV equal, texts that look like formulas marked', async () => {
    const records = parseCsvRecords(csvTable(eventTable, events));
    const asText = (cell: Cell): string => {
      if (cell === null) return '';
      const text = String(cell).replaceAll('\0', '');
      return typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
    };
    expect(records.map((record) => eventTable.columns.map(({ name }) => record[name]))).toEqual(
      expected.map((row) => row.map(asText)),
    );
  });

  it('come back from the workbook as numbers, dates, truth values and text', async () => {
    const bytes = Buffer.from(await (await xlsxBlob(await fileOf())).arrayBuffer());
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'About', 'Columns']);
    const [head, ...rows] = sheets[0]!.data;
    expect(head).toEqual(eventTable.columns.map(({ name }) => name));
    expect(rows).toHaveLength(events.length);
    const asCell = (cell: Cell, type = 'text') => {
      if (type === 'day' && typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(cell);
      return typeof cell === 'string' ? printable(cell) : cell;
    };
    expect(rows.map((row) => row.map(tidy))).toEqual(
      expected.map((row) => row.map((cell, at) => tidy(asCell(cell, eventTable.columns[at]?.type)))),
    );
  });

  it('say in the workbook what they are and what each column means', async () => {
    const bytes = Buffer.from(await (await xlsxBlob(await fileOf())).arrayBuffer());
    const [, about, columns] = await readXlsxFile(bytes);
    const told = about!.data.map((row) => row[1]);
    for (const field of figureFields) expect(told, field).toContain(unlabelled(drawing.words, field));
    expect(about!.data).toContainEqual(['Filters', expect.not.stringMatching(/^Filters/)]);
    expect(columns!.data).toHaveLength(eventTable.columns.length + 1);
  });
});

/** Line ends and outer white space are the reader's business, not the file's. */
const tidy = (cell: unknown): unknown =>
  typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ').trim() || null : cell;

describe('texts that a program could run', () => {
  it.each(hostileTexts.map((text, at) => [text, at] as const))(
    '%j stays text in a workbook',
    async (_, at) => {
      const bytes = new Uint8Array(await (await xlsxBlob(await fileOf([hostile[at]!]))).arrayBuffer());
      const { unzipSync, strFromU8 } = await import('fflate');
      const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
      for (const [name, xml] of parts.filter(
        ([name]) => name.includes('worksheets/') && name.endsWith('.xml'),
      )) {
        expect(xml, name).not.toMatch(/<f[ >]|<hyperlink|<img/i);
      }
      expect(parts.some(([name]) => /external|vba|activeX/i.test(name))).toBe(false);
    },
  );
});

describe('the displayed numbers', () => {
  it.each(Object.entries(drawingsOf(i18n)))('of a %s figure leave as the figure has them', async (_, one) => {
    const table = displayedTable(one.table, fileWords);
    const file: DataFile = { table, words: one.words, fileWords, lang: 'en', dataVersion: 'v' };
    const { records } = JSON.parse(jsonText(file)) as { records: Record<string, Cell>[] };
    expect(records).toHaveLength(one.table.rows.length);
    expect(records.map((record) => Object.values(record))).toEqual(one.table.rows);
    const arrow = tableFromIPC(arrowBytes(file));
    expect(arrow.numRows).toBe(one.table.rows.length);
  });
});

describe('limits', () => {
  const subject = (n: number): Pick<ExportSubject, 'rows'> => ({
    rows: { kind: 'events', n, address: () => '' },
  });
  const format = (id: string) => formats.find((one) => one.id === id)!;

  it('are the server’s for what the server streams', () => {
    expect(format('csv').limit).toBe(limits.exportRows);
    expect(() => checkLimit(format('csv'), subject(limits.exportRows))).not.toThrow();
  });

  it('name the format that takes as many, or none', () => {
    const reason = (id: string, n: number) => {
      try {
        checkLimit(format(id), subject(n));
        return null;
      } catch (error) {
        return (error as { reason: unknown }).reason;
      }
    };
    expect(reason('xlsx', 50_000)).toBeNull();
    expect(reason('xlsx', 50_001)).toEqual({ key: 'tooManyRows', n: 50_001, limit: 50_000, instead: 'CSV' });
    expect(reason('csv', 200_001)).toMatchObject({ key: 'tooManyRows', instead: null });
  });
});

it.each(LANGS)('describes every column of the data in %s', async (lang) => {
  const words = await loadFileWords(lang);
  for (const { name } of eventTable.columns) expect(words.column(name), name).not.toBe(name);
});
