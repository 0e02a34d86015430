import { addBins, type Bin, binStart, type CivilDay, civilOf } from '#core/time.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { typeLabel } from '#i18n/labels.ts';
import type { FigureSize } from '../figure.ts';
import { cutText, textWidth, wrapText } from '../text-width.ts';
import { hasScale, type Lane, type LanesModel } from './lanes-model.ts';
import { shortNumber } from './lanes-words.ts';

/** Where everything stands, in px of the target size; words are final. */
export interface LanesLayout {
  readonly size: FigureSize;
  readonly font: number;
  /** The plot: x of the axis' first and one past its last day, y of its top and foot. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly rows: readonly LaneRow[];
  readonly ticks: readonly Tick[];
  readonly milestones: readonly MilestoneSpot[];
  readonly axisY: number;
  readonly coverage: {
    readonly y: number;
    readonly height: number;
    readonly label: readonly string[];
  } | null;
  /** Labels stand above their lanes instead of at the left. */
  readonly stacked: boolean;
  /** px of day d: left edge of the day. */
  readonly x: (day: CivilDay) => number;
  readonly dayAt: (x: number) => CivilDay;
}

export interface LaneRow {
  readonly lane: Lane;
  readonly top: number;
  /** y of the lane's zero. */
  readonly base: number;
  readonly height: number;
  readonly label: readonly string[];
  readonly sublabel: string | null;
  readonly topLabel: string | null;
  /** In a stack: half of the scale, on its first row. */
  readonly middleLabel: string | null;
  /** In a stack: where the sign and the name of this part stand; null = beside its own lane. */
  readonly key: { readonly x: number; readonly y: number } | null;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
  readonly strong: boolean;
}

export interface MilestoneSpot {
  readonly n: number;
  readonly x: number;
  readonly label: string | null;
  readonly labelX: number;
  readonly labelY: number;
  /** 0 = next to the diamond, 1 = above it. */
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

/** Height of a line of a lane's name, in em. */
const LABEL_LINE = 1.25;
const WEIGHT = { bars: 2.1, marks: 1 } as const;
const UNIT_ROW = { bars: 6.4, marks: 3 } as const;

/** Height in px at which the lanes are comfortable; the screen takes it, an export stretches to its own. */
export function naturalHeight(model: LanesModel, font: number, width: number, i18n: I18n): number {
  const columns = columnsOf(model, width, font, i18n);
  const stacked = isStacked(width, font);
  const rows = model.lanes.reduce(
    (total, lane) => total + (UNIT_ROW[lane.form] + (stacked ? 1.7 : 0)) * font,
    0,
  );
  const head = headHeight(milestoneSpots(model, columns), font);
  if (model.form === 'stacked') {
    const body = Math.max(STACK_HEIGHT, stacked ? 0 : 1.5 * model.lanes.length + 2) * font;
    return Math.round(head + keyHeight(model, columns, width) + body + footHeight(model, font));
  }
  return Math.round(head + Math.max(rows, 6 * font) + footHeight(model, font));
}

/** Comfortable height of a stack, in em. */
const STACK_HEIGHT = 13;
/** Distance of the lines of a stack's key, and the room of a sign before its name, in em. */
const KEY_LINE = 1.5;
const KEY_SIGN = 1.4;

type Columns = ReturnType<typeof columnsOf>;

/** The names of a stack's parts: one under another beside the plot, in flowing lines above it where the figure is narrow. */
function keySpots(model: LanesModel, { names, font, stacked }: Columns, width: number) {
  let x = 0;
  let line = 0;
  return model.lanes.map((_, index) => {
    if (!stacked) return { x: 0, y: (index + 0.5) * KEY_LINE * font };
    const own = textWidth(names[index] ?? '', font, 'bold') + (KEY_SIGN + 1.2) * font;
    if (x > 0 && x + own > width) {
      x = 0;
      line += 1;
    }
    const spot = { x, y: (line + 0.5) * KEY_LINE * font };
    x += own;
    return spot;
  });
}

/** Room that the key takes above the plot. */
function keyHeight(model: LanesModel, columns: Columns, width: number): number {
  if (model.form !== 'stacked' || !columns.stacked) return 0;
  const last = keySpots(model, columns, width).at(-1);
  return (last?.y ?? 0) + KEY_LINE * columns.font;
}

/** The label column, the scale column and the plot beside them. */
function columnsOf(model: LanesModel, width: number, font: number, i18n: I18n) {
  const stacked = isStacked(width, font);
  const names = model.lanes.map((lane) => typeLabel(i18n.t, lane.type));
  const sign = model.form === 'stacked' ? KEY_SIGN * font : 0;
  const labelWidth = stacked ? 0 : columnWidth(names, font, width) + sign;
  const tickWidth = Math.max(
    ...model.lanes.map((lane) => textWidth(shortNumber(lane.top, i18n), font * 0.92)),
    font,
  );
  const left = Math.ceil(labelWidth + tickWidth + (stacked ? 0.7 : 1.2) * font);
  const right = width - Math.ceil(0.7 * font);
  const scale = (right - left) / (model.axis.to - model.axis.from + 1);
  const x = (day: CivilDay): number => left + (day - model.axis.from) * scale;
  return { names, labelWidth, tickWidth, left, right, scale, x, font, stacked };
}

const isStacked = (width: number, font: number): boolean => width < 36 * font;
const headHeight = (
  spots: readonly { readonly label: string | null; readonly row: number }[],
  font: number,
) => (spots.length === 0 ? 0.6 * font : (1.75 + 1.25 * Math.max(0, ...spots.map((spot) => spot.row))) * font);
const footHeight = (model: LanesModel, font: number): number => (model.coverage ? 4 : 2.1) * font;

/** Places the model at a size. */
export function layoutLanes(model: LanesModel, size: FigureSize, font: number, i18n: I18n): LanesLayout {
  const stacked = isStacked(size.width, font);
  const columns = columnsOf(model, size.width, font, i18n);
  const { names, labelWidth, tickWidth, left, right, scale, x } = columns;
  const spots = milestoneSpots(model, columns);
  const top = headHeight(spots, font) + keyHeight(model, columns, size.width);
  const bottom = size.height - footHeight(model, font);
  return {
    size,
    font,
    stacked,
    plot: { left, right, top, bottom },
    rows:
      model.form === 'stacked'
        ? stackRows(model, columns, { top, bottom, width: size.width }, i18n)
        : rowsOf(model, { top, bottom, font, stacked, labelWidth, names }, i18n),
    ticks: ticksOf(model, x, right - left, font, i18n),
    milestones: spots.map((spot) => ({ ...spot, labelY: top - (0.75 + 1.25 * spot.row) * font })),
    axisY: bottom + 1.35 * font,
    coverage: model.coverage
      ? {
          y: bottom + 2.6 * font,
          height: 0.45 * font,
          label: stacked
            ? []
            : wrapText(i18n.t('figures.lanes.coverage'), labelWidth + tickWidth, font * 0.92),
        }
      : null,
    x,
    dayAt: (at) =>
      Math.max(model.axis.from, Math.min(model.axis.to, model.axis.from + Math.floor((at - left) / scale))),
  };
}

function columnWidth(names: readonly string[], font: number, width: number): number {
  const widest = Math.max(6 * font, ...names.map((name) => textWidth(name, font, 'bold')));
  return Math.min(widest, 9.5 * font, width * 0.28);
}

interface RowSpace {
  readonly top: number;
  readonly bottom: number;
  readonly font: number;
  readonly stacked: boolean;
  readonly labelWidth: number;
  readonly names: readonly string[];
}

/** A lane's name in at most so many lines; what has no room is cut with an ellipsis, never laid over the next lane. */
function wrapWithin(name: string, width: number, font: number, lines: number): readonly string[] {
  const wrapped = wrapText(name, width, font, 'bold');
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines - 1);
  return [...kept, cutText(wrapped.slice(lines - 1).join(' '), width, font, 'bold')];
}

function rowsOf(model: LanesModel, space: RowSpace, i18n: I18n): LaneRow[] {
  const { font, stacked } = space;
  const weights = model.lanes.map((lane) => WEIGHT[lane.form]);
  const unit =
    (space.bottom - space.top) /
    Math.max(
      1,
      weights.reduce((total, weight) => total + weight, 0),
    );
  let y = space.top;
  return model.lanes.map((lane, index) => {
    const height = unit * (weights[index] ?? 1);
    const inset = stacked ? 1.75 * font : Math.min(0.8 * font, height * 0.16);
    const name = space.names[index] ?? lane.type;
    const hasUnit = lane.form === 'bars' && height >= 4 * font;
    const lines = Math.max(1, Math.floor(height / (LABEL_LINE * font)) - (hasUnit ? 1 : 0));
    const label = stacked ? [name] : wrapWithin(name, space.labelWidth, font, lines);
    const row: LaneRow = {
      lane,
      top: y + inset,
      base: y + height,
      height: height - inset,
      label,
      sublabel: hasUnit && !stacked ? perBin(model, i18n) : null,
      topLabel: hasScale(lane, model.measure) ? shortNumber(lane.top, i18n) : null,
      middleLabel: null,
      key: null,
    };
    y += height;
    return row;
  });
}

/** All parts of a stack share the plot; the first carries the scale, the last the unit. */
function stackRows(
  model: LanesModel,
  columns: Columns,
  { top, bottom, width }: { top: number; bottom: number; width: number },
  i18n: I18n,
): LaneRow[] {
  const { names, font, stacked, labelWidth } = columns;
  const inset = 0.5 * font;
  const keyTop = stacked ? 0 : top + inset;
  const spots = keySpots(model, columns, width);
  return model.lanes.map((lane, index) => {
    const name = names[index] ?? lane.type;
    const spot = spots[index] ?? { x: 0, y: 0 };
    const isFirst = index === 0;
    return {
      lane,
      top: top + inset,
      base: bottom,
      height: bottom - top - inset,
      label: [stacked ? name : cutText(name, labelWidth - KEY_SIGN * font, font, 'bold')],
      sublabel: index === model.lanes.length - 1 && !stacked ? perBin(model, i18n) : null,
      topLabel: isFirst ? shortNumber(lane.top, i18n) : null,
      middleLabel: isFirst ? shortNumber(lane.top / 2, i18n) : null,
      key: { x: spot.x, y: keyTop + spot.y },
    };
  });
}

const perBin = (model: LanesModel, { t }: I18n): string =>
  t('figures.lanes.perBin', { unit: t(`figures.unit.${model.measure}`), per: t(`figures.per.${model.bin}`) });

/** Calendar steps from fine to coarse: unit, how many, and days they last about. */
const steps: readonly { readonly bin: Bin; readonly count: number; readonly days: number }[] = [
  { bin: 'day', count: 1, days: 1 },
  { bin: 'week', count: 1, days: 7 },
  { bin: 'month', count: 1, days: 30.4 },
  { bin: 'quarter', count: 1, days: 91.3 },
  { bin: 'year', count: 1, days: 365.25 },
  { bin: 'year', count: 2, days: 730.5 },
  { bin: 'year', count: 5, days: 1826 },
  { bin: 'year', count: 10, days: 3652 },
  { bin: 'year', count: 20, days: 7305 },
  { bin: 'year', count: 50, days: 18262 },
];

function ticksOf(
  model: LanesModel,
  x: (day: CivilDay) => number,
  width: number,
  font: number,
  { format }: I18n,
): Tick[] {
  const days = model.axis.to - model.axis.from + 1;
  const least = 4.6 * font;
  const step = steps.find((candidate) => (candidate.days / days) * width >= least) ?? steps.at(-1)!;
  const months = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  const month = (day: CivilDay): string => months.format(new Date(day * 86_400_000)).replace('.', '');
  const ticks: Tick[] = [];
  let day = firstTick(model.axis.from, step.bin, step.count);
  let free = Number.NEGATIVE_INFINITY;
  for (; day <= model.axis.to; day = addBins(day, step.bin, step.count)) {
    const { month: inYear, day: inMonth } = civilOf(day);
    const isNewYear = inYear === 1 && (step.bin !== 'week' ? inMonth === 1 : inMonth <= 7);
    const strong = step.bin === 'year' || isNewYear;
    const first = ticks.length === 0;
    const label = tickLabel(day, step.bin, {
      strong,
      first,
      newMonth: inMonth <= (step.bin === 'week' ? 7 : 1),
    });
    const at = x(day);
    if (at < free) continue;
    free = at + textWidth(label, font) + 0.8 * font;
    ticks.push({ x: at, label, strong });
  }
  return ticks;

  function tickLabel(
    at: CivilDay,
    bin: Bin,
    is: { strong: boolean; first: boolean; newMonth: boolean },
  ): string {
    const { year, day: inMonth } = civilOf(at);
    if (bin === 'year') return String(year);
    if (bin === 'month' || bin === 'quarter')
      return is.strong ? String(year) : is.first ? format.month(at) : month(at);
    if (is.first || is.strong) return format.day(at);
    return is.newMonth ? `${inMonth} ${month(at)}` : String(inMonth);
  }
}

function firstTick(from: CivilDay, bin: Bin, count: number): CivilDay {
  const start = binStart(from, bin);
  const first = start < from ? addBins(start, bin, 1) : start;
  if (bin !== 'year' || count === 1) return first;
  const { year } = civilOf(first);
  return addBins(first, 'year', (count - (year % count)) % count);
}

interface Space {
  readonly x: (day: CivilDay) => number;
  readonly left: number;
  readonly right: number;
  readonly font: number;
}

/** Rows of words that milestones may take above the lanes. */
const MILESTONE_ROWS = 2;

/** Diamonds and words: to the right of the line where there is room, else to the left, else in a second row, else none. */
function milestoneSpots(model: LanesModel, { x, left, right, font }: Space): Omit<MilestoneSpot, 'labelY'>[] {
  const gap = 0.7 * font;
  const shown = model.milestones.filter(({ day }) => day >= model.axis.from && day <= model.axis.to);
  const lines = shown.map((milestone) => x(milestone.day + 0.5));
  const taken: [number, number][][] = Array.from({ length: MILESTONE_ROWS }, () => []);
  const isFree = (row: number, from: number, to: number): boolean =>
    from >= Math.max(0, left - 8 * font) &&
    to <= right + gap &&
    (taken[row] ?? []).every(([a, b]) => to < a || from > b) &&
    (row > 0 ||
      lines.every((at) => at < from - gap / 2 || at > to + gap / 2 || at === from - gap || at === to + gap));
  return shown.map((milestone, index) => {
    const at = lines[index] ?? left;
    const width = milestone.labelled ? textWidth(milestone.label, font * 0.92) : 0;
    const none = { n: milestone.n, x: at, label: null, labelX: at, row: 0, anchor: 'start' as const };
    if (!milestone.labelled) return none;
    for (let row = 0; row < MILESTONE_ROWS; row += 1) {
      for (const anchor of ['start', 'end'] as const) {
        const from = anchor === 'start' ? at + gap : at - gap - width;
        if (!isFree(row, from, from + width)) continue;
        taken[row]?.push([from - gap, from + width + gap]);
        const labelX = anchor === 'start' ? at + gap : at - gap;
        return { ...none, label: milestone.label, labelX, row, anchor };
      }
    }
    return none;
  });
}
