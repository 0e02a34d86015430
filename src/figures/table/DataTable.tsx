import { useMemo, useState } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import type { FigureTable } from '../figure.ts';
import styles from './DataTable.module.css';
import { nextSort, sortedRows, type TableSort } from './table-order.ts';

/** Rows drawn at once; the rest come with a button, so a long series does not stall the page. */
const STEP = 200;

/** A figure's numbers as a plain table: captioned, sortable by its headers, "not reported" spoken where nothing is. */
export function DataTable({ table, hideCaption = false }: { table: FigureTable; hideCaption?: boolean }) {
  const { t, format } = useI18n();
  const [sort, setSort] = useState<TableSort | null>(null);
  const [shown, setShown] = useState(STEP);
  const rows = useMemo(() => sortedRows(table, sort, format.compare), [table, sort, format]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={table.caption}>
      <table className={styles.table}>
        <caption className={hideCaption ? 'visually-hidden' : styles.caption}>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <HeaderCell
                key={column.key}
                label={column.label}
                numeric={column.numeric}
                sort={sort?.column === index ? sort : null}
                onPress={() => setSort(nextSort(sort, index, column.numeric))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
            <tr key={index}>
              {row.map((value, at) => (
                <ValueCell
                  key={table.columns[at]?.key ?? at}
                  value={value}
                  first={at === 0}
                  numeric={table.columns[at]?.numeric ?? false}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <button type="button" className={styles.more} onClick={() => setShown(shown + STEP)}>
          {t('figures.table.more', { n: Math.min(STEP, rows.length - shown), all: rows.length })}
        </button>
      ) : null}
    </section>
  );
}

function HeaderCell(props: { label: string; numeric: boolean; sort: TableSort | null; onPress: () => void }) {
  const direction = props.sort === null ? 'none' : props.sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction} className={props.numeric ? styles.number : undefined}>
      <button type="button" className={styles.sort} onClick={props.onPress}>
        {props.label}
        <span aria-hidden="true" className={styles.arrow}>
          {props.sort === null ? '↕' : props.sort.descending ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

function ValueCell({
  value,
  first,
  numeric,
}: {
  value: string | number | null;
  first: boolean;
  numeric: boolean;
}) {
  const { t, format } = useI18n();
  const text =
    value === null ? (
      <>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('figures.table.notReported')}</span>
      </>
    ) : typeof value === 'number' ? (
      format.number(value)
    ) : (
      value
    );
  if (first) return <th scope="row">{text}</th>;
  return <td className={numeric ? styles.number : undefined}>{text}</td>;
}
