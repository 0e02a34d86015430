import { markupText } from '#core/markup.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** Text as XML 1.0 allows it, in content and attributes alike: other control characters and broken surrogates are left out. */
export function xmlText(text: string): string {
  return markupText(
    text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''),
  );
}

/** A feed as Atom 1.0 (RFC 4287). All text constructs are plain text: no reader takes our words for markup. */
export function atomOf(feed: Feed): string {
  const { title, lang, self, page, updated, rights, version, entries } = feed;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    element('id', self),
    element('title', title),
    element('updated', updated),
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    element('rights', rights),
    `<generator version="${xmlText(version)}">Atalaya</generator>`,
    ...entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}

function entryText(entry: FeedEntry): string {
  const { id, url, title, lang, summary, published, updated, tags, publishers, dataset, rights } = entry;
  return [
    `<entry xml:lang="${lang}">`,
    element('id', id),
    element('title', title),
    element('updated', updated),
    ...(published === null ? [] : [element('published', published)]),
    `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>`,
    `<author><name>${xmlText(dataset.publisher)}</name></author>`,
    ...publishers.map(({ name }) => `<contributor><name>${xmlText(name)}</name></contributor>`),
    ...publishers.flatMap(({ name, url: href }) =>
      href === null ? [] : [`<link rel="via" href="${xmlText(href)}" title="${xmlText(name)}"/>`],
    ),
    ...tags.map((tag) => `<category term="${xmlText(tag)}"/>`),
    element('summary', summary),
    element('rights', rights),
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
