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

/** Focuses an entry, and scrolls only to one out of sight: Chromium scrolls to what it focuses in a header that stays though it is seen. */
function focusEntry(entry: HTMLButtonElement | undefined): void {
  if (!entry) return;
  entry.focus({ preventScroll: true });
  const { top, bottom } = entry.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) entry.scrollIntoView({ block: 'nearest' });
}

/** Where a key leads from entry `at` of `count`; undefined for keys that do not move. */
function nextEntry(key: string, at: number, count: number): number | undefined {
  const to: Record<string, number> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return to[key];
}

/** A menu button by the APG: arrows move, Home and End jump, Esc and Tab close, focus returns to the button. */
export function Menu(props: Props) {
  const { label, button, icon, variant = 'quiet', side = 'end', up = false } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = (refocus: boolean) => {
    setOpen(false);
    // In a header that stays, Chromium would scroll the page to where the button stood before it stayed.
    if (refocus) trigger.current?.focus({ preventScroll: true });
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
        <Entries
          {...props}
          id={id}
          className={[styles.menu, styles[side], up ? styles.up : ''].join(' ')}
          onClose={close}
        />
      ) : null}
    </span>
  );
}

/** The open menu; it takes the focus to its checked entry, else to the first. */
function Entries(props: Props & { id: string; className: string; onClose(refocus: boolean): void }) {
  const { items, onClose, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const start = useRef(
    Math.max(
      0,
      items.findIndex((item) => item.checked),
    ),
  );
  useEffect(() => focusEntry(entriesOf(list.current)[start.current]), []);
  const keys = (event: KeyboardEvent) => {
    const all = entriesOf(list.current);
    const next = nextEntry(event.key, all.indexOf(document.activeElement as HTMLButtonElement), all.length);
    if (event.key === 'Tab') return onClose(false);
    if (next !== undefined) focusEntry(all[next]);
    else if (event.key === 'Escape') onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      id={props.id}
      role="menu"
      aria-label={props.label}
      className={props.className}
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
            onClose(true);
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
  );
}
