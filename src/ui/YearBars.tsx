import { Link } from 'wouter';
import { useI18n } from '#i18n/i18n.tsx';
import styles from './YearBars.module.css';

export type YearBar = { readonly year: number; readonly n: number; readonly href: string };

/** Counts by year as bars from zero; each bar that holds events opens them. Years without events keep their place. */
export function YearBars({ label, bars }: { label: string; bars: readonly YearBar[] }) {
  const { t, format } = useI18n();
  const most = Math.max(1, ...bars.map((bar) => bar.n));
  const every = Math.max(1, Math.ceil(bars.length / 12));
  return (
    <div className={styles.root}>
      <p className={styles.most} aria-hidden="true">
        {format.number(most)}
      </p>
      <ol className={styles.bars} aria-label={label}>
        {bars.map(({ year, n, href }, at) => {
          const name = t('records.year.events', { year: String(year), n });
          const bar = <span className={styles.bar} style={{ height: `${(n / most) * 100}%` }} />;
          return (
            <li key={year}>
              {n === 0 ? (
                <span className={styles.slot}>
                  <span className="visually-hidden">{name}</span>
                </span>
              ) : (
                <Link href={href} className={styles.slot} aria-label={name} title={name}>
                  {bar}
                </Link>
              )}
              <span className={styles.year} aria-hidden="true">
                {at % every === 0 ? year : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
