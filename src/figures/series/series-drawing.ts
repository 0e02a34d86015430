import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Drawing } from '../figure.ts';
import type { Edition } from '../words.ts';
import { seriesInk } from './SeriesInk.tsx';
import { buildSeries, type SeriesLine, type SeriesModel } from './series-model.ts';
import { seriesLegend, seriesNotes, seriesSummary, seriesTable, seriesWords } from './series-words.ts';

export interface SeriesSubject {
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
}

export interface MadeSeries {
  readonly model: SeriesModel;
  readonly summary: string;
  readonly drawing: Drawing;
}

/** An indicator as a figure: model, words, table, ink; null where the lines hold no value. */
export function makeSeries(subject: SeriesSubject, i18n: I18n): MadeSeries | null {
  const model = buildSeries(subject.series, subject.lines);
  if (!model) return null;
  const notes = [...(subject.notes ?? []), ...seriesNotes(model, i18n)];
  const words = seriesWords({ ...subject, model, notes }, i18n);
  return {
    model,
    summary: seriesSummary(model, i18n),
    drawing: {
      kind: 'series',
      words,
      ink: seriesInk(model, i18n),
      legend: seriesLegend(model, i18n),
      table: seriesTable(model, words.title, i18n),
    },
  };
}
