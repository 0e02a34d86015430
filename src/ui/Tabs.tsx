import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Tabs.module.css';

type Props<V extends string> = {
  label: string;
  /** Prefix of the ids: tab `${id}-${value}`, its panel `${id}-panel-${value}`. */
  id: string;
  tabs: readonly { value: V; label: string; count?: ReactNode }[];
  value: V;
  onChange(value: V): void;
};

/** Props of the panel that belongs to a tab. */
export function panelProps(id: string, value: string) {
  return { id: `${id}-panel-${value}`, role: 'tabpanel', 'aria-labelledby': `${id}-${value}` } as const;
}

export function Tabs<V extends string>({ label, id, tabs, value, onChange }: Props<V>) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next =
      event.key === 'Home'
        ? tabs[0]
        : event.key === 'End'
          ? tabs.at(-1)
          : step === 0
            ? undefined
            : tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          id={`${id}-${tab.value}`}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? `${id}-panel-${tab.value}` : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
