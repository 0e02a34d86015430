import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import type { en } from './en.ts';
import { type Format, makeFormat } from './format.ts';
import { type Lang, localeFor } from './lang.ts';
import { type Message, type ParamsOf, pickForm, splitMessage } from './message.ts';

type Source = typeof en;

/** Every message key; the English areas are the source. */
export type Key = keyof Source;

/** A whole language: the same keys as English. */
export type Messages = { readonly [K in Key]: Message };

/** Values for the holes of a message; numbers are set in the reader's format. */
export type Params<K extends Key> = { readonly [P in ParamsOf<Source[K]>]: string | number };

type Args<K extends Key, P> = [ParamsOf<Source[K]>] extends [never] ? [] : [params: P];

/** Translates: `t('explore.shown', {n: 183, all: 325})`. Pure, so it can be handed to models and exporters. */
export type T = <K extends Key>(key: K, ...args: Args<K, Params<K>>) => string;

/** As T, over a table of messages that is fetched apart. */
export type TOf<S extends Readonly<Record<string, Message>>> = <K extends keyof S>(
  key: K,
  ...args: [ParamsOf<S[K]>] extends [never]
    ? []
    : [params: { readonly [P in ParamsOf<S[K]>]: string | number }]
) => string;

/** As T, with React nodes in the holes. */
export type RichT = <K extends Key>(
  key: K,
  params: { readonly [P in ParamsOf<Source[K]>]: ReactNode },
  n?: number,
) => ReactNode;

/** Everything that depends on the language. */
export type I18n = { readonly lang: Lang; readonly t: T; readonly rich: RichT; readonly format: Format };

const loaders: Record<Lang, () => Promise<Messages>> = {
  en: () => import('./en.ts').then((m) => m.en),
  es: () => import('./es.ts').then((m) => m.es),
  pt: () => import('./pt.ts').then((m) => m.pt),
};

/** Fetches one language's chunk. */
export function loadMessages(lang: Lang): Promise<Messages> {
  return loaders[lang]();
}

/** Has the browser read its tables of numbers for a language, which takes as long as drawing a screen; kept by it from then on. */
export function readTables(lang: Lang, browser: readonly string[] = []): void {
  makeFormat(lang, localeFor(lang, browser)).number(0);
}

const pluralRules = (lang: Lang): Intl.PluralRules => new Intl.PluralRules(lang === 'pt' ? 'pt-BR' : lang);

/** Says the messages of one table in one language. */
export function translator<S extends Readonly<Record<string, Message>>>(
  lang: Lang,
  messages: { readonly [K in keyof S]: Message },
  format: Format,
): TOf<S> {
  const rules = pluralRules(lang);
  return ((key: keyof S, params: Record<string, string | number> = {}) =>
    splitMessage(pickForm(messages[key], typeof params.n === 'number' ? params.n : undefined, rules))
      .map((part, i) => {
        if (i % 2 === 0) return part;
        const value = params[part];
        if (value === undefined) return `{${part}}`;
        return typeof value === 'number' ? format.number(value) : value;
      })
      .join('')) as TOf<S>;
}

/** Builds translator and formatters for one language; `browser` are the reader's language tags. */
export function makeI18n(lang: Lang, messages: Messages, browser: readonly string[] = []): I18n {
  const format = makeFormat(lang, localeFor(lang, browser));
  const rules = pluralRules(lang);
  const form = (key: Key, n: unknown) =>
    pickForm(messages[key], typeof n === 'number' ? n : undefined, rules);
  const t: T = translator<Source>(lang, messages, format);
  const rich = ((key: Key, params: Record<string, ReactNode>, n?: number) =>
    splitMessage(form(key, n ?? params.n)).map((part, i) => {
      if (i % 2 === 0) return part;
      const value = params[part];
      const shown = typeof value === 'number' ? format.number(value) : value;
      return <Fragment key={part}>{shown}</Fragment>;
    })) as RichT;
  return { lang, t, rich, format };
}

const Context = createContext<I18n | null>(null);

export function I18nProvider(props: {
  lang: Lang;
  messages: Messages;
  browser?: readonly string[];
  children: ReactNode;
}) {
  const { lang, messages, browser } = props;
  const value = useMemo(() => makeI18n(lang, messages, browser), [lang, messages, browser]);
  return <Context value={value}>{props.children}</Context>;
}

/** Language, translator and formatters of the page. */
export function useI18n(): I18n {
  const value = useContext(Context);
  if (value === null) throw new Error('useI18n outside I18nProvider');
  return value;
}

export function useT(): T {
  return useI18n().t;
}

export function useFormat(): Format {
  return useI18n().format;
}

export function useLang(): Lang {
  return useI18n().lang;
}
