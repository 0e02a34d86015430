import { Link } from 'wouter';
import type { EventFilter } from '#core/filter.ts';
import { withoutDimension } from '#core/filter.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { sourceWords } from '#i18n/localised.ts';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import type { useNames } from '#state/use-names.ts';
import { Panel } from '#ui/Panel.tsx';
import styles from './CountryPage.module.css';

type Props = { filter: EventFilter; names: ReturnType<typeof useNames> };

/** Who reports on this country, over which years, and what that leaves out. */
export function Coverage({ filter, names }: Props) {
  const { t, lang, format } = useI18n();
  const whole = withoutDimension(withoutDimension(filter, 'time'), 'type');
  const asked = useAsk([{ kind: 'facet', filter: whole, dimension: 'source', measure: 'count' }]);
  const values = asked.data?.answers[0].values ?? [];
  const byId = new Map(names.sources.map((source) => [source.id, source]));
  return (
    <Panel id="coverage" title={t('country.coverage.title')} note={t('country.coverage.note')}>
      {values.length === 0 ? (
        <p className={styles.muted}>{t('country.coverage.none')}</p>
      ) : (
        <ul className={styles.sources}>
          {values.map(({ key, total }) => {
            const source = byId.get(key);
            const words = source && sourceWords(lang, source);
            return (
              <li key={key}>
                <p>
                  <Link href={paths.sources(key)}>{words?.title ?? key}</Link>{' '}
                  <span className={styles.muted}>
                    {[
                      t('records.count.events', { n: total.events }),
                      source
                        ? `${source.coverage.from?.slice(0, 4) ?? '…'}–${source.coverage.to?.slice(0, 4) ?? '…'}`
                        : '',
                      source ? t('country.coverage.retrieved', { date: format.stamp(source.retrieved) }) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
                {words?.limits[0] ? (
                  <p className={styles.limit} lang={words.lang}>
                    {words.limits[0]}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.muted}>
        {t('records.reporting')} <Link href={paths.about()}>{t('country.coverage.method')}</Link>
      </p>
    </Panel>
  );
}
