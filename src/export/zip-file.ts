import { strToU8, zipSync } from 'fflate';
import { citationFiles, citationFormats, writeCitation } from '#core/citation.ts';
import type { FigureWords } from '#figures/figure.ts';
import { citationWords } from '#i18n/citation-words.ts';
import { type FileWords, loadFileWords } from '#i18n/file-words.ts';
import { describedColumnsOf, SERVED_ROWS } from './data-format.ts';
import type { ExportNote, ExportOptions, ExportSubject } from './export-job.ts';
import { pngFormat } from './format-png.ts';
import { drawingOf, svgFormat } from './format-svg.ts';
import { tableCsv } from './format-table-csv.ts';
import { longAlt } from './long-alt.ts';
import { metadataLines, metadataRecord } from './metadata.ts';
import { fetchRows } from './rows.ts';
import { subjectReference } from './subject-reference.ts';
import { displayedTable } from './tabular.ts';

/** Contents by file name. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

export interface Bundle {
  readonly files: BundleFiles;
  readonly notes: readonly ExportNote[];
}

/** All the files of a bundle. Refused whole where one of them cannot be made; only too many rows are left out, and told. */
export async function bundleFiles(subject: ExportSubject, options: ExportOptions): Promise<Bundle> {
  const drawing = drawingOf(subject, options.alt);
  const fileWords = await loadFileWords(options.i18n.lang);
  const png = await pngFormat.write(subject, options);
  const svg = await svgFormat.write(subject, options);
  const full = await fullRows(subject);
  const texts: Record<string, string> = {
    'alt.txt': longAlt(drawing, options.i18n),
    'data_displayed.csv': tableCsv(drawing.table),
    'metadata.json': metadataText(subject, drawing.words, fileWords, options),
    ...citations(subject, drawing.words, options),
  };
  const pictures = { 'figure.svg': await bytesOf(svg.blob), 'figure.png': await bytesOf(png.blob) };
  const files: Record<string, Uint8Array> = {
    ...pictures,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...(full ? { 'data_full.csv': await bytesOf(full.blob) } : {}),
  };
  const readme = readmeText(Object.keys(files), subject, drawing.words, fileWords, options);
  return {
    files: { 'README.md': strToU8(readme), ...files },
    notes: [png.note, full?.note].filter((note): note is ExportNote => note != null),
  };
}

/** The bundle's bytes. Pictures are packed already. */
export function zipped(files: BundleFiles): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: name.endsWith('.png') ? 0 : 6 }]]),
    ),
  );
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

async function fullRows({ rows }: ExportSubject) {
  return rows === null || rows.n === 0 || rows.n > SERVED_ROWS ? null : fetchRows(rows, 'csv');
}

function citations(
  subject: ExportSubject,
  words: FigureWords,
  { i18n }: ExportOptions,
): Record<string, string> {
  const reference = subjectReference(subject, words, { lang: i18n.lang, today: new Date() });
  return Object.fromEntries(
    citationFormats.map((format) => [
      `CITATION.${citationFiles[format].extension}`,
      `${writeCitation(reference, format, citationWords(i18n)).trimEnd()}\n`,
    ]),
  );
}

function metadataText(
  subject: ExportSubject,
  words: FigureWords,
  fileWords: FileWords,
  { i18n }: ExportOptions,
): string {
  const about = { lang: i18n.lang, dataVersion: subject.dataVersion };
  const displayed = displayedTable(subject.drawing().table, fileWords);
  const full = subject.rows === null ? null : describedColumnsOf(subject.rows, fileWords);
  return `${JSON.stringify(
    {
      ...metadataRecord(words, null, about),
      data: {
        displayed: { rows: displayed.rows.length, columns: displayed.columns },
        ...(full ? { full: { rows: subject.rows?.n, columns: full } } : {}),
      },
    },
    null,
    2,
  )}\n`;
}

/** What each file is, in the reader's language. */
const described = [
  ['figure.svg', 'readme.svg'],
  ['figure.png', 'readme.png'],
  ['alt.txt', 'readme.alt'],
  ['data_displayed.csv', 'readme.displayed'],
  ['data_full.csv', 'readme.full'],
  ['metadata.json', 'readme.metadata'],
  ['CITATION.txt', 'readme.citation'],
] as const;

function readmeText(
  names: readonly string[],
  { rows }: ExportSubject,
  words: FigureWords,
  fileWords: FileWords,
  { i18n }: ExportOptions,
): string {
  const { say } = fileWords;
  const plain = (text: string) => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/([\\`*_[\]<>#|])/g, '\\$1');
  const lines = metadataLines(words, null, fileWords).map(
    ([label, text]) => `- **${plain(label)}**: ${label === say('field.link') ? `<${text}>` : plain(text)}`,
  );
  const list = described
    .filter(([name]) => names.includes(name))
    .map(([name, key]) => `- \`${name}\`: ${say(key)}`);
  const tooMany = rows !== null && rows.n > SERVED_ROWS;
  const holes = { n: i18n.format.number(rows?.n ?? 0), limit: i18n.format.number(SERVED_ROWS) };
  return [
    `# ${plain(words.title)}`,
    '',
    ...lines,
    '',
    `## ${say('readme.files')}`,
    '',
    ...list,
    '',
    ...(tooMany ? [say('readme.noFull', holes), ''] : []),
    say('readme.method'),
    '',
  ].join('\n');
}
