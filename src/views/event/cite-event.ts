import type { CrimeEvent } from '#core/event.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { defaultView } from '#core/view.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { sourceWords } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';

export type CiteWith = {
  readonly i18n: I18n;
  readonly headline: string;
  readonly dataset: SourceInfo | undefined;
  readonly meta: { readonly dataVersion: string; readonly version: string } | undefined;
  readonly now: Date;
};

/** A plain citation that keeps three things apart: the tool, the dataset, and who reported it. */
export function citeEvent(event: CrimeEvent, { i18n, headline, dataset, meta, now }: CiteWith): string {
  const { t, format } = i18n;
  const asof = meta ? { ...defaultView, asof: meta.dataVersion } : defaultView;
  const publishers = [...new Set(event.citations.map((citation) => citation.publisher))];
  const parts = [
    t('records.cite.event', {
      headline: headline.replace(/[.\s]+$/, ''),
      when: format.time(event.time, t('domain.date.unknown')),
      id: event.id,
    }),
    publishers.length > 0 ? t('records.cite.reported', { names: format.list(publishers) }) : '',
    dataset
      ? t('records.cite.dataset', {
          title: sourceWords(i18n.lang, dataset).title,
          publisher: dataset.publisher,
          licence: sourceWords(i18n.lang, dataset).licence,
        })
      : '',
    meta ? t('records.cite.version', { version: meta.dataVersion }) : '',
    new URL(paths.event(event.id, asof), location.href).href,
    t('records.cite.accessed', { date: format.stamp(now.toISOString()) }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}
