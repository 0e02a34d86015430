import type { I18n } from '#i18n/i18n.tsx';
import type { Drawing } from '../figure.ts';
import { indicatorInk } from './IndicatorInk.tsx';
import {
  type IndicatorSubject,
  indicatorSummary,
  indicatorTable,
  indicatorWords,
} from './indicator-words.ts';

/** A single number as a figure: words, ink and table. */
export function indicatorDrawing(
  subject: IndicatorSubject,
  i18n: I18n,
): { readonly summary: string; readonly drawing: Drawing } {
  const words = indicatorWords(subject, i18n);
  return {
    summary: indicatorSummary(subject, i18n),
    drawing: {
      kind: 'indicator',
      words,
      legend: null,
      ink: indicatorInk(subject, i18n),
      table: indicatorTable(subject, words.title, i18n),
    },
  };
}
