import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
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
  /** The list is opened or closed: only an open one needs its options. */
  onOpen?(open: boolean): void;
  /** Shown under the list, e.g. "headlines could not be searched". */
  note?: string;
  search?: boolean;
  hint?: string;
  /** Show the options also while nothing is typed. */
  openEmpty?: boolean;
  wide?: boolean;
  /** Takes the focus when its dialog opens. */
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** Editable combobox with a listbox (APG): ↓ opens, Enter picks, Esc closes then clears; focus stays in the field. */
export const Combobox = memo(function Combobox(props: Props) {
  const { label, text, onText, options, search = false } = props;
  const t = useT();
  const id = useId();
  const { shown, active, pick, keys, setOpen } = useChoice(props);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  const listed = shown && options.length > 0;
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
        data-autofocus={props.autoFocus || undefined}
        className={search ? `${styles.input} ${styles.withIcon}` : styles.input}
        aria-label={label}
        aria-expanded={listed}
        aria-controls={listed ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={listed && active >= 0 ? `${id}-${active}` : undefined}
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
          {listed ? (
            <Options id={id} label={label} options={options} active={active} listRef={list} onPick={pick} />
          ) : null}
          {listed ? null : <p className={styles.none}>{t('ui.combobox.none', { text: text.trim() })}</p>}
          {props.note ? <p className={styles.none}>{props.note}</p> : null}
        </div>
      ) : null}
      <p className="visually-hidden" aria-live="polite">
        {shown ? t('ui.combobox.results', { n: options.length }) : ''}
      </p>
    </div>
  );
});

/** Whether the list is open, which row is active, and what the keys do. */
function useChoice({ text, onText, options, onPick, onOpen, openEmpty = false }: Props) {
  const [open, setIsOpen] = useState(false);
  const setOpen = (next: boolean) => {
    setIsOpen(next);
    onOpen?.(next);
  };
  const [chosen, setChosen] = useState(-1);
  const shown = open && (text.trim() !== '' || openEmpty);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its first row
  useEffect(() => setChosen(text.trim() === '' ? -1 : 0), [text, options.length]);
  const active = Math.min(chosen, options.length - 1);
  const pick = (at: number) => {
    const option = options[at];
    if (!option) return;
    setOpen(false);
    onPick(option.id);
  };
  const move = (step: 1 | -1) => {
    if (!shown) return setOpen(true);
    const from = active < 0 && step === -1 ? options.length : active;
    if (options.length > 0) setChosen((from + step + options.length) % options.length);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && shown) pick(active);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { shown, active, pick, keys, setOpen };
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
