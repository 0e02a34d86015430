import { use } from 'react';
import { langs } from '#core/view.ts';
import { makeFormat } from './format.ts';
import { type TOf, translator, useLang } from './i18n.tsx';
import { type Lang, localeFor } from './lang.ts';
import type { Message } from './message.ts';

type Loaders<S> = Readonly<Record<Lang, () => Promise<{ readonly [K in keyof S]: Message }>>>;

/** Words that only some screens say, and are fetched with the first of them. */
export interface WordsApart<S extends Readonly<Record<string, Message>>> {
  /** The words in a language; a failed fetch may be tried again. */
  readonly load: (lang: Lang) => Promise<TOf<S>>;
  /** The words in the reader's language; the page waits for them. */
  readonly useT: () => TOf<S>;
}

/** `loaders` fetch the messages of each language. */
export function wordsApart<S extends Readonly<Record<string, Message>>>(loaders: Loaders<S>): WordsApart<S> {
  const loaded = new Map<Lang, Promise<TOf<S>>>();
  const load = (lang: Lang): Promise<TOf<S>> => {
    const known = loaded.get(lang);
    if (known) return known;
    const words = loaders[lang]().then((messages) =>
      translator<S>(lang, messages, makeFormat(lang, localeFor(lang, []))),
    );
    loaded.set(lang, words);
    words.catch(() => loaded.delete(lang));
    return words;
  };
  // With the code that says them: a screen fetched ahead opens though the service has stopped since.
  const now = langs.find((lang) => lang === globalThis.document?.documentElement.lang);
  if (now) load(now).catch(() => undefined);
  return { load, useT: () => use(load(useLang())) };
}
