import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Country, ProfileFact } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import styles from './CountryPage.module.css';
import { changeOf, headlineIds, latestFact } from './facts.ts';
import { useUnit } from './use-unit.ts';

const SHOWN = 4;

/** Four numbers, each with its period, its change against the one before, and who says so. */
export function HeadlineNumbers({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const list = useQuery(apiOptions('indicators', { c: country.iso2 })).data?.rows;
  const ids = headlineIds(
    country,
    (list ?? []).map((row) => row.id),
  );
  const queries = useQueries({
    queries: ids.map((id) => apiOptions('indicator', { id, c: country.iso2 })),
  });
  const series = new Map(queries.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
  const written = country.facts.slice(0, SHOWN);
  const facts: readonly ProfileFact[] =
    written.length > 0
      ? written
      : ids.flatMap((id) => {
          const one = series.get(id);
          return one ? (latestFact(one, chooseText(lang, one.title, one.texts?.title).text) ?? []) : [];
        });
  const waiting = written.length === 0 && queries.some((query) => query.isPending);
  if (waiting) return <Skeleton height={190} />;
  if (facts.length === 0) return null;
  return (
    <dl className={styles.numbers} aria-label={t('country.numbers')}>
      {facts.map((fact) => (
        <HeadlineNumber key={fact.label} fact={fact} series={series.get(fact.indicator ?? '')} />
      ))}
    </dl>
  );
}

function HeadlineNumber({ fact, series }: { fact: ProfileFact; series: IndicatorSeries | undefined }) {
  const { t, lang, format } = useI18n();
  const unit = useUnit();
  const label = chooseText(lang, fact.label, fact.labels);
  const change = changeOf(fact, series);
  const share = change?.share == null ? null : format.percent(Math.abs(change.share));
  const sign = change?.share == null || change.share === 0 ? '' : change.share > 0 ? '+' : '−';
  return (
    <div className={styles.number}>
      <dt lang={label.lang}>{label.text}</dt>
      <dd className={styles.value}>
        {fact.value === null ? (
          <span className={styles.unknown}>{t('records.quantity.notReported')}</span>
        ) : fact.indicator === null ? (
          unit(fact.value, fact.unit)
        ) : (
          <Link href={paths.indicator(fact.indicator)}>{unit(fact.value, fact.unit)}</Link>
        )}
      </dd>
      <dd className={styles.meta}>
        {[
          fact.period,
          change === null
            ? null
            : share === null
              ? t('country.was', { value: format.number(change.value), period: change.from })
              : t('country.change', { share: `${sign}${share}`, period: change.from }),
          fact.publisher || null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </dd>
    </div>
  );
}
