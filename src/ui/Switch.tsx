import { memo, type ReactNode } from 'react';
import styles from './Switch.module.css';
import { useSteady } from './use-steady.ts';

type Props = { checked: boolean; onChange(checked: boolean): void; children: ReactNode };

export function Switch({ checked, onChange, children }: Props) {
  return (
    <label className={styles.row}>
      <span>{children}</span>
      <CheckInput checked={checked} onChange={useSteady(onChange)} />
    </label>
  );
}

const CheckInput = memo(function CheckInput({ checked, onChange }: Omit<Props, 'children'>) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-checked={checked}
      className={styles.input}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
});
