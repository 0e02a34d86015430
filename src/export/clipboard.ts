import { formulaStart } from '#core/csv.ts';
import { markupText } from '#core/markup.ts';
import type { FigureTable } from '#figures/figure.ts';
import type { I18n } from '#i18n/i18n.tsx';

/** The browser or the reader did not let the page write to the clipboard. */
export class ClipboardDenied extends Error {
  constructor() {
    super('The clipboard may not be written.');
    this.name = 'ClipboardDenied';
  }
}

/**
 * Puts one thing on the clipboard in several types. The contents may still be in the making: browsers ask that the write
 * begins with the press of the button.
 */
export async function copyAs(contents: Readonly<Record<string, Promise<Blob>>>): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) throw new ClipboardDenied();
  const failures: unknown[] = [];
  const watched = Object.fromEntries(
    Object.entries(contents).map(([type, content]) => [
      type,
      content.catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
    ]),
  );
  try {
    await navigator.clipboard.write([new ClipboardItem(watched)]);
  } catch {
    throw failures[0] ?? new ClipboardDenied();
  }
}

/** A table for pasting into sheets (tab-separated) and into documents (HTML); mark-up in it stays text. */
export function tableForPasting(table: FigureTable, { format }: I18n): { tsv: string; html: string } {
  const shown = (cell: string | number | null): string =>
    cell === null ? '' : typeof cell === 'number' ? format.number(cell) : cell;
  const head = table.columns.map(({ label }) => label);
  const tsv = [head, ...table.rows.map((row) => row.map((cell) => sheetCell(cell)))]
    .map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
  const row = (tag: 'th' | 'td', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${markupText(cell)}</${tag}>`).join('')}</tr>`;
  const body = table.rows.map((cells) => row('td', cells.map(shown))).join('');
  const html = `<meta charset="utf-8"><table><caption>${markupText(table.caption)}</caption><thead>${row('th', head)}</thead><tbody>${body}</tbody></table>`;
  return { tsv, html };
}

/** Numbers plain, so that sheets take them as numbers; what a sheet would run as a formula gets an apostrophe. */
function sheetCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return formulaStart.test(cell) ? `'${cell}` : cell;
}
