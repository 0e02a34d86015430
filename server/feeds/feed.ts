import { createHash } from 'node:crypto';
import type { CrimeEvent } from '#core/event.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { recordPath } from '#core/record-path.ts';
import { isoOf, vagueIso } from '#core/time.ts';
import type { Lang } from '#core/view.ts';
import { kindTitles } from '#ingest/search-glossary.ts';

/** A feed as a value, before it is written in a format. Texts may hold anything: the writers escape. */
export interface Feed {
  readonly title: string;
  readonly lang: Lang;
  /** Absolute address of this feed, and of the page with the same filters. */
  readonly self: string;
  readonly page: string;
  /** ISO moment. */
  readonly updated: string;
  readonly rights: string;
  readonly version: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** The same on every server and for good. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** Language of the title where it is not the feed's. */
  readonly lang: Lang;
  readonly summary: string;
  /** Day of the event as an ISO moment; null where the day is not known. */
  readonly published: string | null;
  readonly updated: string;
  readonly tags: readonly string[];
  readonly publishers: readonly { readonly name: string; readonly url: string | null }[];
  readonly dataset: { readonly id: string; readonly title: string; readonly publisher: string };
  readonly rights: string;
}

/** What entries of one feed have in common. */
export interface EntryContext {
  readonly lang: Lang;
  readonly origin: string;
  readonly sources: ReadonlyMap<string, SourceInfo>;
  readonly areaNames: ReadonlyMap<string, string>;
}

/** An event as an entry: our sentence where there is one, else kind and place; the date no finer than known. */
export function entryOf(event: CrimeEvent, changedOn: string, context: EntryContext): FeedEntry {
  const { lang, origin, sources, areaNames } = context;
  const { place, time, citations } = event;
  const source = sources.get(event.source);
  const words = source?.texts && lang !== 'en' ? source.texts[lang] : source;
  const area = place.name ?? place.adm2 ?? areaNames.get(place.adm1 ?? '') ?? null;
  const where = [area, place.country === null ? null : countryName(place.country, lang)].filter(
    (part) => part !== null,
  );
  const kind = kindTitles[event.kind][lang];
  const made = [kind, ...where].join(', ');
  const translated = lang === 'en' ? event.summary : (event.summaries?.[lang] ?? null);
  const title = translated ?? event.summary ?? made;
  return {
    id: stableId(event.id),
    url: origin + recordPath('event', event.id),
    title,
    lang: translated === null && event.summary !== null ? 'en' : lang,
    summary: [made, vagueIso(time), citations.map((one) => one.publisher).join('; ')]
      .filter((part) => part !== '')
      .join('. '),
    published: time.from === null || time.precision !== 'day' ? null : momentOf(isoOf(time.from)),
    updated: momentOf(changedOn),
    tags: [event.kind, ...event.substances, ...(place.country === null ? [] : [place.country])],
    publishers: [...new Map(citations.map((one) => [one.publisher, one.url]))].map(([name, url]) => ({
      name,
      url,
    })),
    dataset: {
      id: event.source,
      title: words?.title ?? event.source,
      publisher: source?.publisher ?? event.source,
    },
    rights: source ? `${words?.licence ?? source.licence}. ${source.attribution}` : '',
  };
}

export function countryName(iso2: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(iso2) ?? iso2;
}

/** A civil day as the moment at which it begins in UTC. */
export function momentOf(isoDay: string): string {
  return `${isoDay.slice(0, 10)}T00:00:00Z`;
}

const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A name-based UUID (RFC 9562, version 5, namespace of URLs) over the record's id: no server's address is part of it. */
export function stableId(eventId: string): string {
  const hash = createHash('sha1')
    .update(namespace)
    .update(`atalaya:event/${eventId}`)
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}
