import type { ReactNode } from 'react';
import { CheckInput } from './CheckInput.tsx';
import styles from './Switch.module.css';

type Props = { checked: boolean; onChange(checked: boolean): void; children: ReactNode };

export function Switch({ checked, onChange, children }: Props) {
  return (
    <label className={styles.row}>
      <span>{children}</span>
      <CheckInput role="switch" className={styles.input} checked={checked} onChange={onChange} />
    </label>
  );
}
