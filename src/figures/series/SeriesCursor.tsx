import { type KeyboardEvent, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import type { Palette } from '../palette.ts';
import styles from './SeriesChart.module.css';
import type { SeriesLayout } from './series-layout.ts';

interface Props {
  readonly layout: SeriesLayout;
  readonly palette: Palette;
  /** Days with a value in order, and what each line says of them. */
  readonly stops: readonly { readonly day: number; readonly lines: readonly (readonly string[])[] }[];
}

/** Where a key leads among so many stops, from none or one of them; null = no key of the cursor. */
function stopAfter(key: string, at: number | null, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowRight') return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft') return at === null ? count - 1 : Math.max(0, at - 1);
  return null;
}

/** The values of a series by keyboard: one tab stop, arrows go from value to value, Escape leaves them. */
export function SeriesCursor({ layout, palette, stops }: Props) {
  const t = useT();
  const [at, setAt] = useState<number | null>(null);
  const stop = at === null ? undefined : stops[at];
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stopAfter(event.key, at, stops.length);
    if (event.key !== 'Escape' && next === null) return;
    if (event.key === 'Escape' && at === null) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
  };
  const x = stop ? layout.x(stop.day) : 0;
  const isRight = x > (layout.plot.left + layout.plot.right) / 2;
  return (
    <>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all values, arrows inside
        tabIndex={0}
        aria-label={t('figures.series.keys')}
        className={styles.cursor}
        onKeyDown={keys}
        onBlur={() => setAt(null)}
      >
        {stop ? (
          <>
            <span
              className={styles.at}
              style={{
                left: x,
                top: layout.plot.top,
                height: layout.plot.bottom - layout.plot.top,
                borderColor: palette.control,
              }}
            />
            <div
              className={styles.beside}
              style={isRight ? { right: `calc(100% - ${x - 10}px)` } : { left: x + 10 }}
            >
              <ValueWords lines={stop.lines} />
            </div>
          </>
        ) : null}
      </div>
      <p className="visually-hidden" role="status">
        {stop ? stop.lines.map((line) => line.join(', ')).join('. ') : ''}
      </p>
    </>
  );
}

/** Values of one day, a paragraph a line. */
export function ValueWords({ lines }: { lines: readonly (readonly string[])[] }) {
  return (
    <div className={styles.tooltip}>
      {lines.map(([head, ...rest]) => (
        <p key={head}>
          <strong>{head}</strong>
          <br />
          {rest.join(' · ')}
        </p>
      ))}
    </div>
  );
}
