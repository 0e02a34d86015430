import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.tsx';
import styles from './Chip.module.css';
import { Icon } from './Icon.tsx';

/** A thing in force (an active filter) that its cross removes. */
export function Chip({ text, onRemove }: { text: string; onRemove?: () => void }) {
  const t = useT();
  return (
    <span className={onRemove ? `${styles.chip} ${styles.removable}` : styles.chip}>
      <span className={styles.text}>{text}</span>
      {onRemove ? (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('ui.remove', { what: text })}
          onClick={onRemove}
        >
          <Icon name="close" size={12} />
        </button>
      ) : null}
    </span>
  );
}

/** A small on-off choice; several may be on. */
export function ToggleChip(props: {
  pressed: boolean;
  onChange(pressed: boolean): void;
  children: ReactNode;
  title?: string;
}) {
  return (
    <button
      type="button"
      className={`${styles.chip} ${styles.toggle}`}
      aria-pressed={props.pressed}
      title={props.title}
      onClick={() => props.onChange(!props.pressed)}
    >
      {props.children}
    </button>
  );
}
