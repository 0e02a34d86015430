import type { ReactNode } from 'react';
import styles from './RecordList.module.css';

/** A list of records, hairlines between; `columns` sets them side by side where there is room. */
export function RecordList({
  label,
  columns = false,
  children,
}: {
  label?: string;
  columns?: boolean;
  children: readonly ReactNode[];
}) {
  return (
    <ul aria-label={label} className={columns ? `${styles.list} ${styles.columns}` : styles.list}>
      {children}
    </ul>
  );
}
