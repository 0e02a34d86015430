import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import type { Group } from '#core/group.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { csvFile } from '#state/downloads.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { buttonClass } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import styles from './GroupsPage.module.css';

/** Names as sources use them; being listed here says nothing about anyone's guilt. */
export default function GroupsPage() {
  const { t } = useI18n();
  useTitle(t('shell.title.groups'));
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const input = { limit: '1000', ...(q === '' ? {} : { q }) };
  const query = useQuery({ ...apiOptions('groups', input), placeholderData: (before) => before });
  return (
    <Page title={t('records.groups.title')} lead={t('records.groups.lead')}>
      <search className={styles.tools}>
        <input
          type="search"
          className={styles.input}
          aria-label={t('records.groups.search')}
          placeholder={t('records.groups.search')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <a
          className={buttonClass()}
          href={csvFile('groups', q === '' ? {} : { q })}
          download="atalaya-groups.csv"
        >
          <Icon name="download" size={18} />
          CSV
        </a>
      </search>
      <Loaded query={query} failed={t('records.groups.failed')} lines={14}>
        {({ rows, total }) => (
          <>
            <p role="status">{t('records.groups.total', { n: total })}</p>
            {rows.length === 0 ? (
              <EmptyState title={t('records.groups.none')}>{t('records.groups.noneText')}</EmptyState>
            ) : (
              <GroupTable rows={rows} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GroupTable({ rows }: { rows: readonly Group[] }) {
  const { t, format } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={t('records.groups.title')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('records.groups.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('records.groups.name')}</th>
            <th scope="col">{t('records.groups.kind')}</th>
            <th scope="col">{t('records.groups.countries')}</th>
            <th scope="col" className={styles.number}>
              {t('country.index.events')}
            </th>
            <th scope="col" className={styles.number}>
              {t('country.index.articles')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => (
            <tr key={group.id}>
              <th scope="row">
                <Link href={paths.group(group.id)}>
                  <bdi>{group.name}</bdi>
                </Link>
                {group.aliases.length > 0 ? (
                  <span className={styles.aliases}>{group.aliases.slice(0, 3).join(' · ')}</span>
                ) : null}
              </th>
              <td>{t(`domain.group.${group.type}`)}</td>
              <td>{format.list(group.countries.map(format.country))}</td>
              <td className={styles.number}>{format.number(group.events)}</td>
              <td className={styles.number}>{format.number(group.articles)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
