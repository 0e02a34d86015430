import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { civilOf } from '#core/time.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import type { FigureLegend, FigureTable, FigureWords } from '../figure.ts';
import { type Edition, editionLines, licenceLine, publishersLine, shortened } from '../words.ts';
import type { DrawnLine, SeriesModel, SeriesPoint } from './series-model.ts';

/** "2015", "Q3 2025", "Jul 2020". */
export function periodLabel(point: SeriesPoint, { format }: I18n): string {
  return point.bin === 'year' ? point.period : format.date(point.from, point.bin);
}

/** The unit in the reader's language. */
function unitWords(model: SeriesModel, { lang }: I18n): string {
  return chooseText(lang, model.unit, model.units).text;
}

/** The value with its unit, "about" where the source says so: "36,345 ha", "about 10,200 ha". */
export function pointValue(point: SeriesPoint, model: SeriesModel, i18n: I18n): string {
  const { t, format } = i18n;
  const value =
    model.unit === 'kg' ? format.kg(point.value) : `${format.number(point.value)} ${unitWords(model, i18n)}`;
  return point.status === 'about' ? t('figures.series.about', { value }) : value;
}

/** What a tooltip says of a point; the table has the same. */
export function pointWords(
  model: SeriesModel,
  line: DrawnLine,
  point: SeriesPoint,
  i18n: I18n,
): readonly string[] {
  const { t, format } = i18n;
  const period = periodLabel(point, i18n);
  const lines = [line.label === '' ? period : `${line.label}, ${period}`, pointValue(point, model, i18n)];
  if (point.low !== null || point.high !== null)
    lines.push(
      t('figures.series.interval', {
        low: format.number(point.low ?? point.value),
        high: format.number(point.high ?? point.value),
      }),
    );
  if (point.areas > 1) lines.push(t('figures.series.areas', { n: point.areas }));
  if (point.status !== 'final') lines.push(t(`figures.series.status.${point.status}`));
  if (point.publisher) lines.push(point.publisher);
  return lines;
}

/** First and last, highest, gaps, scale: one paragraph from the data. */
export function seriesSummary(model: SeriesModel, i18n: I18n): string {
  const { t } = i18n;
  const sentences = model.lines.map((line) => lineSentence(model, line, i18n));
  if (model.gaps.length > 0) {
    const spans = model.gaps.map((gap) => yearRange(civilOf(gap.from).year, civilOf(gap.to).year));
    sentences.push(t('figures.series.gaps', { spans: i18n.format.list(spans) }));
  }
  if (!model.fromZero) sentences.push(t('figures.series.notFromZero'));
  for (const { year } of model.breaks) sentences.push(t('figures.series.break', { year: String(year) }));
  return sentences.join(' ');
}

const yearRange = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

function lineSentence(model: SeriesModel, line: DrawnLine, i18n: I18n): string {
  const { t } = i18n;
  const name = line.label === '' ? i18n.format.country(line.country) : line.label;
  const first = line.points[0];
  const last = line.points.at(-1);
  if (!first || !last) return '';
  const said = (point: SeriesPoint): string => pointValue(point, model, i18n);
  if (first === last)
    return t('figures.series.sentenceOne', { name, value: said(first), period: periodLabel(first, i18n) });
  const highest = line.points.reduce((best, point) => (point.value > best.value ? point : best), first);
  return t('figures.series.sentence', {
    name,
    first: said(first),
    firstPeriod: periodLabel(first, i18n),
    last: said(last),
    lastPeriod: periodLabel(last, i18n),
    most: said(highest),
    mostPeriod: periodLabel(highest, i18n),
  });
}

/** What the drawing cannot say by itself: signs, gaps, scale. */
export function seriesNotes(model: SeriesModel, i18n: I18n): string[] {
  const { t } = i18n;
  const marks = model.statuses.map((status) => t(`figures.series.mark.${status}`));
  const notes = [...new Set(marks)];
  if (model.gaps.length > 0) notes.push(t('figures.series.gapNote'));
  if (!model.fromZero) notes.push(t('figures.series.notFromZero'));
  for (const { year } of model.breaks) notes.push(t('figures.series.break', { year: String(year) }));
  if (model.hidden.length > 0) notes.push(t('figures.series.hidden', { n: model.hidden.length }));
  return notes;
}

export interface SeriesWordsInput {
  readonly series: IndicatorSeries;
  readonly model: SeriesModel;
  /** Place of the figure, for the subtitle: "Peru", "VRAEM". */
  readonly where: string;
  /** A finding instead of the indicator's title. */
  readonly title?: string | undefined;
  readonly source: SourceInfo | null;
  readonly notes: readonly string[];
  readonly link: string;
  readonly edition: Edition;
}

/** The twelve fields of an indicator's figure. */
export function seriesWords(input: SeriesWordsInput, i18n: I18n): FigureWords {
  const { t, lang } = i18n;
  const { series, model, where, source } = input;
  const period = yearRange(civilOf(model.from).year, civilOf(model.to).year);
  const title = input.title ?? chooseText(lang, series.title, series.texts?.title).text;
  const subtitle = t('figures.series.subtitle', { unit: unitWords(model, i18n), where, period });
  const n = model.lines.reduce((total, line) => total + line.points.length, 0);
  const counts = t('figures.series.counts', { n, gaps: model.gaps.length });
  const caveat = chooseText(lang, series.caveat ?? '', series.texts?.caveat).text;
  const caveats = [caveat, ...input.notes].filter((text) => text !== '');
  const named = model.lines.flatMap((line) => line.points.flatMap((point) => point.publisher ?? []));
  const sources = publishersLine(named.length > 0 ? named : source ? [source.publisher] : [], i18n);
  return {
    title,
    subtitle,
    filters: t('figures.words.filters', { filters: where }),
    period,
    caveat: caveats.length === 0 ? t('figures.series.asPublished') : caveats.join(' '),
    counts,
    sources,
    licence: licenceLine(source ? [source] : [], i18n),
    ...editionLines(input.edition, i18n),
    link: input.link,
    alt: shortened(
      t('figures.alt.text', {
        what: t('figures.alt.series'),
        title,
        subtitle,
        counts,
        finding: model.lines[0] ? lineSentence(model, model.lines[0], i18n) : '',
        sources,
      }),
    ),
  };
}

/** The columns of published values, in a unit. */
export function valueColumns(unit: string, { t }: Pick<I18n, 't'>): FigureTable['columns'] {
  return [
    { key: 'area', label: t('figures.table.area'), numeric: false },
    { key: 'period', label: t('figures.table.period'), numeric: false },
    { key: 'value', label: unit, numeric: true },
    { key: 'low', label: t('figures.table.low'), numeric: true },
    { key: 'high', label: t('figures.table.high'), numeric: true },
    { key: 'status', label: t('figures.table.status'), numeric: false },
    { key: 'publisher', label: t('figures.table.publisher'), numeric: false },
  ];
}

/** One row a value: line, period, value, range, status, publisher. */
export function seriesTable(model: SeriesModel, caption: string, i18n: I18n): FigureTable {
  const { t, format } = i18n;
  return {
    caption,
    columns: valueColumns(unitWords(model, i18n), i18n),
    rows: model.lines.flatMap((line) =>
      line.points.map((point) => [
        line.label === '' ? format.country(line.country) : line.label,
        point.period,
        point.value,
        point.low,
        point.high,
        t(`figures.series.status.${point.status}`),
        point.publisher,
      ]),
    ),
  };
}

/** Gap and break, for exports; lines are labelled directly and statuses stand in the caveat. */
export function seriesLegend(model: SeriesModel, { t }: I18n): FigureLegend | null {
  const entries: FigureLegend['entries'][number][] = [];
  if (model.gaps.length > 0) entries.push({ mark: 'hatch', label: t('figures.lanes.legendHatch') });
  return entries.length === 0 ? null : { title: t('figures.lanes.legend'), entries };
}
