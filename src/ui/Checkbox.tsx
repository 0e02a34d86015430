import { memo, type ReactNode, useEffect, useRef } from 'react';
import styles from './Checkbox.module.css';
import { useSteady } from './use-steady.ts';

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
      <CheckInput checked={checked} mixed={mixed} onChange={useSteady(onChange)} />
      <span className={styles.label}>{children}</span>
      {/* The space parts label and count in the name that is read out. */}{' '}
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
    </label>
  );
}

const CheckInput = memo(function CheckInput({
  checked,
  mixed,
  onChange,
}: Required<Pick<Props, 'checked' | 'mixed' | 'onChange'>>) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <input
      ref={input}
      type="checkbox"
      className={styles.box}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
});
