import { useEffect } from 'react';
import { endpointUrl } from '#contract/endpoints.ts';
import { type EventFilter, writeFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { EventSort } from '#core/query.ts';
import type { Reference } from '#core/reference.ts';
import type { Lang } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { viewReference } from './references.ts';
import type { PageEdition } from './use-edition.ts';
import { useView } from './use-view.ts';

const absolute = (path: string): string => new URL(path, location.href).href;

/** Absolute address of the rows of a filter as CSV, of one state of the data, so that the same rows come a year later. */
export function pinnedCsvAddress(filter: EventFilter, sort: EventSort, dataVersion: string): string {
  const asof = dataVersion === '' ? undefined : dataVersion;
  return absolute(endpointUrl('events', { ...writeFilter(filter), sort, format: 'csv', asof }));
}

/** Absolute addresses of a filter as a feed; feeds follow the latest data. */
export function feedAddresses(
  filter: EventFilter,
  lang: Lang,
): { readonly atom: string; readonly json: string } {
  const input = { ...writeFilter(filter), ...(lang === 'en' ? {} : { lang }) };
  return {
    atom: absolute(endpointUrl('feedAtom', input)),
    json: absolute(endpointUrl('feedJson', input)),
  };
}

const types = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;

/** What a view of events can be handed on as, files apart. */
export interface SharedView {
  readonly reference: Reference;
  readonly csv: string;
  readonly feeds: { readonly atom: string; readonly json: string };
}

/** Makes what the view of the address is handed on as when asked, and names its feeds in the head of the page. */
export function useSharedView(about: {
  readonly id: string;
  /** Place and subject in words; the period is added. */
  readonly title: string;
  readonly link: string;
  readonly edition: PageEdition;
  readonly sources: readonly SourceInfo[];
}): () => SharedView {
  const i18n = useI18n();
  const { lang, format } = i18n;
  const { filter, sort } = useView().view;
  useFeedLinks(filter, lang);
  const { id, title, link, edition, sources } = about;
  const period =
    filter.from !== null && filter.to !== null ? `, ${format.range(filter.from, filter.to)}` : '';
  return () => ({
    reference: viewReference({ i18n, edition }, { id, title: `${title}${period}`, link, sources }),
    csv: pinnedCsvAddress(filter, sort, edition.dataVersion),
    feeds: feedAddresses(filter, lang),
  });
}

/** Names the feeds of what is shown in the head of the page, in place of those that the document came with. */
function useFeedLinks(filter: EventFilter, lang: Lang): void {
  const { atom, json } = feedAddresses(filter, lang);
  useEffect(() => {
    const links = Object.entries({ atom, json }).map(([format, href]) => {
      const type = types[format as keyof typeof types];
      for (const old of document.head.querySelectorAll(`link[rel="alternate"][type="${type}"]`)) old.remove();
      const link = document.createElement('link');
      Object.assign(link, { rel: 'alternate', type, href });
      link.title = 'Atalaya';
      document.head.append(link);
      return link;
    });
    return () => {
      for (const link of links) link.remove();
    };
  }, [atom, json]);
}
