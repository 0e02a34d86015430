import type { ReactNode } from 'react';
import styles from './Checkbox.module.css';
import { CheckInput } from './CheckInput.tsx';

type Props = {
  checked: boolean;
  /** Some but not all of what stands under it. */
  mixed?: boolean;
  onChange(checked: boolean): void;
  children: ReactNode;
  /** Shown at the right end, e.g. a count. */
  count?: ReactNode;
  muted?: boolean;
};

export function Checkbox({ checked, mixed = false, onChange, children, count, muted = false }: Props) {
  return (
    <label className={styles.row} data-muted={muted}>
      <CheckInput className={styles.box} checked={checked} mixed={mixed} onChange={onChange} />
      <span className={styles.label}>{children}</span>
      {/* The space parts label and count in the name that is read out. */}{' '}
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
    </label>
  );
}
