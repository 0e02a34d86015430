import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import type { FigureTheme } from '../figure.ts';
import { InkText } from '../InkText.tsx';
import { hatchPath } from '../lanes/lanes-bars.ts';
import { shortNumber } from '../lanes/lanes-words.ts';
import { type Palette, palettes } from '../palette.ts';
import styles from './SeriesChart.module.css';
import { SeriesCursor, ValueWords } from './SeriesCursor.tsx';
import { BarsInk, lineColor, lineDashes, NotFromZero, PointInk } from './SeriesInk.tsx';
import { layoutSeries, type SeriesLayout, seriesPad } from './series-layout.ts';
import type { DrawnLine, SeriesModel, SeriesPoint } from './series-model.ts';
import { pointWords } from './series-words.ts';

const FONT = 12;

interface Props {
  readonly model: SeriesModel;
  readonly theme: FigureTheme;
  readonly width: number;
  readonly height: number;
  /** What the chart says, in words. */
  readonly label: string;
}

/** A point under the key of its run, so that only runs are joined. */
type Row = { readonly day: number } & Readonly<Record<string, unknown>>;

const runKey = (line: number, run: number): string => `${line}.${run}`;

/** All days with a value, each with the values of the runs it belongs to. */
function rowsOf(model: SeriesModel): Row[] {
  const rows = new Map<number, Record<string, unknown>>();
  model.lines.forEach((line, at) => {
    line.segments.forEach((points, run) => {
      for (const point of points) {
        const row = rows.get(point.day) ?? {};
        row[runKey(at, run)] = point.value;
        row[`${at}.point`] = point;
        rows.set(point.day, row);
      }
    });
  });
  return [...rows].map(([day, row]) => ({ ...row, day })).sort((a, b) => a.day - b.day);
}

/** The series on screen: Recharts draws the same model that exports draw as plain ink. Its numbers are in the table too. */
export function SeriesChart({ model, theme, width, height, label }: Props) {
  const i18n = useI18n();
  const palette = palettes[theme];
  const layout = layoutSeries(model, { width, height }, FONT, i18n);
  const rows = rowsOf(model);
  return (
    <div className={styles.chart}>
      <div role="img" aria-label={label}>
        <div aria-hidden="true">
          <Plot {...{ model, layout, palette, width, height, rows }} />
          <svg width={width} height={height} className={styles.words} aria-hidden="true">
            {model.form === 'bars' ? <BarsInk {...{ model, layout, palette, i18n }} font={FONT} /> : null}
            <Words {...{ model, layout, palette }} />
          </svg>
        </div>
      </div>
      <SeriesCursor
        {...{ layout, palette }}
        stops={rows.map((row) => ({ day: row.day, lines: rowWords(row, model, i18n) }))}
      />
    </div>
  );
}

interface Parts {
  readonly model: SeriesModel;
  readonly palette: Palette;
  readonly layout: SeriesLayout;
}

interface PlotProps extends Parts, Pick<Props, 'width' | 'height'> {
  readonly rows: Row[];
}

/** Grid, axes, lines and what is under the pointer. */
function Plot({ model, layout, palette, width, height, rows }: PlotProps) {
  const i18n = useI18n();
  const { plot } = layout;
  const pad = seriesPad(model);
  const tick = { fill: palette.text3, fontSize: FONT * 0.96 };
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{
        left: plot.left,
        right: width - plot.right,
        top: plot.top,
        bottom: height - plot.bottom,
      }}
      accessibilityLayer={false}
    >
      <CartesianGrid
        vertical={false}
        stroke={palette.hairline}
        horizontalValues={[...model.axis.ticks]}
        syncWithTicks
      />
      <XAxis
        dataKey="day"
        type="number"
        height={0}
        domain={[model.from - pad, model.to + pad]}
        allowDataOverflow
        ticks={layout.xTicks.map(({ day }) => day)}
        interval={0}
        tick={false}
        axisLine={model.axis.low === 0 ? { stroke: palette.control } : false}
        tickLine={false}
      />
      <YAxis
        width={0}
        domain={[model.axis.low, model.axis.high]}
        ticks={[...model.axis.ticks]}
        tickFormatter={(value: number) => shortNumber(value, i18n)}
        tick={tick}
        interval={0}
        axisLine={false}
        tickLine={false}
        mirror={false}
      />
      {model.breaks.map(({ day }) => (
        <ReferenceLine key={day} x={day} stroke={palette.text2} strokeDasharray="6 4" ifOverflow="hidden" />
      ))}
      {model.lines.flatMap((line, at) => linesFor(line, at, { model, palette, layout }))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: palette.control, strokeDasharray: '2 3' }}
        content={({ active, payload }) =>
          active ? <PointTooltip row={payload?.[0]?.payload as Row | undefined} model={model} /> : null
        }
      />
    </ComposedChart>
  );
}

/** One line a run. Bars are drawn as ink over the chart; their line is unseen and only carries the tooltip. */
function linesFor(line: DrawnLine, at: number, { model, palette, layout }: Parts) {
  const color = lineColor(line, palette);
  const isBars = model.form === 'bars';
  const radius = line.isMain ? 3.4 : 2.6;
  const dot = (spot: { cx?: number; cy?: number; payload?: Row; key?: string | null }, run: number) => {
    const point = spot.payload?.[`${at}.point`] as SeriesPoint | undefined;
    const isHere = typeof spot.payload?.[runKey(at, run)] === 'number';
    const key = `${at}.${run}.${point?.period ?? spot.key}`;
    if (!point || !isHere || spot.cx === undefined || spot.cy === undefined) return <g key={key} />;
    return (
      <PointInk
        key={key}
        {...{ point, color, radius }}
        x={spot.cx}
        y={spot.cy}
        low={layout.y(point.low ?? point.value)}
        high={layout.y(point.high ?? point.value)}
        ground={palette.bg}
      />
    );
  };
  return line.segments.map((points, run) => (
    <Line
      key={`${line.key}.${points[0]?.period}`}
      dataKey={runKey(at, run)}
      type="linear"
      connectNulls
      isAnimationActive={false}
      stroke={isBars ? 'none' : color}
      strokeWidth={line.isMain ? 2 : 1.4}
      strokeDasharray={lineDashes[at] ?? ''}
      activeDot={false}
      dot={isBars ? false : (spot) => dot(spot as Parameters<typeof dot>[0], run)}
    />
  ));
}

/** Names at the ends of lines, years, values of the scale: the same places as in an export. */
function Words({ model, layout, palette }: { model: SeriesModel; layout: SeriesLayout; palette: Palette }) {
  const { t } = useI18n();
  const { plot } = layout;
  return (
    <>
      {model.gaps.map((gap) => (
        <path
          key={gap.from}
          d={hatchPath(layout.x(gap.from), layout.x(gap.to + 1), plot.top, plot.bottom, 7)}
          stroke={palette.divider}
          fill="none"
        />
      ))}
      {layout.yTicks.map((tick) => (
        <InkText
          key={tick.value}
          x={plot.left - 6}
          y={tick.y + 4}
          size={FONT * 0.92}
          fill={palette.text3}
          anchor="end"
        >
          {tick.label}
        </InkText>
      ))}
      {layout.xTicks.map((tick) => (
        <InkText
          key={tick.day}
          x={tick.x}
          y={plot.bottom + 17}
          size={FONT * 0.92}
          fill={palette.text3}
          anchor="middle"
        >
          {tick.label}
        </InkText>
      ))}
      {layout.labels.map(({ line, x, y, text }) => (
        <InkText
          key={line.key}
          x={x}
          y={y}
          size={FONT}
          face="bold"
          fill={line.isMain ? palette.text : palette.text2}
        >
          {text}
        </InkText>
      ))}
      {model.breaks
        .filter(({ day }) => day >= model.from && day <= model.to)
        .map(({ day, year }) => (
          <InkText key={day} x={layout.x(day)} y={plot.top - 5} size={FONT * 0.9} fill={palette.text2}>
            {t('figures.series.breakShort', { year: String(year) })}
          </InkText>
        ))}
      {model.fromZero ? null : <NotFromZero layout={layout} palette={palette} font={FONT} />}
    </>
  );
}

/** What each line says of a day: its name and period, then value, range, status and publisher. */
function rowWords(row: Row, model: SeriesModel, i18n: I18n): readonly (readonly string[])[] {
  return model.lines.flatMap((line, at) => {
    const point = row[`${at}.point`] as SeriesPoint | undefined;
    return point ? [pointWords(model, line, point, i18n)] : [];
  });
}

function PointTooltip({ row, model }: { row: Row | undefined; model: SeriesModel }) {
  const i18n = useI18n();
  return row ? <ValueWords lines={rowWords(row, model, i18n)} /> : null;
}
