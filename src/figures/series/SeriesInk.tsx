import type { I18n } from '#i18n/i18n.tsx';
import type { FigureInk } from '../figure.ts';
import { InkText } from '../InkText.tsx';
import { hatchPath } from '../lanes/lanes-bars.ts';
import { shortNumber } from '../lanes/lanes-words.ts';
import { type Palette, palettes } from '../palette.ts';
import { layoutSeries, type SeriesLayout } from './series-layout.ts';
import type { DrawnLine, SeriesModel, SeriesPoint } from './series-model.ts';

/** Dashes of the lines behind the main one, so that they differ without colour. */
export const lineDashes = ['', '7 3', '2 3', '10 3 2 3', '4 4', '1 3', '8 2 2 2'] as const;

/** Colour of a line: the main one in the accent, the others in grey. */
export const lineColor = (line: DrawnLine, palette: Palette): string =>
  line.isMain ? palette.accent : palette.text3;

/** The series as plain ink, for every export; the screen draws the same model with Recharts. */
export function seriesInk(model: SeriesModel, i18n: I18n): FigureInk {
  return ({ size, theme, font }) => {
    const palette = palettes[theme];
    const layout = layoutSeries(model, size, font, i18n);
    return (
      <>
        <SeriesGround {...{ model, layout, palette, font, i18n }} />
        {model.form === 'bars' ? <BarsInk {...{ model, layout, palette, font, i18n }} /> : null}
        {(model.form === 'bars' ? [] : model.lines).map((line, index) => (
          <LineInk key={line.key} {...{ line, layout, palette, font }} dash={lineDashes[index] ?? ''} />
        ))}
        {layout.labels.map(({ line, x, y, text }) => (
          <InkText
            key={line.key}
            x={x}
            y={y}
            size={font}
            face="bold"
            fill={line.isMain ? palette.text : palette.text2}
          >
            {text}
          </InkText>
        ))}
      </>
    );
  };
}

interface Ground {
  readonly model: SeriesModel;
  readonly layout: SeriesLayout;
  readonly palette: Palette;
  readonly font: number;
  readonly i18n: I18n;
}

function SeriesGround({ model, layout, palette, font, i18n }: Ground) {
  const { plot, x } = layout;
  const hair = Math.max(1, font / 14);
  return (
    <g>
      {layout.yTicks.map((tick) => (
        <g key={tick.value}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={tick.y}
            y2={tick.y}
            stroke={tick.value === 0 ? palette.control : palette.hairline}
            strokeWidth={hair}
          />
          <InkText
            x={plot.left - 0.5 * font}
            y={tick.y + 0.32 * font}
            size={font * 0.92}
            fill={palette.text3}
            anchor="end"
          >
            {tick.label}
          </InkText>
        </g>
      ))}
      {model.gaps.map((gap) => (
        <path
          key={gap.from}
          d={hatchPath(x(gap.from), x(gap.to + 1), plot.top, plot.bottom, 0.6 * font)}
          stroke={palette.divider}
          strokeWidth={hair}
          fill="none"
        />
      ))}
      {layout.xTicks.map((tick) => (
        <InkText
          key={tick.day}
          x={tick.x}
          y={plot.bottom + 1.4 * font}
          size={font * 0.92}
          fill={palette.text3}
          anchor="middle"
        >
          {tick.label}
        </InkText>
      ))}
      {model.breaks
        .filter(({ day }) => day >= model.from - 400 && day <= model.to + 400)
        .map(({ day, year }) => (
          <g key={day}>
            <line
              x1={x(day)}
              x2={x(day)}
              y1={plot.top}
              y2={plot.bottom}
              stroke={palette.text2}
              strokeWidth={1.4 * hair}
              strokeDasharray={`${0.5 * font} ${0.35 * font}`}
            />
            <InkText x={x(day)} y={plot.top - 0.4 * font} size={font * 0.88} fill={palette.text2}>
              {i18n.t('figures.series.breakShort', { year: String(year) })}
            </InkText>
          </g>
        ))}
      {model.fromZero ? null : <NotFromZero layout={layout} palette={palette} font={font} />}
    </g>
  );
}

/** A double stroke through the foot of the scale: it does not start at 0. */
export function NotFromZero({
  layout,
  palette,
  font,
}: {
  layout: Pick<SeriesLayout, 'plot'>;
  palette: Palette;
  font: number;
}) {
  const { left, bottom } = layout.plot;
  const half = 0.42 * font;
  return (
    <path
      d={[0.15, 0.5]
        .map(
          (lift) =>
            `M${left - half} ${bottom - lift * font + half / 2}L${left + half} ${bottom - lift * font - half / 2}`,
        )
        .join('')}
      stroke={palette.text2}
      strokeWidth={0.11 * font}
      fill="none"
    />
  );
}

/** Half of a bar's width in days, for a period and the air between two. */
export const barHalf = (point: SeriesPoint): number => (point.to - point.from + 1) * 0.36;

/** One bar a period from 0; hollow where derived or rounded; its value above where there is room. */
export function BarsInk({ model, layout, palette, font, i18n }: Ground) {
  const points = model.lines[0]?.points ?? [];
  const isLabelled = (layout.plot.right - layout.plot.left) / Math.max(1, points.length) > 3.2 * font;
  return (
    <g>
      {points.map((point) => {
        const left = layout.x(point.day - barHalf(point));
        const right = layout.x(point.day + barHalf(point));
        const y = layout.y(point.value);
        const isHollow = point.status !== 'final' && point.status !== 'revised';
        return (
          <g key={point.period}>
            <rect
              x={left}
              y={y}
              width={Math.max(1, right - left)}
              height={Math.max(0, layout.y(0) - y)}
              fill={isHollow ? palette.window : palette.accent}
              stroke={palette.accent}
              strokeWidth={0.1 * font}
              strokeDasharray={isHollow ? `${0.3 * font} ${0.2 * font}` : undefined}
            />
            {point.low === null && point.high === null ? null : (
              <path
                d={`M${(left + right) / 2} ${layout.y(point.low ?? point.value)}V${layout.y(point.high ?? point.value)}`}
                stroke={palette.text}
                strokeWidth={0.12 * font}
              />
            )}
            {isLabelled ? (
              <InkText
                x={(left + right) / 2}
                y={y - 0.4 * font}
                size={font * 0.92}
                face="bold"
                fill={palette.text2}
                anchor="middle"
              >
                {shortNumber(point.value, i18n)}
              </InkText>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function LineInk({
  line,
  layout,
  palette,
  font,
  dash,
}: {
  line: DrawnLine;
  layout: SeriesLayout;
  palette: Palette;
  font: number;
  dash: string;
}) {
  const color = lineColor(line, palette);
  const width = (line.isMain ? 0.17 : 0.12) * font;
  const scale = font / 12;
  return (
    <g>
      {line.segments.map((run) => (
        <path
          key={run[0]?.period}
          d={run.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(layout, point)}`).join('')}
          stroke={color}
          strokeWidth={width}
          strokeDasharray={
            dash === ''
              ? undefined
              : dash
                  .split(' ')
                  .map((part) => Number(part) * scale)
                  .join(' ')
          }
          strokeLinejoin="round"
          fill="none"
        />
      ))}
      {line.points.map((point) => (
        <PointInk
          key={point.period}
          point={point}
          x={layout.x(point.day)}
          y={layout.y(point.value)}
          low={layout.y(point.low ?? point.value)}
          high={layout.y(point.high ?? point.value)}
          color={color}
          ground={palette.bg}
          radius={(line.isMain ? 0.27 : 0.2) * font}
        />
      ))}
    </g>
  );
}

const at = (layout: SeriesLayout, point: SeriesPoint): string =>
  `${Math.round(layout.x(point.day) * 100) / 100} ${Math.round(layout.y(point.value) * 100) / 100}`;

interface PointProps {
  readonly point: Pick<SeriesPoint, 'status' | 'low' | 'high'>;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly color: string;
  readonly ground: string;
  readonly radius: number;
}

/** A value: full when final; hollow when derived or about; a square when provisional; ringed when revised; a cross when disputed. */
export function PointInk({ point, x, y, low, high, color, ground, radius }: PointProps) {
  const isHollow = point.status === 'derived' || point.status === 'about';
  const side = radius * 1.8;
  return (
    <g>
      {point.low === null && point.high === null ? null : (
        <path
          d={`M${x} ${low}V${high}M${x - radius} ${low}h${2 * radius}M${x - radius} ${high}h${2 * radius}`}
          stroke={color}
          strokeWidth={radius * 0.45}
          fill="none"
        />
      )}
      {point.status === 'provisional' ? (
        <rect
          x={x - side / 2}
          y={y - side / 2}
          width={side}
          height={side}
          fill={ground}
          stroke={color}
          strokeWidth={radius * 0.5}
        />
      ) : point.status === 'disputed' ? (
        <path
          d={`M${x - radius} ${y - radius}l${2 * radius} ${2 * radius}M${x + radius} ${y - radius}l${-2 * radius} ${2 * radius}`}
          stroke={color}
          strokeWidth={radius * 0.6}
        />
      ) : (
        <circle
          cx={x}
          cy={y}
          r={radius}
          fill={isHollow ? ground : color}
          stroke={isHollow ? color : ground}
          strokeWidth={radius * 0.5}
        />
      )}
      {point.status === 'revised' ? (
        <circle cx={x} cy={y} r={radius * 1.9} fill="none" stroke={color} strokeWidth={radius * 0.35} />
      ) : null}
    </g>
  );
}
