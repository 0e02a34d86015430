import { type ComponentProps, lazy, type ReactNode, useMemo } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { InReach } from '#ui/InReach.tsx';
import { Figure } from '../Figure.tsx';
import type { Drawing, FigureTheme } from '../figure.ts';
import { useWidth } from '../use-width.ts';
import styles from './SeriesChart.module.css';
import { makeSeries, type SeriesSubject } from './series-drawing.ts';

const SeriesChart = lazy(() => import('./SeriesChart.tsx').then((m) => ({ default: m.SeriesChart })));

/** The chart as wide as its place. What is out of reach is not measured: that would lay out the page in the midst of drawing it. */
function Fitted(chart: Omit<ComponentProps<typeof SeriesChart>, 'width'>) {
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={box} style={{ minHeight: chart.height }}>
      {width > 0 ? <SeriesChart {...chart} width={width} /> : null}
    </div>
  );
}

interface Props extends SeriesSubject {
  readonly id?: string;
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
  const { height = 200 } = props;
  const { series, lines, where, title, source, notes, link, edition } = props;
  const made = useMemo(
    () =>
      makeSeries({ series, lines, where, title, source, ...(notes ? { notes } : {}), link, edition }, i18n),
    [series, lines, where, title, source, notes, link, edition, i18n],
  );
  if (!made) return null;
  const { model, summary, drawing } = made;
  const { words, table } = drawing;
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
      exportMenu={props.menu?.(() => drawing)}
    >
      <div className={styles.body}>
        <InReach height={height}>
          <Fitted {...{ model, height }} label={summary} theme={props.theme} />
        </InReach>
      </div>
    </Figure>
  );
}
