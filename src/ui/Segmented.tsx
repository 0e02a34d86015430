import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './Segmented.module.css';

export type SegmentedOption<V extends string> = {
  value: V;
  label: ReactNode;
  /** Name for screen readers where the label is short. */
  name?: string;
  disabled?: boolean;
};

type Props<V extends string> = {
  label: string;
  options: readonly SegmentedOption<V>[];
  value: V;
  onChange(value: V): void;
};

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few choices in a row: a radiogroup with one tab stop, arrows choose. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const usable = options.filter((option) => !option.disabled);
    const at = usable.findIndex((option) => option.value === value);
    const step = STEP[event.key];
    const next =
      step !== undefined
        ? usable[(at + step + usable.length) % usable.length]
        : event.key === 'Home'
          ? usable[0]
          : event.key === 'End'
            ? usable.at(-1)
            : undefined;
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    group.current?.querySelector<HTMLButtonElement>(`[data-value="${next.value}"]`)?.focus();
  };
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={styles.group} onKeyDown={move}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold the label's markup inside one target
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-label={option.name}
          tabIndex={option.value === value ? 0 : -1}
          disabled={option.disabled ?? false}
          data-value={option.value}
          className={styles.option}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
