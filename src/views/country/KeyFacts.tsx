import { Link } from 'wouter';
import type { Country, ProfileFact } from '#core/country.ts';
import { latestFact } from '#drawings/indicator/headline.ts';
import { unitValue } from '#figures/indicator/indicator-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQueries, useQuery } from '#state/use-query.ts';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './CountryPage.module.css';

const MOST_SINGLES = 12;
/** Themes whose latest value is told even where the series is long. */
const TOLD: readonly string[] = ['cost', 'population', 'homicide', 'corruption'];

/** The profile's figures and every figure published only once, each with period, source and series. */
export function KeyFacts({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const { data } = useQuery(apiOptions('indicators', { c: country.iso2 }));
  const written = country.facts.length > 0;
  const told = new Set(country.facts.map((fact) => fact.indicator));
  const singles = (data?.rows ?? [])
    .filter((row) => row.geoLevel === 'country' && !told.has(row.id))
    .filter((row) => !written || row.observations <= 2 || TOLD.includes(row.theme))
    .sort((a, b) => Number(TOLD.includes(b.theme)) - Number(TOLD.includes(a.theme)))
    .slice(0, MOST_SINGLES);
  const queries = useQueries({
    queries: singles.map((row) => apiOptions('indicator', { id: row.id, c: country.iso2 })),
  });
  const derived = queries.flatMap(({ data: series }) =>
    series ? (latestFact(series, chooseText(lang, series.title, series.texts?.title).text) ?? []) : [],
  );
  const facts = [...country.facts, ...derived];
  return (
    <Panel
      flush
      title={t('country.facts.title')}
      note={t('country.facts.note')}
      controls={
        data && data.rows.length > 0 ? (
          <Link href={paths.indicators()}>{t('country.facts.all', { n: data.rows.length })}</Link>
        ) : null
      }
    >
      {facts.length === 0 ? (
        <p className={styles.empty}>{t('country.facts.none')}</p>
      ) : (
        <table className={styles.facts}>
          <caption className="visually-hidden">{t('country.facts.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('country.facts.figure')}</th>
              <th scope="col" className={styles.right}>
                {t('country.facts.value')}
              </th>
              <th scope="col">{t('country.facts.who')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <FactRow key={`${fact.label}${fact.period}`} fact={fact} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function FactRow({ fact }: { fact: ProfileFact }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const label = chooseText(lang, fact.label, fact.labels);
  return (
    <tr>
      <th scope="row" lang={label.lang}>
        {fact.indicator === null ? (
          label.text
        ) : (
          <Link href={paths.indicator(fact.indicator)}>{label.text}</Link>
        )}
      </th>
      <td className={styles.right}>
        {fact.value === null ? t('records.quantity.notReported') : unitValue(fact.value, fact.unit, i18n)}
      </td>
      <td>
        {fact.period} ·{' '}
        <ExternalLink href={fact.url}>{fact.publisher || t('country.facts.sourcePage')}</ExternalLink>
      </td>
    </tr>
  );
}
