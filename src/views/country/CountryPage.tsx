import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useNames } from '#state/use-names.ts';
import { useParts } from '#state/use-parts.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { useView } from '#state/use-view.ts';
import { buttonClass } from '#ui/Button.tsx';
import { CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { CiteCountry } from './CiteCountry.tsx';
import { LatestEvents, Milestones } from './CountryEvents.tsx';
import { CountryGroups } from './CountryGroups.tsx';
import { CountryLanes } from './CountryLanes.tsx';
import { CountryMap } from './CountryMap.tsx';
import { CountryNews } from './CountryNews.tsx';
import styles from './CountryPage.module.css';
import { Coverage } from './Coverage.tsx';
import { HeadlineNumbers } from './HeadlineNumbers.tsx';
import { KeyFacts } from './KeyFacts.tsx';
import { Lead } from './Lead.tsx';
import { ScopeBar } from './ScopeBar.tsx';
import { ThemeCharts } from './ThemeCharts.tsx';
import { useCountryFilter, useScope } from './use-scope.ts';

export default function CountryPage({ params }: { params: { iso2?: string } }) {
  const { t } = useI18n();
  const iso2 = (params.iso2 ?? '').toUpperCase();
  const query = useQuery({ ...apiOptions('country', { iso2 }), enabled: /^[A-Z]{2}$/.test(iso2) });
  const missing = (
    <Page
      quiet
      crumbs={[{ label: t('shell.nav.countries'), href: paths.countries() }]}
      title={t('country.missing')}
    >
      <EmptyState
        title={t('country.missingText', { code: iso2 })}
        actions={
          <Link href={paths.countries()} className={buttonClass('primary')}>
            {t('country.toList')}
          </Link>
        }
      />
    </Page>
  );
  if (!/^[A-Z]{2}$/.test(iso2)) return missing;
  return (
    <Loaded query={query} failed={t('country.failed')} lines={10} missing={missing} framed>
      {(country) => <Profile key={country.iso2} country={country} />}
    </Loaded>
  );
}

function Profile({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const name = country.names[lang];
  useTitle(name);
  const { view } = useView();
  const names = useNames();
  const filter = useCountryFilter(country.iso2);
  const scope = useScope(filter, view.measure);
  const parts = useParts(7);
  return (
    <Page
      crumbs={[
        { label: t('shell.nav.countries'), href: paths.countries() },
        { label: t(`domain.region.${country.region}`), href: `${paths.countries()}#${country.region}` },
      ]}
      title={name}
      lead={<Lead country={country} />}
      aside={<HeadlineNumbers country={country} />}
      actions={
        <>
          <Link href={paths.explore({ ...view, filter, map: null })} className={buttonClass('primary')}>
            <Icon name="map" size={18} />
            {t('country.explore')}
          </Link>
          <Link href={paths.events({ ...view, filter })} className={buttonClass()}>
            <Icon name="table" size={18} />
            {t('country.table')}
          </Link>
          <CopyLink />
          <a href="#cite" className={buttonClass()}>
            {t('country.cite')}
          </a>
        </>
      }
    >
      <ScopeBar country={country} scope={scope} />
      <div className={styles.grid}>
        <div className={styles.column}>
          {parts > 1 && <CountryMap country={country} filter={filter} scope={scope} names={names} />}
          {parts > 2 && <CountryLanes country={country} filter={filter} scope={scope} names={names} />}
        </div>
        {parts > 3 && <CountryNews country={country} />}
      </div>
      {parts > 4 && <ThemeCharts country={country} />}
      {parts > 5 && (
        <div className={styles.pair}>
          <KeyFacts country={country} />
          <div className={styles.column}>
            <CountryGroups country={country} />
            <Milestones country={country} names={names} />
          </div>
        </div>
      )}
      {parts > 6 && (
        <>
          <LatestEvents filter={filter} names={names} />
          <Coverage filter={filter} names={names} />
          <CiteCountry country={country} />
        </>
      )}
    </Page>
  );
}
