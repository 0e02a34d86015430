import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './CountriesPage.module.css';

const REGIONS = ['south-america', 'central-america', 'caribbean', 'north-america'] as const;

/** Every country of the store, by region, with what is known of it. */
export default function CountriesPage() {
  const { t } = useI18n();
  useTitle(t('shell.title.countries'));
  const query = useQuery(apiOptions('countries'));
  return (
    <Page title={t('country.index.title')} lead={t('country.index.lead')}>
      <Loaded query={query} failed={t('country.index.failed')} lines={14}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('country.index.none')} />
          ) : (
            <div className={styles.regions}>
              {REGIONS.map((region) => (
                <Region key={region} region={region} rows={rows.filter((row) => row.region === region)} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Region({ region, rows }: { region: (typeof REGIONS)[number]; rows: readonly Country[] }) {
  const { t, lang, format } = useI18n();
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((a, b) => b.events - a.events || format.compare(a.names[lang], b.names[lang]));
  return (
    <Panel
      id={region}
      flush
      title={t(`domain.region.${region}`)}
      note={t('country.index.count', { n: rows.length })}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{t(`domain.region.${region}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('records.col.country')}</th>
            <th scope="col">{t('country.index.events')}</th>
            <th scope="col">{t('country.index.articles')}</th>
            <th scope="col">{t('country.index.profile')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.iso2}>
              <th scope="row">
                <Link href={paths.country(row.iso2)}>{row.names[lang]}</Link>
              </th>
              <td>{format.number(row.events)}</td>
              <td>{format.number(row.articles)}</td>
              <td className={styles.profile}>
                {row.lead[lang].length > 0 ? t('country.index.written') : t('country.index.unwritten')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
