import { useState } from 'react';
import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import { emptyFilter } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { Button } from '#ui/Button.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './CountryPage.module.css';

const SHOWN = 8;

/** Groups that sources name for this country, by their events in this country and no other. */
export function CountryGroups({ country }: { country: Country }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const query = useQuery(apiOptions('groups', { c: country.iso2, limit: '200' }));
  const within = { ...emptyFilter, countries: [country.iso2] };
  const asked = useAsk([{ kind: 'facet', filter: within, dimension: 'group', measure: 'count' }]);
  const here = new Map((asked.data?.answers[0].values ?? []).map(({ key, total }) => [key, total.events]));
  return (
    <Panel flush title={t('country.groups.title')} note={t('records.group.guilt')}>
      <Loaded query={query} failed={t('records.groups.failed')}>
        {({ rows }) => {
          if (rows.length === 0) return <p className={styles.empty}>{t('country.groups.none')}</p>;
          const sorted = rows.toSorted((a, b) => (here.get(b.id) ?? 0) - (here.get(a.id) ?? 0));
          return (
            <>
              <ul className={styles.groups}>
                {sorted.slice(0, all ? rows.length : SHOWN).map((group) => {
                  const filter = { ...within, groups: [group.id] };
                  const n = here.get(group.id) ?? 0;
                  return (
                    <li key={group.id}>
                      <p>
                        <Link href={paths.group(group.id)}>
                          <bdi>{group.name}</bdi>
                        </Link>
                        {group.aliases[0] ? <span className={styles.aliases}>{group.aliases[0]}</span> : null}
                      </p>
                      {asked.data === undefined ? null : n === 0 ? (
                        <p className={styles.groupCounts}>{t('country.groups.noEvents')}</p>
                      ) : (
                        <p className={styles.groupCounts}>
                          <Link href={paths.events({ ...defaultView, filter })}>
                            {t('records.count.events', { n })}
                          </Link>
                        </p>
                      )}
                    </li>
                  );
                })}
              </ul>
              {rows.length > SHOWN ? (
                <p className={styles.newsFoot}>
                  <Button variant="link" onClick={() => setAll(!all)}>
                    {all ? t('ui.less') : t('ui.more', { n: rows.length - SHOWN })}
                  </Button>
                </p>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
