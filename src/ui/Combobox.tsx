import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import styles from './Combobox.module.css';
import { Icon } from './Icon.tsx';

export type ComboOption = {
  id: string;
  label: ReactNode;
  detail?: ReactNode;
  lang?: string;
  section?: string;
};

type Props = {
  label: string;
  placeholder?: string;
  text: string;
  onText(text: string): void;
  options: readonly ComboOption[];
  onPick(id: string): void;
  /** Shown under the list, e.g. "headlines could not be searched". */
  note?: string;
  search?: boolean;
  hint?: string;
  /** Show the options also while nothing is typed. */
  openEmpty?: boolean;
  wide?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** Editable combobox with a listbox (APG): ↓ opens, Enter picks, Esc closes then clears; focus stays in the field. */
export function Combobox(props: Props) {
  const { label, text, onText, options, onPick, openEmpty = false, search = false } = props;
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = open && (text.trim() !== '' || openEmpty);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its first row
  useEffect(() => setActive(text.trim() === '' ? -1 : 0), [text, options.length]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  const pick = (at: number) => {
    const option = options[at];
    if (!option) return;
    setOpen(false);
    onPick(option.id);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!shown) setOpen(true);
      else if (options.length > 0) setActive((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && shown) pick(active);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.root}>
      {search ? (
        <span className={styles.icon}>
          <Icon name="search" size={16} />
        </span>
      ) : null}
      <input
        ref={props.inputRef}
        type="text"
        role="combobox"
        className={search ? `${styles.input} ${styles.withIcon}` : styles.input}
        aria-label={label}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={
          shown && active >= 0 && active < options.length ? `${id}-${active}` : undefined
        }
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder ?? label}
        value={text}
        onChange={(event) => {
          setOpen(true);
          onText(event.target.value);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      {props.hint ? (
        <span className={styles.hint} aria-hidden="true">
          {props.hint}
        </span>
      ) : null}
      {shown ? (
        <div className={props.wide ? `${styles.list} ${styles.wide}` : styles.list}>
          <Options id={id} label={label} options={options} active={active} listRef={list} onPick={pick} />
          {options.length === 0 ? (
            <p className={styles.none}>{t('ui.combobox.none', { text: text.trim() })}</p>
          ) : null}
          {props.note ? <p className={styles.none}>{props.note}</p> : null}
        </div>
      ) : null}
      <p className="visually-hidden" aria-live="polite">
        {shown ? t('ui.combobox.results', { n: options.length }) : ''}
      </p>
    </div>
  );
}

type OptionsProps = {
  id: string;
  label: string;
  options: readonly ComboOption[];
  active: number;
  listRef: Ref<HTMLDivElement>;
  onPick(at: number): void;
};

function Options({ id, label, options, active, listRef, onPick }: OptionsProps) {
  return (
    <div id={id} ref={listRef} role="listbox" aria-label={label}>
      {options.map((option, at) => {
        const first = option.section !== undefined && option.section !== options[at - 1]?.section;
        return (
          <div key={option.id} role="presentation">
            {first ? (
              <p className={styles.section} role="presentation">
                {option.section}
              </p>
            ) : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus */}
            <div
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(at)}
            >
              <span lang={option.lang}>{option.label}</span>
              {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
            </div>
          </div>
        );
      })}
    </div>
  );
}
