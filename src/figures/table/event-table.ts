import type { CrimeEvent } from '#core/event.ts';
import { quantityOf } from '#core/measure.ts';
import { eventHeadline } from '#i18n/event-words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { kindLabel } from '#i18n/labels.ts';
import type { Drawing, FigureTable, FigureWords } from '../figure.ts';
import { tableInk } from './table-ink.tsx';

interface Input {
  /** The first rows of the list, in its order; all that are in the page. */
  readonly events: readonly CrimeEvent[];
  /** Events of the whole list. */
  readonly total: number;
  readonly words: FigureWords;
  readonly adm1: (id: string) => string | null;
  readonly i18n: I18n;
}

/** Events as the list shows them: when, what, where, how much, who says so. */
export function eventsTable({ events, words, adm1, i18n }: Omit<Input, 'total'>): FigureTable {
  const { t, format } = i18n;
  const column = (key: 'date' | 'kind' | 'event' | 'country' | 'kg' | 'usd' | 'people', numeric = false) => ({
    key,
    label: t(`records.col.${key}`),
    numeric,
  });
  return {
    caption: words.title,
    columns: [
      column('date'),
      column('event'),
      column('kind'),
      column('country'),
      column('kg', true),
      column('usd', true),
      column('people', true),
      { key: 'source', label: t('figures.table.publisher'), numeric: false },
    ],
    rows: events.map((event) => [
      format.time(event.time, t('domain.date.unknown')),
      eventHeadline(event, i18n, adm1).text,
      kindLabel(t, event.kind),
      event.place.country === null ? null : format.country(event.place.country),
      quantityOf(event.quantities, 'kg'),
      quantityOf(event.quantities, 'usd'),
      quantityOf(event.quantities, 'people'),
      event.citations[0]?.publisher ?? null,
    ]),
  };
}

/** A list of events as a figure: the rows at hand, and how many more there are. */
export function eventsDrawing(input: Input): Drawing {
  const table = eventsTable(input);
  return {
    kind: 'table',
    words: input.words,
    ink: tableInk(table, input.total, input.i18n),
    legend: null,
    table,
  };
}
