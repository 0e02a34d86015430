import { Icon } from './Icon.tsx';
import styles from './Select.module.css';

type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange(value: V): void;
  quiet?: boolean;
};

/** The platform's own select; `label` is its name. */
export function Select<V extends string>({ label, value, options, onChange, quiet = false }: Props<V>) {
  return (
    <span className={styles.wrap}>
      <select
        aria-label={label}
        className={quiet ? `${styles.select} ${styles.quiet}` : styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={styles.mark}>
        <Icon name="chevronDown" size={14} />
      </span>
    </span>
  );
}
