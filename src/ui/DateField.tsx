import { memo, useEffect, useId, useState } from 'react';
import type { CivilDay } from '#core/time.ts';
import { useI18n } from '#i18n/i18n.tsx';
import styles from './DateField.module.css';
import { parseTypedDay } from './typed-day.ts';

type Props = {
  label: string;
  value: CivilDay | null;
  /** A month or year typed here stands for its first or last day. */
  edge: 'first' | 'last';
  onCommit(day: CivilDay | null): void;
  placeholder?: string;
};

/** A typed date. It commits on Enter or on leaving; text that is not a real date stays, with what to do about it. */
export const DateField = memo(function DateField({ label, value, edge, onCommit, placeholder }: Props) {
  const { t, format } = useI18n();
  const id = useId();
  const shown = value === null ? '' : format.day(value);
  const [text, setText] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    setText(shown);
    setWrong(null);
  }, [shown]);
  const commit = () => {
    if (text.trim() === shown) return setWrong(null);
    if (text.trim() === '') return onCommit(null);
    const day = parseTypedDay(text, edge);
    if (day === null) return setWrong(text.trim());
    setWrong(null);
    setText(format.day(day));
    if (day !== value) onCommit(day);
  };
  return (
    <div className={styles.field}>
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        className={styles.input}
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        title={t('ui.date.format')}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') {
            setText(shown);
            setWrong(null);
          }
        }}
      />
      {wrong === null ? null : (
        <p id={id} className={styles.error} role="alert">
          {t('ui.date.notReal', { text: wrong, example: edge === 'first' ? '2015-01-01' : '2015-12-31' })}
        </p>
      )}
    </div>
  );
});
