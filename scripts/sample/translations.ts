/** Where the Spanish and Portuguese versions of our own summaries are kept: one line for each event, one file for each language. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Translation {
  readonly es: string;
  readonly pt: string;
}

const folder = join(import.meta.dirname, 'translations');

/** Lines "id<tab>mark<tab>text"; the mark ties the line to the English sentence it was made from. */
function linesOf(lang: 'es' | 'pt'): ReadonlyMap<string, { readonly mark: string; readonly text: string }> {
  const lines = readFileSync(join(folder, `${lang}.tsv`), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [id, mark, text] = line.split('\t');
      return id && mark && text ? [[id, { mark, text }]] : [];
    }),
  );
}

const spanish = linesOf('es');
const portuguese = linesOf('pt');

/** The mark of an English sentence: six characters of its hash. */
export function markOf(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 6);
}

/** Our Spanish and Portuguese versions of an event's summary; null where they are missing or the English has changed since. */
export function translatedSummary(id: string, english: string): Translation | null {
  const [es, pt] = [spanish.get(id), portuguese.get(id)];
  const mark = markOf(english);
  return es?.mark === mark && pt?.mark === mark ? { es: es.text, pt: pt.text } : null;
}
