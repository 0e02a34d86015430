import { figureFields } from '#core/figure-fields.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { FileWords } from '#i18n/file-words.ts';
import { labelled } from './labelled.ts';
import type { Tabular } from './tabular.ts';

/** Fields whose words bring a label of their own. */
const ownLabel: ReadonlySet<string> = new Set<keyof FigureWords>(['filters', 'sources', 'licence']);

/** The figure's words and the shape of the rows as label and text, for a sheet or a page that people read. */
export function metadataLines(
  words: FigureWords,
  table: Tabular | null,
  { say }: FileWords,
): readonly (readonly [string, string])[] {
  const lines = figureFields.map((field) => {
    const text = words[field];
    return [say(`field.${field}`), ownLabel.has(field) ? labelled(text)[1] : text] as const;
  });
  if (table === null) return lines;
  return [
    ...lines,
    [say('field.extent'), say(`extent.${table.extent}`)],
    [say('field.rows'), String(table.rows.length)],
    [say('field.empty'), say('empty.meaning')],
  ];
}

/** The same for programs: stable English keys. */
export function metadataRecord(
  words: FigureWords,
  table: Tabular | null,
  about: { readonly lang: string; readonly dataVersion: string },
): Readonly<Record<string, string | number>> {
  return {
    ...Object.fromEntries(figureFields.map((field) => [field, words[field]])),
    language: about.lang,
    dataVersion: about.dataVersion,
    ...(table === null ? {} : { extent: table.extent, rows: table.rows.length }),
  };
}
