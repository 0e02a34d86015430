import { Link } from 'wouter';
import type { IndicatorSeries } from '#core/indicator.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText, sourceWords } from '#i18n/localised.ts';
import { csvFile } from '#state/downloads.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { indicatorReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Cite, CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { IndicatorChart } from './IndicatorChart.tsx';
import styles from './IndicatorPage.module.css';
import { IndicatorValues } from './IndicatorValues.tsx';

export default function IndicatorPage({ params }: { params: { id?: string } }) {
  const { t } = useI18n();
  const query = useQuery(apiOptions('indicator', { id: params.id ?? '' }));
  const missing = (
    <Page
      quiet
      crumbs={[{ label: t('shell.title.indicators'), href: paths.indicators() }]}
      title={t('records.indicator.missing')}
    >
      <EmptyState
        title={t('records.indicator.missingText', { id: params.id ?? '' })}
        actions={
          <Link href={paths.indicators()} className={buttonClass('primary')}>
            {t('records.indicator.toList')}
          </Link>
        }
      />
    </Page>
  );
  return (
    <Loaded query={query} failed={t('records.indicator.failed')} lines={8} missing={missing} framed>
      {(series) => <Series key={series.id} series={series} />}
    </Loaded>
  );
}

/** A series in full: what it measures, how it ran, every value with who says so. */
function Series({ series }: { series: IndicatorSeries }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const title = chooseText(lang, series.title, series.texts?.title);
  const definition = chooseText(lang, series.definition, series.texts?.definition);
  useTitle(title.text);
  const edition = useEdition();
  const source = useNames().sources.find((one) => one.id === series.source);
  return (
    <Page
      quiet
      crumbs={[{ label: t('shell.title.indicators'), href: paths.indicators() }]}
      title={title.text}
      titleLang={title.lang}
      kicker={t(`records.theme.${series.theme}`)}
      lead={<p lang={definition.lang}>{definition.text}</p>}
      actions={
        <>
          <a
            className={buttonClass('primary')}
            href={csvFile('indicator', { id: series.id })}
            download={`atalaya-${series.id}.csv`}
          >
            <Icon name="download" size={18} />
            {t('records.indicator.csv')}
          </a>
          <CopyLink />
        </>
      }
    >
      <div className={styles.grid}>
        <IndicatorChart series={series} />
        <About series={series} />
      </div>
      <IndicatorValues series={series} />
      <Panel title={t('records.indicator.cite')}>
        <Cite reference={indicatorReference({ i18n, edition }, series, source)} />
      </Panel>
    </Page>
  );
}

function About({ series }: { series: IndicatorSeries }) {
  const { t, lang, format } = useI18n();
  const names = useNames();
  const source = names.sources.find((one) => one.id === series.source);
  const caveat = chooseText(lang, series.caveat ?? '', series.texts?.caveat);
  const countries = series.countries.map((iso2) => ({ iso2, name: format.country(iso2) }));
  const facts: Fact[] = [
    { label: t('records.indicator.unit'), value: chooseText(lang, series.unit, series.texts?.unit).text },
    {
      label: t('records.indicator.period'),
      value: series.from === series.to ? series.from : `${series.from} – ${series.to}`,
    },
    { label: t('records.indicator.level'), value: t(`records.level.${series.geoLevel}`) },
    {
      label: t('records.fact.countries'),
      value: (
        <ul className={styles.inline}>
          {countries
            .toSorted((a, b) => format.compare(a.name, b.name))
            .map(({ iso2, name }) => (
              <li key={iso2}>
                <Link href={paths.country(iso2)}>{name}</Link>
              </li>
            ))}
        </ul>
      ),
    },
    {
      label: t('records.article.list'),
      value: (
        <>
          <Link href={paths.sources(series.source)}>
            {source ? sourceWords(lang, source).title : series.source}
          </Link>
          {source ? `, ${source.publisher}. ${sourceWords(lang, source).licence}` : null}
        </>
      ),
    },
    caveat.text !== '' && {
      label: t('records.indicator.caveat'),
      value: <span lang={caveat.lang}>{caveat.text}</span>,
    },
  ];
  return (
    <Panel title={t('records.indicator.about')}>
      <Facts facts={facts} />
    </Panel>
  );
}
