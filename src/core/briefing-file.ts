import {
  type Briefing,
  type BriefingItem,
  briefingLimits as limits,
  type PinnedContent,
  type PinnedPicture,
  type PinnedTable,
  type PinnedWords,
} from './briefing.ts';
import { figureFields } from './figure-fields.ts';

/** Version of the document's shape. A file of a newer one is refused whole: half of it might mean something else by then. */
export const briefingVersion = 1;

/** Marks the document as ours, so that another JSON file is refused by name and not by its first missing field. */
const format = 'atalaya-briefing';

/** What is wrong with a document or with a part of it, in the words of whoever writes such files; {holes} are in `holes`. */
const mends = {
  json: 'This is not a JSON document, or it was cut short.',
  foreign: 'This is a JSON document, but not a briefing of Atalaya.',
  newer:
    'It was written by a newer version of Atalaya (briefing format {version}; this one reads up to {known}). Nothing was read. Open it there, or update this one.',
  object: 'expects an object',
  missing: 'has no "{name}"',
  unknown: 'has "{name}", which is not known here',
  text: 'expects text',
  long: 'has {n} characters; at most {most} are kept',
  list: 'expects a list',
  many: 'has {n} entries; at most {most} are kept',
  form: 'has not the form expected, which is such as {example}',
  whole: 'expects a whole number from {least} to {most}',
  cells: 'has {n} cells for {columns} columns',
  repeated: 'has the id of an earlier item',
  picture: 'expects an SVG picture that neither loads nor runs anything',
} as const;

export type BriefingFault = keyof typeof mends;
type Holes = Readonly<Record<string, string | number>>;

/** Why a document cannot be read as a briefing. `part` names the failing part: "item 3: message"; "" = the document. */
export class BriefingUnreadable extends Error {
  readonly fault: BriefingFault;
  readonly part: string;
  readonly holes: Holes;
  readonly mend: string;

  constructor(part: string, fault: BriefingFault, holes: Holes = {}) {
    const mend = mends[fault].replace(/\{(\w+)\}/g, (_, name: string) => String(holes[name]));
    super(part === '' ? mend : `${part}: ${mend}`);
    this.name = 'BriefingUnreadable';
    this.fault = fault;
    this.part = part;
    this.holes = holes;
    this.mend = mend;
  }
}

/** The briefing as one JSON document, keys always in the same order. */
export function writeBriefing(briefing: Briefing): string {
  return `${JSON.stringify({ format, version: briefingVersion, briefing }, null, 1)}\n`;
}

/** Reads the text of a briefing file. Throws BriefingUnreadable and gives nothing when any part cannot be used. */
export function readBriefing(text: string): Briefing {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    fail('', 'json');
  }
  return readBriefingValue(value);
}

/** As readBriefing, for a file that is parsed already. */
export function readBriefingValue(value: unknown): Briefing {
  const file = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof value !== 'object' || file.format !== format) fail('', 'foreign');
  const { version } = file;
  if (typeof version === 'number' && Number.isInteger(version) && version > briefingVersion)
    fail('', 'newer', { version, known: briefingVersion });
  if (version !== briefingVersion) fail('version', 'form', { example: briefingVersion });
  return briefingOf(record(file.briefing, 'briefing', ['id', 'title', 'audience', 'lang', 'items']));
}

type Fields = Readonly<Record<string, unknown>>;

function fail(part: string, fault: BriefingFault, holes: Holes = {}): never {
  throw new BriefingUnreadable(part, fault, holes);
}

/** An object with exactly these keys: what is missing or unknown is named. */
function record(value: unknown, part: string, keys: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(part, 'object');
  const fields = value as Fields;
  const missing = keys.find((key) => !Object.hasOwn(fields, key));
  if (missing !== undefined) fail(part, 'missing', { name: missing });
  const unknown = Object.keys(fields).find((key) => !keys.includes(key));
  if (unknown !== undefined) fail(part, 'unknown', { name: unknown.slice(0, 40) });
  return fields;
}

function text(value: unknown, part: string, longest: number): string {
  if (typeof value !== 'string') fail(part, 'text');
  if (value.length > longest) fail(part, 'long', { n: value.length, most: longest });
  return value;
}

function list(value: unknown, part: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) fail(part, 'list');
  if (value.length > most) fail(part, 'many', { n: value.length, most });
  return value;
}

function matching(value: unknown, part: string, pattern: RegExp, example: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) fail(part, 'form', { example });
  return value;
}

const id = (value: unknown, part: string): string =>
  matching(value, part, /^[A-Za-z0-9_-]{1,80}$/, 'my-briefing_2');

/** An address within the app: no other site can be named by it. */
const address = (value: unknown, part: string): string =>
  text(matching(value, part, /^\/(?![/\\])[^\s\\]*$/, '/country/PE'), part, limits.addressCharacters);

function briefingOf(fields: Fields): Briefing {
  const items = list(fields.items, 'items', limits.items).map((item, index) =>
    itemOf(item, `item ${index + 1}`),
  );
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(item.id)) fail(`item ${index + 1}`, 'repeated');
    seen.add(item.id);
  }
  return {
    id: id(fields.id, 'id'),
    title: text(fields.title, 'title', limits.titleCharacters),
    audience: text(fields.audience, 'audience', limits.titleCharacters),
    lang: matching(fields.lang, 'lang', /^(en|es|pt)$/, 'en, es, pt') as Briefing['lang'],
    items,
  };
}

const wordKeys = ['id', 'title', 'message', 'annotation', 'kind'];
const contentKeys: Readonly<Record<string, readonly string[]>> = {
  figure: ['ref', 'pinned'],
  list: ['address', 'rows', 'pinned'],
  event: ['event', 'pinned'],
  article: ['article', 'pinned'],
  note: [],
};

function itemOf(value: unknown, part: string): BriefingItem {
  const { kind } = (value ?? {}) as { kind?: unknown };
  const own = typeof kind === 'string' && Object.hasOwn(contentKeys, kind) ? contentKeys[kind] : undefined;
  if (!own) fail(part, 'form', { example: Object.keys(contentKeys).join(', ') });
  const fields = record(value, part, [...wordKeys, ...own]);
  const words = {
    id: id(fields.id, `${part}: id`),
    title: text(fields.title, `${part}: title`, limits.titleCharacters),
    message: text(fields.message, `${part}: message`, limits.textCharacters),
    annotation: text(fields.annotation, `${part}: annotation`, limits.textCharacters),
  };
  if (kind === 'note') return { ...words, kind };
  const pinned = fields.pinned === null ? null : pinnedOf(fields.pinned, `${part}: pinned`);
  if (kind === 'figure') {
    const ref = record(fields.ref, `${part}: ref`, ['figure', 'address']);
    const figure = matching(ref.figure, `${part}: figure`, /^[a-z][a-zA-Z0-9-]{0,39}$/, 'map');
    return { ...words, kind, ref: { figure, address: address(ref.address, `${part}: address`) }, pinned };
  }
  if (kind === 'list') {
    const rows = whole(fields.rows, `${part}: rows`, 1, limits.listRows);
    return { ...words, kind, address: address(fields.address, `${part}: address`), rows, pinned };
  }
  if (kind === 'event') return { ...words, kind, event: recordId(fields.event, `${part}: event`), pinned };
  return { ...words, kind: 'article', article: recordId(fields.article, `${part}: article`), pinned };
}

const recordId = (value: unknown, part: string): string =>
  matching(value, part, /^[^\s/?#\\]{1,200}$/, 'ai-pe-012');

function whole(value: unknown, part: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    fail(part, 'whole', { least, most });
  return value;
}

function pinnedOf(value: unknown, part: string): PinnedContent {
  const fields = record(value, part, ['dataVersion', 'at', 'words', 'table', 'pictures']);
  const words = record(fields.words, `${part}: words`, figureFields);
  return {
    dataVersion: matching(
      fields.dataVersion,
      `${part}: data version`,
      /^[\w.:-]{0,80}$/,
      '2026-11-23.3f9a1c04',
    ),
    at: matching(fields.at, `${part}: at`, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, '2026-11-23T06:20:00Z'),
    words: Object.fromEntries(
      figureFields.map((key) => [key, text(words[key], `${part}: ${key}`, limits.textCharacters)]),
    ) as PinnedWords,
    table: tableOf(fields.table, `${part}: table`),
    pictures: fields.pictures === null ? null : picturesOf(fields.pictures, `${part}: pictures`),
  };
}

function picturesOf(value: unknown, part: string): NonNullable<PinnedContent['pictures']> {
  const fields = record(value, part, ['slide', 'page']);
  return { slide: pictureOf(fields.slide, `${part}: slide`), page: pictureOf(fields.page, `${part}: page`) };
}

function pictureOf(value: unknown, part: string): PinnedPicture {
  const fields = record(value, part, ['svg', 'width', 'height']);
  const svg = text(fields.svg, part, limits.pictureCharacters);
  if (!svg.startsWith('<svg') || isActive(svg)) fail(part, 'picture');
  return { svg, width: whole(fields.width, part, 1, 10_000), height: whole(fields.height, part, 1, 10_000) };
}

const tag = /<[^<>"]*(?:"[^"<>]*"[^<>"]*)*>/g;
const powers =
  /^<\/?(?:script|foreignObject|iframe|object|embed|image|use|a|animate\w*|set|style|link)[\s/>]|^<[!?]|\son\w+\s*=|href\s*=|url\s*\(\s*['"]?(?!#)/i;

/** Whether a picture could do more than be looked at: scripts, handlers, links out, foreign markup, styles that load. */
export function isActive(svg: string): boolean {
  const isTorn = /[<>]/.test(svg.replace(tag, ''));
  return isTorn || (svg.match(tag) ?? []).some((part) => powers.test(part));
}

function tableOf(value: unknown, part: string): PinnedTable {
  const fields = record(value, part, ['caption', 'columns', 'rows']);
  const columns = list(fields.columns, `${part}: columns`, limits.tableColumns).map((column, index) => {
    const at = `${part}: column ${index + 1}`;
    const { key, label, numeric } = record(column, at, ['key', 'label', 'numeric']);
    if (typeof numeric !== 'boolean') fail(`${at}: numeric`, 'form', { example: 'true, false' });
    return { key: text(key, at, 200), label: text(label, at, limits.titleCharacters), numeric };
  });
  const rows = list(fields.rows, `${part}: rows`, limits.tableRows).map((row, index) => {
    const at = `${part}: row ${index + 1}`;
    const cells = list(row, at, columns.length).map((cell) => cellOf(cell, at));
    if (cells.length !== columns.length) fail(at, 'cells', { n: cells.length, columns: columns.length });
    return cells;
  });
  return { caption: text(fields.caption, `${part}: caption`, limits.textCharacters), columns, rows };
}

function cellOf(value: unknown, part: string): string | number | null {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  return text(value, part, limits.cellCharacters);
}
