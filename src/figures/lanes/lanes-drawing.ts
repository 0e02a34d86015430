import type { I18n } from '#i18n/i18n.tsx';
import type { Drawing, FigureWords } from '../figure.ts';
import { lanesInk } from './LanesFigure.tsx';
import type { LanesModel } from './lanes-model.ts';
import type { DaySpan, LanesInput } from './lanes-props.ts';
import { inNoBar, lanesLegend, lanesTable } from './lanes-words.ts';

/** The chosen days with open ends closed by the axis; null = all dates. */
export function closedWindow(axis: DaySpan, { from, to }: LanesInput['window']): DaySpan | null {
  return from === null && to === null ? null : { from: from ?? axis.from, to: to ?? axis.to };
}

/** All that an export needs of the lanes. */
export function lanesDrawing(
  model: LanesModel,
  window: LanesInput['window'],
  words: FigureWords,
  i18n: I18n,
): Drawing {
  return {
    kind: 'lanes',
    words: { ...words, caveat: [...inNoBar(model, i18n), words.caveat].join(' ') },
    table: lanesTable(model, words.title, i18n),
    legend: lanesLegend(model, i18n),
    ink: lanesInk(model, closedWindow(model.axis, window), i18n),
  };
}
