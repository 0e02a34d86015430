import type { Feed, FeedEntry } from './feed.ts';

/** A feed as JSON Feed 1.1. */
export function jsonFeedOf(feed: Feed): string {
  const { title, lang, self, page, rights, version, entries } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    home_page_url: page,
    feed_url: self,
    language: lang,
    _atalaya: { rights, version },
    items: entries.map(itemOf),
  });
}

function itemOf(entry: FeedEntry) {
  const { id, url, title, lang, summary, published, updated, tags, publishers, dataset, rights } = entry;
  const external = publishers.find((publisher) => publisher.url !== null)?.url;
  return {
    id,
    url,
    ...(external ? { external_url: external } : {}),
    title: title.toWellFormed(),
    content_text: summary.toWellFormed(),
    ...(published === null ? {} : { date_published: published }),
    date_modified: updated,
    language: lang,
    tags,
    authors: [{ name: dataset.publisher }],
    _atalaya: { dataset, rights, publishers },
  };
}
