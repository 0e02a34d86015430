import { binStart, isoOf, vagueIso } from '#core/time.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { kindLabel, typeLabel } from '#i18n/labels.ts';
import type { FigureLegend, FigureTable } from '../figure.ts';
import type { Lane, LaneMark, LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

/** A number as short as an axis wants it: 1,200 stays, 1.2m in the language's own compact form. */
export function shortNumber(value: number, { format }: I18n): string {
  if (Math.abs(value) < 10_000) return format.number(value);
  return new Intl.NumberFormat(format.locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    value,
  );
}

/** A bin in words: "March 2015", "week of 2 Mar 2015". */
export function binWords(model: Pick<LanesModel, 'bin' | 'bins'>, index: number, { format }: I18n): string {
  const bin = model.bins[index];
  if (!bin) return '';
  return model.bin === 'month' ? format.longMonth(bin.from) : format.date(bin.from, model.bin);
}

/** A value of the lane's measure with its unit: "14 events", "1,200 kg". */
export function valueWords(model: LanesModel, value: number, i18n: I18n): string {
  if (model.measure === 'count') return i18n.t('figures.words.events', { n: value });
  if (model.measure === 'kg') return i18n.format.kg(value);
  if (model.measure === 'usd') return i18n.format.money(value);
  return i18n.t('figures.lanes.killed', { n: value });
}

/** Everything a tooltip says of one bar, also read out when the keyboard comes to it. */
export function barWords(model: LanesModel, lane: Lane, index: number, i18n: I18n): readonly string[] {
  const { t } = i18n;
  const events = lane.events[index] ?? 0;
  const lines = [`${typeLabel(t, lane.type)}, ${binWords(model, index, i18n)}`];
  lines.push(valueWords(model, lane.values[index] ?? 0, i18n));
  if (model.form === 'stacked') {
    const all = model.lanes.reduce((sum, own) => sum + (own.values[index] ?? 0), 0);
    lines.push(t('figures.lanes.inStack', { all: valueWords(model, all, i18n) }));
  }
  if (model.measure !== 'count') {
    lines.push(
      t('figures.lanes.ofEvents', {
        n: events,
        without: lane.unreported[index] ?? 0,
      }),
    );
  }
  const hatch = model.hatches.find((span) => {
    const bin = model.bins[index];
    return bin && span.from <= bin.to && span.to >= bin.from;
  });
  if (hatch) lines.push(hatchWords(hatch, model, i18n));
  return lines;
}

/** What a tooltip says of one single event. */
export function markWords(
  model: LanesModel,
  mark: LaneMark,
  headline: string | null,
  i18n: I18n,
): readonly string[] {
  const { t, format } = i18n;
  const when = mark.vague
    ? t('figures.lanes.between', { range: format.range(mark.from, mark.to) })
    : format.day(mark.from);
  const lines = [headline ?? `${kindLabel(t, mark.kind)}, ${format.country(mark.country)}`, when];
  if (model.measure !== 'count')
    lines.push(mark.value === null ? t('figures.table.notReported') : valueWords(model, mark.value, i18n));
  return lines;
}

export function hatchWords(hatch: LanesModel['hatches'][number], model: LanesModel, i18n: I18n): string {
  const { t, format } = i18n;
  if (hatch.reason === 'uncovered')
    return t('figures.lanes.uncovered', { range: format.range(hatch.from, hatch.to) });
  const until = Math.max(hatch.from - 1, model.axis.from);
  return t('figures.lanes.unfinished', { day: format.day(until) });
}

/** Says how many events of the whole axis no bar holds; nothing where all are in one. */
export function inNoBar({ notes, axis, bin }: LanesModel, { t, format }: I18n): readonly string[] {
  if (notes.tooVague === 0) return [];
  const range = format.range(axis.from, axis.to);
  return [
    t('figures.lanes.tooVague', { n: notes.tooVague, range, bin: t(`domain.bin.${bin}`).toLowerCase() }),
  ];
}

/** What the drawing could not show, one sentence each. */
export function noteWords(model: LanesModel, i18n: I18n): string[] {
  const { t, format } = i18n;
  const { notes, measure } = model;
  const lines: string[] = [];
  if (measure !== 'count' && notes.unreported > 0)
    lines.push(t(`figures.lanes.unreported.${measure}`, { n: notes.unreported, all: notes.events }));
  lines.push(...inNoBar(model, i18n));
  if (notes.undated > 0) lines.push(t('figures.lanes.undated', { n: notes.undated }));
  if (notes.spanning > 0) lines.push(t('figures.lanes.spanning', { n: notes.spanning }));
  if (model.scale !== 'none') lines.push(t(`figures.lanes.scale.${model.scale}`));
  if (model.hatches.some((hatch) => hatch.reason === 'uncovered')) lines.push(t('figures.lanes.hatched'));
  for (const hatch of model.hatches)
    if (hatch.reason === 'unfinished') lines.push(hatchWords(hatch, model, i18n));
  if (model.hidden.length > 0) {
    const names = format.list(model.hidden.map((lane) => typeLabel(t, lane.type)));
    const n = model.hidden.reduce((total, lane) => total + lane.events, 0);
    lines.push(t('figures.lanes.hidden', { n, names }));
  }
  return lines;
}

/** One sentence for each lane: first, last, highest within the chosen days; then what is missing. */
export function lanesSummary(model: LanesModel, i18n: I18n, chosen: DaySpan = model.axis): string {
  const { t } = i18n;
  if (model.lanes.length === 0) return t('figures.lanes.none');
  const sentences = model.lanes.map((lane) => laneSentence(model, lane, i18n, chosen));
  return [...sentences, ...noteWords(model, i18n)].join(' ');
}

function laneSentence(model: LanesModel, lane: Lane, i18n: I18n, chosen: DaySpan): string {
  const { t, format } = i18n;
  const name = typeLabel(t, lane.type);
  const filled = lane.values.flatMap((value, index) => {
    const bin = model.bins[index];
    return value > 0 && bin && bin.from <= chosen.to && bin.to >= chosen.from ? [index] : [];
  });
  const first = filled[0];
  const last = filled.at(-1);
  if (first === undefined || last === undefined) {
    const marks = lane.marks.filter((mark) => mark.from <= chosen.to && mark.to >= chosen.from);
    const days = marks.map((mark) => format.time({ from: mark.from, to: mark.to, precision: 'day' }, ''));
    if (marks.length === 0) return t('figures.lanes.sentenceNone', { name });
    return t('figures.lanes.sentenceMarks', { name, n: marks.length, days: format.list(days.slice(0, 4)) });
  }
  const best = filled.reduce(
    (top, index) => ((lane.values[index] ?? 0) > (lane.values[top] ?? 0) ? index : top),
    first,
  );
  const total = filled.reduce((sum, index) => sum + (lane.values[index] ?? 0), 0);
  return t('figures.lanes.sentence', {
    name,
    total: valueWords(model, total, i18n),
    first: binWords(model, first, i18n),
    last: binWords(model, last, i18n),
    best: binWords(model, best, i18n),
    most: valueWords(model, lane.values[best] ?? 0, i18n),
  });
}

/** The finding for a text alternative: the largest lane's highest bin within the chosen days. */
export function lanesFinding(model: LanesModel, i18n: I18n, chosen: DaySpan = model.axis): string {
  const largest = [...model.lanes].sort((a, b) => b.total.events - a.total.events)[0];
  return largest ? laneSentence(model, largest, i18n, chosen) : i18n.t('figures.lanes.none');
}

/** The same numbers as rows: one a bin, one column a lane; the days are ISO so that a file can use them. */
export function lanesTable(model: LanesModel, caption: string, i18n: I18n): FigureTable {
  const { t } = i18n;
  const unit = t(`figures.unit.${model.measure}`);
  const columns: FigureTable['columns'][number][] = [
    { key: 'from', label: t('figures.table.from'), numeric: false },
    { key: 'to', label: t('figures.table.to'), numeric: false },
  ];
  for (const lane of model.lanes) {
    const name = typeLabel(t, lane.type);
    columns.push({ key: lane.type, label: t('figures.table.measure', { name, unit }), numeric: true });
    if (model.measure !== 'count') {
      columns.push({
        key: `${lane.type}.without`,
        label: t('figures.table.without', { name }),
        numeric: true,
      });
    }
  }
  const rows = model.bins.map((bin, index) => {
    const row: (string | number | null)[] = [isoOf(bin.from), isoOf(bin.to)];
    for (const lane of model.lanes) {
      const events = lane.events[index] ?? 0;
      const missing = lane.unreported[index] ?? 0;
      const nothingReported = model.measure !== 'count' && events > 0 && missing === events;
      row.push(isUncovered(model, index) ? null : nothingReported ? null : (lane.values[index] ?? 0));
      if (model.measure !== 'count') row.push(missing);
    }
    return row;
  });
  return { caption, columns, rows };
}

/** A bin wholly inside a hatched span is unknown, not 0. */
function isUncovered(model: LanesModel, index: number): boolean {
  const bin = model.bins[index];
  return (
    bin !== undefined &&
    model.hatches.some((span) => span.from <= bin.from && span.to >= Math.min(bin.to, model.axis.to))
  );
}

/** Single events of the mark lanes as rows, for a table beside the bins. */
export function marksTable(model: LanesModel, caption: string, i18n: I18n): FigureTable {
  const { t, format } = i18n;
  const rows = model.lanes.flatMap((lane) =>
    lane.marks.map((mark) => [
      typeLabel(t, lane.type),
      mark.vague
        ? `${isoOf(mark.from)}/${isoOf(mark.to)}`
        : vagueIso({ from: mark.from, to: mark.to, precision: 'day' }),
      kindLabel(t, mark.kind),
      format.country(mark.country),
      mark.value,
    ]),
  );
  return {
    caption,
    columns: [
      { key: 'lane', label: t('figures.table.lane'), numeric: false },
      { key: 'date', label: t('figures.table.date'), numeric: false },
      { key: 'kind', label: t('figures.table.kind'), numeric: false },
      { key: 'country', label: t('figures.table.country'), numeric: false },
      { key: 'value', label: t(`figures.unit.${model.measure}`), numeric: true },
    ],
    rows,
  };
}

/** What the signs of the drawing mean, for exports; "no data" always, so that an empty bar is not taken for it. */
export function lanesLegend(model: LanesModel, i18n: I18n): FigureLegend {
  const { t } = i18n;
  const entries: FigureLegend['entries'][number][] = [];
  const marks = model.lanes.find((lane) => lane.form === 'marks');
  if (marks) entries.push({ mark: 'glyph', family: marks.family, label: t('figures.lanes.legendMark') });
  const bars = model.lanes.find((lane) => lane.form === 'bars');
  if (model.form === 'stacked') {
    for (const lane of model.lanes) {
      const label = typeLabel(t, lane.type);
      entries.push({ mark: 'swatch', color: (palette) => palette.category[lane.family], label });
    }
  } else if (bars) {
    entries.push({
      mark: 'swatch',
      color: (palette) => palette.category[bars.family],
      label: t('figures.lanes.legendBars', { per: t(`figures.per.${model.bin}`) }),
    });
  }
  if (model.milestones.length > 0)
    entries.push({
      mark: 'line',
      color: (palette) => palette.text2,
      dash: '2 3',
      label: t('figures.lanes.legendMilestone'),
    });
  entries.push({ mark: 'hatch', label: t('figures.lanes.legendHatch') });
  return { title: t('figures.lanes.legend'), entries };
}

/** A window's edge as the slider says it: "March 2015" for months, no finer than the bin. */
export function edgeWords(bin: LanesModel['bin'], day: number, { format }: I18n): string {
  if (bin === 'day') return format.longDay(day);
  return bin === 'month' ? format.longMonth(day) : format.date(binStart(day, bin), bin);
}
