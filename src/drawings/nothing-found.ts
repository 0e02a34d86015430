import type { Drawing, FigureWords } from '#figures/figure.ts';
import { noticeInk } from '#figures/notice.tsx';
import type { I18n } from '#i18n/i18n.tsx';
import type { MadeStill } from './made-figure.ts';

/** A figure over no events: its frame and words stay, the body says that nothing was found. */
export function nothingFound(words: FigureWords, kind: Drawing['kind'], { t }: I18n): MadeStill {
  const text = t('figures.lanes.none');
  return {
    kind: 'still',
    summary: text,
    drawing: {
      kind,
      words,
      legend: null,
      table: { caption: words.title, columns: [], rows: [] },
      ink: noticeInk(text),
    },
  };
}
