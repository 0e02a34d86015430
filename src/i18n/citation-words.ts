import type { CitationWords } from '#core/citation.ts';
import type { I18n } from './i18n.tsx';

/** The words of citations in the reader's language. */
export function citationWords({ t, format }: Pick<I18n, 't' | 'format'>): CitationWords {
  return {
    date: (time) => format.time(time, t('cite.undated')),
    undated: t('cite.undated'),
    quoted: (title) => t('cite.quoted', { title }),
    kind: (kind, id) =>
      kind === 'view' || kind === 'article' ? t(`cite.kind.${kind}`) : t(`cite.kind.${kind}`, { id }),
    list: format.list,
    reported: (names) => t('cite.reported', { names }),
    dataset: ({ title, publisher, licence }) => t('cite.dataset', { title, publisher, licence }),
    datasets: (names) => t('cite.datasets', { names }),
    version: (version) => t('cite.version', { version }),
    licence: (licence) => t('cite.licence', { licence }),
    accessed: (day) => t('cite.accessed', { date: format.stamp(day) }),
    retrieved: (day, url) => t('cite.retrieved', { date: format.stamp(day), url }),
    noAddress: t('cite.noAddress'),
  };
}
