import type { SourceInfo } from '#core/provenance.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useSourcesT } from '#i18n/sources-words.ts';
import type { YearCounts } from './coverage.ts';
import styles from './SourcesPage.module.css';

const HEIGHT = 34;
const WIDTH = 720;

const yearIn = (text: string | null, fallback: number): number =>
  text === null ? fallback : Number(text.slice(0, 4)) || fallback;

/** The years a source covers on an axis that all sources share, with bars where it has events. */
export function CoverageStrip({ source, years }: { source: SourceInfo; years: YearCounts }) {
  const { format } = useI18n();
  const say = useSourcesT();
  const counts = years.bySource.get(source.id) ?? new Map<number, number>();
  const first = Math.min(years.first, 1989);
  const last = Math.max(years.last, 2026);
  const step = WIDTH / (last - first + 1);
  const x = (year: number) => (Math.min(last, Math.max(first, year)) - first) * step;
  const from = yearIn(source.coverage.from, first);
  const to = yearIn(source.coverage.to, last);
  const most = Math.max(1, ...counts.values());
  const peak = [...counts].sort((a, b) => b[1] - a[1])[0];
  const label = peak
    ? say('sources.strip.events', { from: String(from), to: String(to), year: String(peak[0]), n: peak[1] })
    : say('sources.strip.span', { from: String(from), to: String(to) });
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => year % 10 === 0,
  );
  return (
    <div className={styles.strip}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect x={x(from)} y={HEIGHT - 4} width={x(to) - x(from) + step} height={4} className={styles.span} />
        {[...counts].map(([year, n]) => {
          const height = Math.max(2, (n / most) * (HEIGHT - 8));
          return (
            <rect
              key={year}
              x={x(year) + step * 0.12}
              y={HEIGHT - 6 - height}
              width={step * 0.76}
              height={height}
              className={styles.year}
            />
          );
        })}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        {ticks.map((year) => (
          <span key={year} style={{ left: `${(x(year) / WIDTH) * 100}%` }}>
            {year}
          </span>
        ))}
      </p>
      {peak ? (
        <p className={styles.peak}>
          {say('sources.strip.peak', { n: format.number(peak[1]), year: String(peak[0]) })}
        </p>
      ) : null}
    </div>
  );
}
