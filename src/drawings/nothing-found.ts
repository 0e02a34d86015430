import type { Drawing, FigureWords } from '#figures/figure.ts';
import { noticeInk } from '#figures/notice.tsx';
import type { MadeStill } from './made-figure.ts';

/** A figure over no events: its frame and words stay, the body says so. */
export function nothingFound(words: FigureWords, kind: Drawing['kind'], text: string): MadeStill {
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
