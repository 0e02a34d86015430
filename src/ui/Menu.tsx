import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';

export type MenuItem = { value: string; label: ReactNode; lang?: string; checked?: boolean };

type Props = {
  /** Name of the button. */
  label: string;
  button: ReactNode;
  icon?: IconName;
  variant?: 'plain' | 'quiet' | 'link' | 'primary';
  items: readonly MenuItem[];
  onChoose(value: string): void;
  side?: 'start' | 'end';
  up?: boolean;
};

const entriesOf = (list: HTMLDivElement | null) => [
  ...(list?.querySelectorAll<HTMLButtonElement>('button') ?? []),
];

/** A menu button by the APG: arrows move, Home and End jump, Esc and Tab close, focus returns to the button. */
export function Menu({
  label,
  button,
  icon,
  variant = 'quiet',
  items,
  onChoose,
  side = 'end',
  up = false,
}: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    entriesOf(list.current)[
      Math.max(
        0,
        items.findIndex((item) => item.checked),
      )
    ]?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open, items]);
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const all = entriesOf(list.current);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else return;
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span ref={root} className={styles.anchor}>
      <Button
        ref={trigger}
        variant={variant}
        {...(icon ? { icon } : {})}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </Button>
      {open ? (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          className={[styles.menu, styles[side], up ? styles.up : ''].join(' ')}
          onKeyDown={keys}
        >
          {items.map((item) => (
            <button
              key={item.value}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.checked })}
              lang={item.lang}
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                close();
                onChoose(item.value);
              }}
            >
              {item.checked === undefined ? null : (
                <span className={styles.tick}>{item.checked ? <Icon name="check" size={16} /> : null}</span>
              )}
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  );
}
