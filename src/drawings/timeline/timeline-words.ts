import type { Bin } from '#core/time.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { LanesModel } from '#figures/lanes/lanes-model.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { lanesFinding } from '#figures/lanes/lanes-words.ts';
import { makeWords } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Names } from '#state/names.ts';
import { timeFinding } from '../findings.ts';
import type { WordsBase } from '../words-base.ts';

interface Input {
  readonly bin: Bin;
  readonly extent: DaySpan | null;
  /** Null until there are bars. */
  readonly model: LanesModel | null;
  readonly base: WordsBase;
}

/** The words of the timeline: what stands out among the chosen bars as title, else the subject. */
export function timelineWords({ bin, extent, model, base }: Input, names: Names, i18n: I18n): FigureWords {
  const { filter } = base;
  const chosen = extent && { from: filter.from ?? extent.from, to: filter.to ?? extent.to };
  if (!model || !chosen) return makeWords({ ...base, kind: 'lanes', bin, extent }, i18n, names);
  const title = timeFinding(model, chosen, filter, i18n, names);
  const own = { finding: lanesFinding(model, i18n, chosen), ...(title ? { title } : {}) };
  return makeWords({ ...base, ...own, kind: 'lanes', bin, extent }, i18n, names);
}
