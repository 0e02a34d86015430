import { use } from 'react';
import { langs } from '#core/view.ts';
import { makeFormat } from './format.ts';
import { type TOf, translator, useLang } from './i18n.tsx';
import { type Lang, localeFor } from './lang.ts';
import { loadPatiently } from './load-patiently.ts';
import type { Message } from './message.ts';

type Loaders<S> = Readonly<Record<Lang, () => Promise<{ readonly [K in keyof S]: Message }>>>;

/** Words that only some screens say, and are fetched with the first of them. */
export interface WordsApart<S extends Readonly<Record<string, Message>>> {
  /** The words in a language. Rejects where they cannot be fetched; asked again they are fetched again. */
  readonly load: (lang: Lang) => Promise<TOf<S>>;
  /** The words in the reader's language. The page waits for them as it does for its code: patiently, and in the end with an error. */
  readonly useT: () => TOf<S>;
}

const all = new Set<(lang: Lang) => Promise<unknown>>();

/**
 * Fetches the words of all screens whose code is there, patiently: a change of language then changes a page at once. Rejects where
 * the server has some no longer.
 */
export async function loadWordsApart(lang: Lang): Promise<void> {
  await Promise.all([...all].map((load) => loadPatiently(() => load(lang))));
}

/** `loaders` fetch the messages of each language. */
export function wordsApart<S extends Readonly<Record<string, Message>>>(loaders: Loaders<S>): WordsApart<S> {
  const loaded = new Map<Lang, Promise<TOf<S>>>();
  // What screens wait for, or have. Kept though it fails, so that they hear of it: made anew at each drawing it would be asked for without end.
  const awaited = new Map<Lang, Promise<TOf<S>>>();
  const pending = new Set<Lang>();
  const load = (lang: Lang): Promise<TOf<S>> => {
    const known = loaded.get(lang);
    if (known) return known;
    const words = loaders[lang]().then((messages) =>
      translator<S>(lang, messages, makeFormat(lang, localeFor(lang, []))),
    );
    loaded.set(lang, words);
    words.then(
      (t) => {
        if (!pending.has(lang)) awaited.set(lang, here(t));
      },
      () => loaded.delete(lang),
    );
    return words;
  };
  all.add(load);
  const patient = (lang: Lang): Promise<TOf<S>> => {
    const known = awaited.get(lang);
    if (known) return known;
    const words = loadPatiently(() => load(lang));
    const ended = (): void => void pending.delete(lang);
    pending.add(lang);
    awaited.set(lang, words);
    words.then(ended, ended);
    return words;
  };
  // With the code that says them: a screen fetched ahead opens though the service has stopped since.
  const now = langs.find((lang) => lang === globalThis.document?.documentElement.lang);
  if (now) load(now).catch(() => undefined);
  return { load, useT: () => use(patient(useLang())) };
}

/** A promise that React need not wait for, by the fields it reads: else it puts the page aside for a moment, be the value there or not. */
function here<T>(value: T): Promise<T> {
  return Object.assign(Promise.resolve(value), { status: 'fulfilled', value });
}
