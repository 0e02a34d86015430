import { describe, expect, it } from 'vitest';
import { about as enAbout } from '#i18n/en/about.ts';
import { briefing as enBriefing } from '#i18n/en/briefing.ts';
import { sources as enSources } from '#i18n/en/sources.ts';
import { en } from '#i18n/en.ts';
import { about as esAbout } from '#i18n/es/about.ts';
import { briefing as esBriefing } from '#i18n/es/briefing.ts';
import { sources as esSources } from '#i18n/es/sources.ts';
import { es } from '#i18n/es.ts';
import type { Message } from '#i18n/message.ts';
import { about as ptAbout } from '#i18n/pt/about.ts';
import { briefing as ptBriefing } from '#i18n/pt/briefing.ts';
import { sources as ptSources } from '#i18n/pt/sources.ts';
import { pt } from '#i18n/pt.ts';

const languages: Record<string, Record<string, Message>> = {
  es: { ...es, ...esAbout, ...esBriefing, ...esSources },
  pt: { ...pt, ...ptAbout, ...ptBriefing, ...ptSources },
};
const source: Record<string, Message> = { ...en, ...enAbout, ...enBriefing, ...enSources };

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message).filter((form) => form !== undefined);
const holes = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each(Object.entries(languages))('messages in %s', (_lang, messages) => {
  it('has the keys of English, no more and no fewer', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(source).sort());
  });

  it('fills the same holes in every form', () => {
    const differing = Object.entries(source).filter(([key, message]) => {
      const wanted = new Set(forms(message).flatMap(holes));
      return forms(messages[key] ?? '').some((form) => holes(form).some((hole) => !wanted.has(hole)));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has the plural forms its language needs, `many` included', () => {
    const lacking = Object.entries(messages).filter(
      ([, message]) => typeof message !== 'string' && !(message.one && message.many && message.other),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  it('leaves nothing empty', () => {
    const empty = Object.entries(messages).filter(([, message]) =>
      forms(message).some((form) => form.trim() === ''),
    );
    expect(empty.map(([key]) => key)).toEqual([]);
  });
});

it('asks for nothing politely, and never says oops', () => {
  const words = /\b(please|sorry|oops|invalid)\b/i;
  const found = Object.entries(source).filter(([, message]) =>
    forms(message).some((form) => words.test(form)),
  );
  expect(found.map(([key]) => key)).toEqual([]);
});
