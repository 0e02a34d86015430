import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { Button } from '#ui/Button.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './CountryPage.module.css';

const SHOWN = 8;

/** Groups that sources name for this country, most events first. */
export function CountryGroups({ country }: { country: Country }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const query = useQuery(apiOptions('groups', { c: country.iso2, limit: '200' }));
  return (
    <Panel flush title={t('country.groups.title')} note={t('records.group.guilt')}>
      <Loaded query={query} failed={t('records.groups.failed')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles.empty}>{t('country.groups.none')}</p>
          ) : (
            <>
              <ul className={styles.groups}>
                {rows.slice(0, all ? rows.length : SHOWN).map((group) => (
                  <li key={group.id}>
                    <p>
                      <Link href={paths.group(group.id)}>
                        <bdi>{group.name}</bdi>
                      </Link>
                      {group.aliases.length > 0 ? (
                        <span className={styles.aliases}>{group.aliases.slice(0, 2).join(' · ')}</span>
                      ) : null}
                    </p>
                    <p className={styles.groupCounts}>
                      {t('records.count.events', { n: group.events })} ·{' '}
                      {t('records.count.articles', { n: group.articles })}
                    </p>
                  </li>
                ))}
              </ul>
              {rows.length > SHOWN ? (
                <p className={styles.newsFoot}>
                  <Button variant="link" onClick={() => setAll(!all)}>
                    {all ? t('ui.less') : t('ui.more', { n: rows.length - SHOWN })}
                  </Button>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
