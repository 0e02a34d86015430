import type { EventFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { withheldOf } from '#core/redistribution.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import styles from './Withheld.module.css';

/** Says which sources' rows are missing from a list or figure, why, and whom to ask; nothing where none are. */
export function WithheldNote({
  sources,
  filter,
}: {
  sources: readonly SourceInfo[];
  filter: Pick<EventFilter, 'sources' | 'countries'>;
}) {
  const { t } = useI18n();
  const withheld = withheldOf(sources, filter);
  if (withheld.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('ui.withheld.title')}>
      {withheld.map(({ source, publisher, url, licence, events }) => (
        <li key={source}>
          {events === null
            ? t('ui.withheld.unknown', { publisher, licence })
            : t('ui.withheld.some', { publisher, licence, n: events })}{' '}
          {url === null ? null : (
            <ExternalLink href={url} host>
              {t('ui.withheld.owner')}
            </ExternalLink>
          )}
        </li>
      ))}
    </ul>
  );
}
