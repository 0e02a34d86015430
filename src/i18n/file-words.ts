import type { files } from './en/files.ts';
import type { Lang } from './lang.ts';
import { splitMessage } from './message.ts';

type FileMessages = Readonly<Record<keyof typeof files, string>>;

/** The words that stand inside exported files. */
export interface FileWords {
  /** Says a message; the holes take text. */
  readonly say: (key: keyof FileMessages, holes?: Readonly<Record<string, string>>) => string;
  /** What a column of the data means; its name alone where nothing more is to be said. */
  readonly column: (name: string) => string;
}

const loaders: Readonly<Record<Lang, () => Promise<FileMessages>>> = {
  en: () => import('./en/files.ts').then((m) => m.files),
  es: () => import('./es/files.ts').then((m) => m.files),
  pt: () => import('./pt/files.ts').then((m) => m.files),
};

/** Fetches the words of exported files in one language. */
export async function loadFileWords(lang: Lang): Promise<FileWords> {
  const messages = await loaders[lang]();
  const columns = new Map(Object.entries(messages));
  return {
    say: (key, holes = {}) =>
      splitMessage(messages[key])
        .map((part, at) => (at % 2 === 0 ? part : (holes[part] ?? `{${part}}`)))
        .join(''),
    column: (name) => columns.get(`column.${name}`) ?? name,
  };
}
