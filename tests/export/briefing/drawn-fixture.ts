import { newItem } from '#core/briefing.ts';
import { writeBriefing } from '#core/briefing-file.ts';
import type { DrawnBriefing, DrawnItem } from '#export/briefing/drawn-briefing.ts';
import type { Drawing, FigureTable } from '#figures/figure.ts';
import { type BriefingT, loadBriefingWords } from '#i18n/briefing-words.ts';
import { type I18n, loadMessages, makeI18n } from '#i18n/i18n.tsx';
import type { Lang } from '#i18n/lang.ts';
import { drawingsOf, edition } from '#tests/export/drawings.ts';

const hostile = '=2+2 "quoted" <b>&amp;</b> \u202Eright\u202C ](x) | `code`';

const listTable: FigureTable = {
  caption: 'Events',
  columns: ['Date', 'Kind', 'Place', 'Event', 'Source'].map((label) => ({
    key: label,
    label,
    numeric: false,
  })),
  rows: Array.from({ length: 30 }, (_, row) => [
    `2014-0${(row % 9) + 1}`,
    'Seizure',
    'Ayacucho, Perú',
    `Event ${row + 1}: ${'cocaine paste found in a store house by the river, '.repeat((row % 3) + 1)}`,
    row === 4 ? null : 'Andina',
  ]),
};

const item = (id: string, drawing: Drawing, words: Partial<DrawnItem> = {}): DrawnItem => ({
  id,
  kind: 'figure',
  title: drawing.words.title,
  message: '',
  annotation: '',
  content: {
    words: drawing.words,
    table: drawing.table,
    drawing,
    pictures: null,
    dataVersion: edition.dataVersion,
    pinnedAt: null,
    original: null,
  },
  ...words,
});

/** A briefing with every kind of figure and item, in a language. */
export async function drawnFixture(lang: Lang = 'en'): Promise<DrawnBriefing> {
  const i18n: I18n = makeI18n(lang, await loadMessages(lang));
  const say: BriefingT = await loadBriefingWords(lang);
  const { map, lanes, rank, series } = drawingsOf(i18n);
  const listed = item('list', lanes, { kind: 'list', title: 'First thirty events' });
  const title = 'Coca and its routes: Perú, Bolivia and Colombia, 2014–2015';
  return {
    title,
    audience: 'Editorial meeting, 26 November 2026',
    lang,
    i18n,
    say,
    dataAsOf: map.words.dataAsOf,
    dataVersion: edition.dataVersion,
    generated: map.words.generated,
    doc: writeBriefing({ id: 'b', title, audience: '', lang, items: [newItem('n', { kind: 'note' })] }),
    items: [
      item('map', map, {
        title: 'Two places stand out on the coast and in the highlands',
        message:
          'Most of the events of these filters were reported around Lima; the second place lies inland.',
        annotation: 'Cells count reports, not crimes: a place with more outlets shows more.',
      }),
      item('lanes', lanes),
      item('series', series, { message: 'A long message. '.repeat(60), annotation: 'Remark. '.repeat(40) }),
      item('rank', rank, { title: 'Six countries', message: hostile }),
      { ...listed, content: { ...listed.content!, drawing: null, table: listTable } },
      {
        id: 'note',
        kind: 'note',
        title: 'What we do not know',
        message: 'Weights are missing for 42 events.\nWe do not estimate them.',
        annotation: hostile,
        content: null,
      },
    ],
  };
}

/** The smallest PNG: what a painter gives where nothing can be painted. */
export const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
export { hostile };
