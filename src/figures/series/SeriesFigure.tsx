import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Figure } from '../Figure.tsx';
import type { Drawing, FigureTheme } from '../figure.ts';
import { useWidth } from '../use-width.ts';
import type { Edition } from '../words.ts';
import styles from './SeriesChart.module.css';
import { seriesInk } from './SeriesInk.tsx';
import { buildSeries, type SeriesLine } from './series-model.ts';
import { seriesLegend, seriesNotes, seriesSummary, seriesTable, seriesWords } from './series-words.ts';

const SeriesChart = lazy(() => import('./SeriesChart.tsx').then((m) => ({ default: m.SeriesChart })));

interface Props {
  readonly id?: string;
  readonly series: IndicatorSeries;
  /** Lines to draw, the main one first; at most seven are drawn, up to four with their values. */
  readonly lines: readonly SeriesLine[];
  /** Place of the figure in words: "Peru", "VRAEM". */
  readonly where: string;
  /** A finding instead of the indicator's title. */
  readonly title?: string | undefined;
  readonly source: SourceInfo | null;
  /** Caveats of this view beyond the indicator's own. */
  readonly notes?: readonly string[];
  readonly link: string;
  readonly edition: Edition;
  readonly theme: FigureTheme;
  readonly height?: number;
  readonly level?: 2 | 3;
  readonly className?: string | undefined;
  readonly controls?: ReactNode;
  /** Stands at the foot; gets what an export takes. */
  readonly menu?: (drawing: () => Drawing) => ReactNode;
}

/** An indicator as a figure: its card, its lines, its table and summary. The chart itself comes in a chunk of its own. */
export function SeriesFigure(props: Props) {
  const i18n = useI18n();
  const { series, edition, link, source, where, title, height = 200 } = props;
  const [box, width] = useWidth<HTMLDivElement>();
  const model = useMemo(() => buildSeries(series, props.lines), [series, props.lines]);
  if (!model) return null;
  const notes = [...(props.notes ?? []), ...seriesNotes(model, i18n)];
  const words = seriesWords({ series, model, where, title, source, notes, link, edition }, i18n);
  const table = seriesTable(model, words.title, i18n);
  const summary = seriesSummary(model, i18n);
  const drawing = (): Drawing => ({
    kind: 'series',
    words,
    ink: seriesInk(model, i18n),
    legend: seriesLegend(model, i18n),
    table,
  });
  return (
    <Figure
      {...(props.id ? { id: props.id } : {})}
      {...(props.className ? { className: props.className } : {})}
      words={words}
      state={{ kind: 'ready' }}
      bodyHeight={height}
      level={props.level ?? 3}
      controls={props.controls}
      table={table}
      summary={summary}
      exportMenu={props.menu?.(drawing)}
    >
      <div className={styles.body}>
        <div ref={box} role="img" aria-label={summary} style={{ minHeight: height }}>
          {width > 0 ? (
            <Suspense fallback={null}>
              <SeriesChart {...{ model, height, width }} theme={props.theme} />
            </Suspense>
          ) : null}
        </div>
      </div>
    </Figure>
  );
}
