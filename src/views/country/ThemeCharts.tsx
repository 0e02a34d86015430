import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { chartFigure, chartPart, knownPeriods } from '#drawings/series/chart-figure.ts';
import { type ChartPlan, chartPlans } from '#drawings/series/theme-charts.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { SeriesFigure } from '#figures/series/SeriesFigure.tsx';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useSettings } from '#state/settings-store.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQueries, useQuery } from '#state/use-query.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import styles from './CountryPage.module.css';

const HEIGHT = 170;

/** One chart a theme, from the series that hold at least two values for this country. */
export function ThemeCharts({ country }: { country: Country }) {
  const { t } = useI18n();
  const list = useQuery(apiOptions('indicators', { c: country.iso2 }));
  return (
    <Panel
      bare
      title={t('country.charts.title')}
      note={t('country.charts.note')}
      controls={<Link href={paths.indicators()}>{t('records.indicator.toList')}</Link>}
    >
      <Loaded query={list} failed={t('records.indicators.failed')} lines={6}>
        {({ rows }) => <Charts country={country} plans={chartPlans(country, rows)} />}
      </Loaded>
    </Panel>
  );
}

function Charts({ country, plans }: { country: Country; plans: readonly ChartPlan[] }) {
  const { t } = useI18n();
  const queries = useQueries({
    queries: plans.map(({ id }) => apiOptions('indicator', { id, c: country.iso2 })),
  });
  const shown = plans.flatMap((plan, at) => {
    const query = queries[at];
    if (!query) return [];
    if (query.data && knownPeriods(query.data, plan) < 2) return [];
    return [{ plan, query }];
  });
  if (shown.length === 0) return <p className={styles.muted}>{t('country.charts.none')}</p>;
  return (
    <div className={styles.charts}>
      {shown.map(({ plan, query }) => (
        <div key={`${plan.id}${plan.where}`} className={styles.chart}>
          {query.data ? (
            <Chart country={country} plan={plan} series={query.data} />
          ) : query.error ? (
            <Loaded query={query} failed={t('records.indicator.failed')}>
              {() => null}
            </Loaded>
          ) : (
            <Skeleton height={HEIGHT + 150} />
          )}
        </div>
      ))}
    </div>
  );
}

type ChartProps = { country: Country; plan: ChartPlan; series: IndicatorSeries };

function Chart({ country, plan, series }: ChartProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const theme = useSettings((settings) => settings.shown);
  const edition = useEdition();
  const names = useNames();
  const subject = useMemo(
    () => chartFigure(country, plan, series, { i18n, names, edition, origin: location.origin }),
    [country, plan, series, i18n, names, edition],
  );
  const { where, link, source } = subject;
  return (
    <SeriesFigure
      level={3}
      className={styles.fill}
      {...subject}
      id={chartPart(plan)}
      theme={theme}
      height={HEIGHT}
      menu={(drawing) => (
        <>
          <Link href={paths.indicator(series.id)}>{t('country.charts.open')}</Link>
          <ExportMenu
            link={link}
            figure="chart"
            subject={() => ({
              subject: `${where} ${series.title}`,
              from: null,
              to: null,
              dataVersion: edition.dataVersion,
              toolVersion: edition.version,
              sources: source === null ? [] : [source],
              drawing,
              rows: {
                kind: 'values',
                n: series.values.length,
                values: () => series.values.map((value) => ({ indicator: series, value, source })),
              },
            })}
          />
        </>
      )}
    />
  );
}
