import type { ReactNode } from 'react';
import styles from './Switch.module.css';

type Props = { checked: boolean; onChange(checked: boolean): void; children: ReactNode };

export function Switch({ checked, onChange, children }: Props) {
  return (
    <label className={styles.row}>
      <span>{children}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.input}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
