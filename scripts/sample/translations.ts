/**
 * Our own sentences in Spanish and Portuguese. Two files for each kind of sentence, one for each language, with lines
 * "id<tab>mark<tab>text"; the mark ties a line to the English it was made from, so that a changed sentence loses its
 * translation until it is made anew.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translated } from '#core/localised.ts';

type Line = readonly [id: string, mark: string, text: string];

const folder = join(import.meta.dirname, 'translations');

function linesOf(file: string): readonly Line[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.flatMap((line): readonly Line[] => {
    const [id, mark, text] = line.split('\t');
    return id && mark && text ? [[id, mark, text]] : [];
  });
}

/** The mark of an English sentence: six characters of its hash. */
export function markOf(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 6);
}

type Find = (key: string) => Translated | null;

/** Finds the two versions of a sentence by the key made of its line; null unless both are there. */
function finder(prefix: string, keyOf: (line: Line) => string): Find {
  const read = (lang: 'es' | 'pt'): ReadonlyMap<string, string> =>
    new Map(linesOf(`${prefix}${lang}.tsv`).map((line) => [keyOf(line), line[2]]));
  const [spanish, portuguese] = [read('es'), read('pt')];
  return (key) => {
    const [es, pt] = [spanish.get(key), portuguese.get(key)];
    return es && pt ? { es, pt } : null;
  };
}

const summaries = finder('', ([id, mark]) => `${id} ${mark}`);
const articles = finder('articles-', ([id, mark]) => `${id} ${mark}`);
const remarks = finder('notes-', ([, mark]) => mark);

/** Our versions of an event's summary; null where they are missing or the English has changed since. */
export function translatedSummary(id: string, english: string): Translated | null {
  return summaries(`${id} ${markOf(english)}`);
}

/** Our versions of an article's summary; null where they are missing or the English has changed since. */
export function translatedArticle(id: string, english: string): Translated | null {
  return articles(`${id} ${markOf(english)}`);
}

/**
 * Our versions of a note or of what a dispute says. Many records share one, so it is found by its words alone; the id
 * of its line is that of one record that has it.
 */
export function translatedRemark(english: string): Translated | null {
  return remarks(markOf(english));
}
