import type { FigureTable } from '#figures/figure.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { cellText, type DrawnBriefing, type DrawnItem, plain, sourceLines } from './drawn-briefing.ts';
import { itemNotes } from './item-notes.ts';

/** Where a figure's picture lies beside the text; null where there is none. */
export type PicturePath = (item: DrawnItem) => string | null;

/** Text that is shown as it was typed: nothing in it can become mark-up. */
export function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])/gm, '$1\\$2');
}

/** An address that Markdown takes as one. */
const linked = (address: string): string =>
  `<${address.replace(/[<>\s]/g, (sign) => encodeURIComponent(sign))}>`;

/** A briefing as Markdown: the words, the tables and who says so. Pictures are named where they lie beside it. */
export function briefingMarkdown(briefing: DrawnBriefing, pictureAt: PicturePath = () => null): string {
  const { title, audience, dataAsOf, generated } = briefing;
  const blocks = [
    `# ${escaped(title)}`,
    escaped(audience),
    escaped([dataAsOf, generated].filter(Boolean).join(' · ')),
    ...briefing.items.flatMap((item) => itemBlocks(item, briefing, pictureAt)),
    `## ${escaped(briefing.say('briefing.sources'))}`,
    sourceLines(briefing)
      .map((line) => `- ${escaped(line)}`)
      .join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function itemBlocks(item: DrawnItem, briefing: DrawnBriefing, pictureAt: PicturePath): string[] {
  const { content } = item;
  const blocks = [`## ${escaped(item.title)}`, escaped(item.message)];
  if (content !== null) {
    const picture = pictureAt(item);
    if (picture) blocks.push(`![${escaped(content.words.alt).replaceAll('\n', ' ')}](${linked(picture)})`);
    else if (content.table.rows.length > 0) blocks.push(markdownTable(content.table, briefing.i18n));
    blocks.push(
      itemNotes({ ...item, message: '', annotation: '' }, briefing)
        .map(
          ([label, words]) =>
            `- ${label === '' ? '' : `${escaped(label)}: `}${/^https?:\/\/\S+$/.test(words) ? linked(words) : escaped(words)}`,
        )
        .join('\n'),
    );
  }
  blocks.push(item.annotation === '' ? '' : `> ${escaped(item.annotation).replaceAll('\n', '\n> ')}`);
  return blocks;
}

function markdownTable(table: FigureTable, i18n: I18n): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string): string => escaped(text).replaceAll('\n', ' ');
  return [
    line(table.columns.map(({ label }) => cell(label))),
    line(table.columns.map(({ numeric }) => (numeric ? '--:' : '---'))),
    ...table.rows.map((row) => line(row.map((value) => cell(cellText(value, i18n))))),
  ].join('\n');
}
