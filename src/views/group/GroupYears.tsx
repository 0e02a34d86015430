import type { EventFilter } from '#core/filter.ts';
import { civilOf, dayOf } from '#core/time.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { ErrorState } from '#ui/ErrorState.tsx';
import { FigureCard } from '#ui/FigureCard.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { YearBars } from '#ui/YearBars.tsx';
import styles from './GroupPage.module.css';

/** Events by year that name the group; each bar opens its events. */
export function GroupYears({ filter }: { filter: EventFilter }) {
  const { t } = useI18n();
  const asked = useAsk([
    { kind: 'series', filter, bin: 'year', measure: 'count', split: null, domain: null },
    { kind: 'count', filter, measure: 'count' },
  ]);
  const [series, count] = asked.data?.answers ?? [];
  const events = series?.series[0]?.events ?? [];
  const bars = (series?.starts ?? []).map((day, at) => {
    const { year } = civilOf(day);
    const within = { ...filter, from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
    return { year, n: events[at] ?? 0, href: paths.events({ ...defaultView, filter: within }) };
  });
  const first = bars[0]?.year;
  const last = bars.at(-1)?.year;
  const left = (series?.tooVague ?? 0) + (series?.undated ?? 0);
  return (
    <FigureCard
      title={t('records.group.byYear')}
      subtitle={
        first === undefined || last === undefined
          ? t('records.group.byYearNone')
          : t('records.group.byYearSub', {
              from: String(first),
              to: String(last),
              n: count?.total.events ?? 0,
            })
      }
      foot={
        <>
          {t('records.reporting')} {left > 0 ? t('records.leftOut', { n: left }) : null}
        </>
      }
      refreshing={asked.refreshing}
    >
      <div className={styles.years}>
        {asked.error && !asked.data ? (
          <ErrorState
            title={t('records.figure.failed')}
            detail={detailOf(asked.error)}
            onRetry={asked.retry}
          />
        ) : asked.data ? (
          bars.length === 0 ? (
            <p className={styles.muted}>{t('records.group.noEvents')}</p>
          ) : (
            <YearBars label={t('records.group.byYear')} bars={bars} />
          )
        ) : (
          <Loading lines={4} />
        )}
      </div>
    </FigureCard>
  );
}
