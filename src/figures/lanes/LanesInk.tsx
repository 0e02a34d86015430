import { memo } from 'react';
import { GlyphMark, shapeOf } from '../glyph.tsx';
import { InkText } from '../InkText.tsx';
import type { Palette } from '../palette.ts';
import { barsPath, hatchPath, markSpot } from './lanes-bars.ts';
import type { LaneRow, LanesLayout } from './lanes-layout.ts';
import type { LaneMark, LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';
import { StackPart } from './StackPart.tsx';

/** Opacity of what lies outside the chosen dates. */
export const FAINT = 0.36;

interface Base {
  readonly model: LanesModel;
  readonly layout: LanesLayout;
  readonly palette: Palette;
}

/** Grid, names, scales, hatches, ticks: all that a drag does not change. */
export const LanesGround = memo(function LanesGround({ model, layout, palette }: Base) {
  const { plot, font } = layout;
  return (
    <g>
      {layout.ticks.map((tick) => (
        <line
          key={tick.x}
          x1={px(tick.x)}
          x2={px(tick.x)}
          y1={plot.top}
          y2={plot.bottom}
          stroke={palette.hairline}
          strokeWidth={hair(font)}
        />
      ))}
      {model.hatches.map((hatch) => (
        <HatchBand
          key={`${hatch.reason}${hatch.from}`}
          x={Math.max(plot.left, layout.x(hatch.from))}
          right={Math.min(plot.right, layout.x(hatch.to + 1))}
          {...{ layout, palette }}
        />
      ))}
      {layout.rows.map((row) =>
        row.key ? (
          <StackPart key={row.lane.type} {...{ row, layout, palette }} />
        ) : (
          <RowFrame key={row.lane.type} {...{ row, layout, palette }} />
        ),
      )}
      {layout.ticks.map((tick) => (
        <InkText
          key={tick.x}
          x={tick.x}
          y={layout.axisY}
          size={font * 0.92}
          fill={tick.strong ? palette.text2 : palette.text3}
          face={tick.strong ? 'bold' : 'regular'}
        >
          {tick.label}
        </InkText>
      ))}
    </g>
  );
});

/** Height, in type sizes, from which the two ends of a lane's scale do not lie over one another. */
const ROOM_FOR_TWO = 1.7;

function RowFrame({ row, layout, palette }: { row: LaneRow; layout: LanesLayout; palette: Palette }) {
  const { plot, font, stacked } = layout;
  const isBars = row.topLabel !== null;
  const block = row.label.length + (row.sublabel ? 1 : 0);
  const middle = row.base - row.height / 2;
  const firstY = stacked
    ? row.top - 0.5 * font
    : Math.max(row.top + 0.9 * font, middle - ((block - 1) * 1.3 * font) / 2 + 0.35 * font);
  const scaleX = plot.left - 0.5 * font;
  return (
    <g>
      <line
        x1={plot.left}
        x2={plot.right}
        y1={px(row.base)}
        y2={px(row.base)}
        stroke={palette.divider}
        strokeWidth={hair(font)}
      />
      {row.label.map((line, index) => (
        <InkText
          key={line}
          x={0}
          y={firstY + index * 1.25 * font}
          size={font}
          face="bold"
          fill={palette.text}
        >
          {line}
        </InkText>
      ))}
      {row.sublabel === null ? null : (
        <InkText x={0} y={firstY + row.label.length * 1.3 * font} size={font * 0.92} fill={palette.text3}>
          {row.sublabel}
        </InkText>
      )}
      {isBars ? (
        <>
          <InkText x={scaleX} y={row.top + 0.7 * font} size={font * 0.88} fill={palette.text3} anchor="end">
            {row.topLabel}
          </InkText>
          {row.height < ROOM_FOR_TWO * font ? null : (
            <InkText
              x={scaleX}
              y={row.base - 0.08 * font}
              size={font * 0.88}
              fill={palette.text3}
              anchor="end"
            >
              0
            </InkText>
          )}
        </>
      ) : null}
    </g>
  );
}

/** 45° lines over a span without data; drawn as one path, since patterns need ids. */
function HatchBand({
  x,
  right,
  layout,
  palette,
}: {
  x: number;
  right: number;
  layout: LanesLayout;
  palette: Palette;
}) {
  const { plot, font } = layout;
  if (right - x < 0.5) return null;
  return (
    <g>
      <rect x={x} y={plot.top} width={right - x} height={plot.bottom - plot.top} fill={palette.surface} />
      <path
        d={hatchPath(x, right, plot.top, plot.bottom, 0.6 * font)}
        stroke={palette.divider}
        strokeWidth={hair(font)}
        fill="none"
      />
    </g>
  );
}

/** The chosen dates as a pale wash with hairline edges. */
export function WindowWash({
  layout,
  palette,
  window,
}: {
  layout: LanesLayout;
  palette: Palette;
  window: DaySpan | null;
}) {
  if (window === null) return null;
  const { plot, font } = layout;
  const left = clamp(layout.x(window.from), plot.left, plot.right);
  const right = clamp(layout.x(window.to + 1), plot.left, plot.right);
  if (right <= left) return null;
  return (
    <g>
      <rect
        x={left}
        y={plot.top}
        width={right - left}
        height={plot.bottom - plot.top}
        fill={palette.window}
      />
      {[left, right].map((x) => (
        <line
          key={x}
          x1={px(x)}
          x2={px(x)}
          y1={plot.top}
          y2={plot.bottom}
          stroke={palette.control}
          strokeWidth={hair(font)}
        />
      ))}
    </g>
  );
}

/** The bars of all lanes: two paths a lane, faint for all time and full for the chosen dates. */
export function LanesBars({ model, layout, palette, window }: Base & { window: DaySpan | null }) {
  return (
    <g>
      {layout.rows
        .filter((row) => row.lane.form === 'bars')
        .map((row) => (
          <g key={row.lane.type} fill={palette.category[row.lane.family]}>
            {window === null ? null : <FaintBars {...{ model, layout, row }} />}
            <path d={barsPath(model, layout, row, window)} />
          </g>
        ))}
    </g>
  );
}

/** All bars of a lane, which a dragged window does not change. */
const FaintBars = memo(function FaintBars({ model, layout, row }: Omit<Base, 'palette'> & { row: LaneRow }) {
  return <path d={barsPath(model, layout, row, null)} opacity={FAINT} />;
});

interface MarksProps extends Base {
  readonly window: DaySpan | null;
  readonly marked: readonly number[];
}

/** Single events as signs: a line over the days a vague date allows, a stem to its value where a quantity is shown. */
export function LanesMarks({ model, layout, palette, window, marked }: MarksProps) {
  const isOnAxis = (mark: LaneMark): boolean => mark.to >= model.axis.from && mark.from <= model.axis.to;
  return (
    <g>
      {layout.rows
        .filter((row) => row.lane.form === 'marks')
        .map((row) => (
          <g key={row.lane.type}>
            {row.lane.marks.filter(isOnAxis).map((mark) => (
              <MarkInk
                key={mark.n}
                {...{ model, layout, palette, row, mark }}
                faint={window !== null && (mark.to < window.from || mark.from > window.to)}
                ringed={marked.includes(mark.n)}
              />
            ))}
          </g>
        ))}
    </g>
  );
}

function MarkInk({
  model,
  layout,
  palette,
  row,
  mark,
  faint,
  ringed,
}: Base & { row: LaneRow; mark: LaneMark; faint: boolean; ringed: boolean }) {
  const { font, plot } = layout;
  const color = palette.category[row.lane.family];
  const { x, y } = markSpot(model, layout, row, mark);
  const size = 0.95 * font;
  const isStem = model.measure !== 'count' && mark.value !== null;
  return (
    <g opacity={faint ? FAINT + 0.1 : undefined}>
      {mark.vague ? (
        <line
          x1={clamp(layout.x(mark.from), plot.left, plot.right)}
          x2={clamp(layout.x(mark.to + 1), plot.left, plot.right)}
          y1={y}
          y2={y}
          stroke={color}
          strokeWidth={0.14 * font}
          strokeDasharray={`${n(0.3 * font)} ${n(0.22 * font)}`}
        />
      ) : null}
      {isStem ? <line x1={x} x2={x} y1={row.base} y2={y} stroke={color} strokeWidth={0.12 * font} /> : null}
      {ringed ? (
        <circle cx={x} cy={y} r={size} fill="none" stroke={palette.accent} strokeWidth={0.16 * font} />
      ) : null}
      <GlyphMark shape={shapeOf(row.lane.family)} {...{ x, y, size, color }} halo={palette.bg} />
    </g>
  );
}

/** Decisions and laws: a dashed line through all lanes with a small diamond and, for three, words at its head. */
export const LanesMilestones = memo(function LanesMilestones({ layout, palette }: Base) {
  const { plot, font } = layout;
  return (
    <g>
      {layout.milestones.map((spot) => (
        <g key={spot.n}>
          <line
            x1={spot.x}
            x2={spot.x}
            y1={plot.top - 0.4 * font}
            y2={plot.bottom}
            stroke={palette.text2}
            strokeWidth={0.09 * font}
            strokeDasharray={`${n(0.18 * font)} ${n(0.26 * font)}`}
          />
          <path
            d={`M${n(spot.x)} ${n(plot.top - 1.35 * font)}l${n(0.38 * font)} ${n(0.38 * font)}l${n(-0.38 * font)} ${n(0.38 * font)}l${n(-0.38 * font)} ${n(-0.38 * font)}z`}
            fill={palette.text2}
          />
          {spot.label === null ? null : (
            <InkText
              x={spot.labelX}
              y={spot.labelY}
              size={font * 0.92}
              fill={palette.text2}
              anchor={spot.anchor}
            >
              {spot.label}
            </InkText>
          )}
        </g>
      ))}
    </g>
  );
});

/** How many sources report in each bin, darker for more; a notch where one begins or ends. */
export const CoverageStrip = memo(function CoverageStrip({ model, layout, palette }: Base) {
  const strip = layout.coverage;
  if (!strip || !model.coverage) return null;
  const { plot, font } = layout;
  const { sources, most, changes } = model.coverage;
  return (
    <g>
      {strip.label.map((line, index) => (
        <InkText
          key={line}
          x={0}
          y={strip.y + 0.42 * font + index * 1.15 * font}
          size={font * 0.92}
          fill={palette.text3}
        >
          {line}
        </InkText>
      ))}
      <rect
        x={plot.left}
        y={strip.y}
        width={plot.right - plot.left}
        height={strip.height}
        fill={palette.sunken}
      />
      {runs(sources).map((run) => {
        const from = model.bins[run.first];
        const to = model.bins[run.last];
        if (!from || !to || run.value === 0) return null;
        const left = Math.max(plot.left, layout.x(from.from));
        const right = Math.min(plot.right, layout.x(to.to + 1));
        return (
          <rect
            key={run.first}
            x={left}
            y={strip.y}
            width={Math.max(0, right - left)}
            height={strip.height}
            fill={palette.text3}
            opacity={0.25 + (0.75 * run.value) / most}
          />
        );
      })}
      {changes.map((change) => {
        const bin = model.bins[change.bin];
        if (!bin || layout.x(bin.from) < plot.left) return null;
        const x = layout.x(bin.from);
        const y = strip.y + strip.height + 0.12 * font;
        return (
          <path
            key={change.bin}
            d={`M${n(x)} ${n(y)}l${n(0.3 * font)} ${n(0.48 * font)}h${n(-0.6 * font)}z`}
            fill={change.began.length > 0 ? palette.text2 : 'none'}
            stroke={palette.text2}
            strokeWidth={0.08 * font}
          />
        );
      })}
    </g>
  );
});

/** Neighbouring bins with the same number of sources, as one run. */
function runs(values: readonly number[]): { first: number; last: number; value: number }[] {
  const found: { first: number; last: number; value: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (last && last.value === value) last.last = index;
    else found.push({ first: index, last: index, value });
  });
  return found;
}

const n = (value: number): number => Math.round(value * 100) / 100;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
/** Whole pixels plus a half keep hairlines crisp. */
const px = (value: number): number => Math.round(value) + 0.5;
const hair = (font: number): number => Math.max(1, font / 14);
