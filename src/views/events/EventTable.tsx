import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import { type QuantityMeasure, quantityOf } from '#core/measure.ts';
import type { EventSort } from '#core/query.ts';
import { eventHeadline, eventTags, placeName } from '#i18n/event-words.ts';
import { type Key, useI18n } from '#i18n/i18n.tsx';
import { kindLabel } from '#i18n/labels.ts';
import { paths } from '#state/paths.ts';
import type { Names } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { KindGlyph } from '#ui/EventItem.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { RowProps } from './EventsList.tsx';
import styles from './EventTable.module.css';

type Column = {
  key: string;
  label: Key & `records.col.${string}`;
  /** Orders that the header steps through, with the direction they mean. */
  sorts: readonly { sort: EventSort; direction: 'ascending' | 'descending' }[];
  numeric?: boolean;
};

const down = (sort: EventSort) => [{ sort, direction: 'descending' }] as const;
const columns: readonly Column[] = [
  {
    key: 'date',
    label: 'records.col.date',
    sorts: [
      { sort: 'newest', direction: 'descending' },
      { sort: 'oldest', direction: 'ascending' },
    ],
  },
  { key: 'kind', label: 'records.col.kind', sorts: [{ sort: 'kind', direction: 'ascending' }] },
  { key: 'event', label: 'records.col.event', sorts: [] },
  { key: 'country', label: 'records.col.country', sorts: [{ sort: 'country', direction: 'ascending' }] },
  { key: 'kg', label: 'records.col.kg', sorts: down('kg'), numeric: true },
  { key: 'usd', label: 'records.col.usd', sorts: down('usd'), numeric: true },
  { key: 'people', label: 'records.col.people', sorts: down('people'), numeric: true },
];

/** The events as a table: headers sort, first column chooses rows for a file. */
export function EventTable({ rows, names, chosen, onChoose }: RowProps) {
  const { t } = useI18n();
  const all = rows.map((event) => event.n);
  const picked = all.filter((n) => chosen.has(n)).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={t('records.events.table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('records.events.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.check}>
              <input
                type="checkbox"
                aria-label={t('records.events.choosePage')}
                checked={rows.length > 0 && picked === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = picked > 0 && picked < rows.length;
                }}
                onChange={(event) => onChoose(all, event.target.checked)}
              />
            </th>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((event) => (
            <Row
              key={event.n}
              event={event}
              names={names}
              chosen={chosen.has(event.n)}
              onChoose={(on) => onChoose([event.n], on)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ column }: { column: Column }) {
  const { t } = useI18n();
  const { view, change } = useView();
  const at = column.sorts.findIndex((entry) => entry.sort === view.sort);
  const now = column.sorts[at];
  const next = column.sorts[(at + 1) % Math.max(1, column.sorts.length)];
  const label = t(column.label);
  return (
    <th
      scope="col"
      aria-sort={column.sorts.length === 0 ? undefined : (now?.direction ?? 'none')}
      className={column.numeric ? styles.number : undefined}
    >
      {next ? (
        <button type="button" className={styles.sort} onClick={() => change({ sort: next.sort })}>
          {label}
          <span aria-hidden="true" className={styles.arrow}>
            {now ? (now.direction === 'descending' ? '↓' : '↑') : '↕'}
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}

type RowOne = { event: CrimeEvent; names: Names; chosen: boolean; onChoose(on: boolean): void };

function Row({ event, names, chosen, onChoose }: RowOne) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const headline = eventHeadline(event, i18n, names.adm1);
  const place = placeName(event.place, i18n, names.adm1);
  const publishers = [...new Set(event.citations.map((citation) => citation.publisher))];
  return (
    <tr data-chosen={chosen}>
      <td className={styles.check}>
        <input
          type="checkbox"
          aria-label={t('records.events.choose', { what: headline.text })}
          checked={chosen}
          onChange={(change) => onChoose(change.target.checked)}
        />
      </td>
      <td className={styles.date}>{format.time(event.time, t('domain.date.unknown'))}</td>
      <td>
        <span className={styles.kind}>
          <KindGlyph kind={event.kind} />
          {kindLabel(t, event.kind)}
        </span>
      </td>
      <th scope="row" className={styles.event}>
        <Link href={paths.event(event.id)}>
          <bdi lang={headline.lang ?? undefined}>{headline.text}</bdi>
        </Link>
        <span className={styles.meta}>
          {place && !headline.text.includes(place) ? <bdi>{place}</bdi> : null}
          {eventTags(event, i18n).map((tag) => (
            <Tag key={tag.text} tone={tag.warn ? 'warn' : 'dashed'}>
              {tag.text}
            </Tag>
          ))}
          {publishers.length > 0 ? (
            <span>
              {publishers.length === 1
                ? publishers[0]
                : t('records.publishers', { name: publishers[0] ?? '', n: publishers.length - 1 })}
            </span>
          ) : null}
        </span>
      </th>
      <td>{event.place.country === null ? '–' : format.country(event.place.country)}</td>
      {(['kg', 'usd', 'people'] as const).map((measure) => (
        <Amount key={measure} event={event} measure={measure} />
      ))}
    </tr>
  );
}

function Amount({ event, measure }: { event: CrimeEvent; measure: QuantityMeasure }) {
  const { t, format } = useI18n();
  const value = quantityOf(event.quantities, measure);
  if (value === null)
    return (
      <td className={styles.number}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('records.quantity.notReported')}</span>
      </td>
    );
  return <td className={styles.number}>{format.number(value)}</td>;
}
