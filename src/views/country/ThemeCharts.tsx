import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { type ChartPlan, chartPlans, comparable } from '#drawings/series/theme-charts.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { SeriesFigure } from '#figures/series/SeriesFigure.tsx';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useSettings } from '#state/settings-store.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
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
    if (query.data && valuesOf(query.data, plan) < 2) return [];
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

const valuesOf = (series: IndicatorSeries, plan: ChartPlan): number => {
  const area = plan.lines[0]?.area ?? null;
  const known = series.values.filter(
    (value) => value.value !== null && (area === null || value.area === area),
  );
  return new Set(known.map((value) => value.period)).size;
};

type ChartProps = { country: Country; plan: ChartPlan; series: IndicatorSeries };

function Chart({ country, plan, series }: ChartProps) {
  const { t, lang } = useI18n();
  const theme = useSettings((settings) => settings.shown);
  const edition = useEdition();
  const names = useNames();
  const name = country.names[lang];
  const area = series.values.find((value) => value.area === plan.where)?.areaName;
  const where = plan.where === null ? name : (area ?? plan.where);
  const shown = useMemo(() => comparable(series, plan), [series, plan]);
  const areas = new Set(shown.values.map((value) => value.area)).size;
  const source = names.sources.find(({ id }) => id === series.source) ?? null;
  const link = new URL(paths.indicator(series.id), location.href).href;
  return (
    <SeriesFigure
      level={3}
      className={styles.fill}
      series={shown}
      lines={plan.lines.map((line) => ({ ...line, country: country.iso2, label: where }))}
      where={where}
      title={plan.where !== null && series.theme === 'coca' ? t('country.charts.coca', { where }) : undefined}
      source={source}
      edition={edition}
      link={link}
      theme={theme}
      height={HEIGHT}
      notes={[
        ...(plan.summed ? [t('country.charts.sum', { n: areas })] : []),
        ...(plan.periods ? [t('country.charts.periods')] : []),
      ]}
      menu={(drawing) => (
        <>
          <Link href={paths.indicator(series.id)}>{t('country.charts.open')}</Link>
          <ExportMenu
            link={link}
            subject={() => ({
              subject: `${where} ${series.title}`,
              from: null,
              to: null,
              dataVersion: edition.dataVersion,
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
