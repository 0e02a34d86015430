import type { ReactNode } from 'react';
import styles from './Tag.module.css';

/** A short mark in a line of text; dashed = not certain, warn = disputed or weak. */
export function Tag({
  tone = 'dashed',
  children,
}: {
  tone?: 'dashed' | 'solid' | 'warn';
  children: ReactNode;
}) {
  return <span className={tone === 'dashed' ? styles.tag : `${styles.tag} ${styles[tone]}`}>{children}</span>;
}
