import { type ReactNode, useId, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { FigureCard } from '#ui/FigureCard.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import styles from './Figure.module.css';
import type { FigureTable, FigureWords } from './figure.ts';
import { DataTable } from './table/DataTable.tsx';

/** What stands in the body. Empty and failed states are drawn inside the frame and offer a way out. */
export type FigureState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loading'; readonly onCancel?: () => void }
  | {
      readonly kind: 'empty';
      readonly title: string;
      readonly text?: ReactNode;
      readonly actions?: ReactNode;
    }
  | {
      readonly kind: 'failed';
      readonly title: string;
      readonly text?: string;
      readonly detail?: string;
      readonly onRetry?: () => void;
    };

interface Props {
  /** Anchor for skip links. */
  readonly id?: string;
  readonly words: FigureWords;
  /** The same words as the line under the figure has room for them; absent = whole. */
  readonly line?: FigureWords;
  /** Segmented switches, one row at the right of the title. */
  readonly controls?: ReactNode;
  /** A sentence that the body cannot be read without. */
  readonly note?: ReactNode;
  readonly state: FigureState;
  /** Height kept while loading, empty or failed, so that nothing jumps. */
  readonly bodyHeight: number;
  /** The same numbers as a table; null where there are none. */
  readonly table: FigureTable | null;
  /** One paragraph from the data: extremes, first and last, n, missing. */
  readonly summary: string | null;
  /** What could not be drawn: "3 of 41 seizures give no weight". */
  readonly notes?: readonly string[];
  readonly exportMenu?: ReactNode;
  readonly refreshing?: boolean;
  readonly level?: 2 | 3;
  readonly className?: string;
  readonly children: ReactNode;
}

type Extra = 'table' | 'summary' | null;

/**
 * A figure on screen with all that belongs to it: title, subtitle, switches, body, notes, one caveat-and-source line, its
 * table, its summary and its export menu.
 */
export function Figure(props: Props) {
  const { words, state, notes = [], line = words } = props;
  return (
    <FigureCard
      {...(props.id ? { id: props.id } : {})}
      title={words.title}
      subtitle={words.subtitle}
      controls={props.controls}
      note={props.note}
      refreshing={props.refreshing ?? false}
      level={props.level ?? 2}
      className={props.className}
      foot={
        <div className={styles.foot}>
          <p className={styles.source}>
            {line.caveat} {line.sources}. {line.dataAsOf}.
          </p>
          <FigureExtras table={props.table} summary={props.summary} words={words} menu={props.exportMenu} />
        </div>
      }
    >
      {state.kind === 'ready' ? (
        props.children
      ) : (
        <div className={styles.state} style={{ minHeight: props.bodyHeight }}>
          <StateBody state={state} />
        </div>
      )}
      {state.kind === 'ready' && notes.length > 0 ? (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </FigureCard>
  );
}

function StateBody({ state }: { state: Exclude<FigureState, { kind: 'ready' }> }) {
  if (state.kind === 'loading') return <Loading {...(state.onCancel ? { onCancel: state.onCancel } : {})} />;
  if (state.kind === 'empty')
    return (
      <EmptyState title={state.title} actions={state.actions}>
        {state.text}
      </EmptyState>
    );
  return (
    <ErrorState
      title={state.title}
      {...(state.text ? { text: state.text } : {})}
      {...(state.detail ? { detail: state.detail } : {})}
      {...(state.onRetry ? { onRetry: state.onRetry } : {})}
    />
  );
}

/** Buttons for table, summary and export, and what they open. For figures that draw their own card (the map). */
export function FigureExtras(props: {
  table: FigureTable | null;
  summary: string | null;
  words: FigureWords;
  menu?: ReactNode;
}) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState<Extra>(null);
  const toggle = (extra: Exclude<Extra, null>) => setOpen(open === extra ? null : extra);
  const part = (extra: Exclude<Extra, null>, label: string) => (
    <Button
      variant="link"
      aria-expanded={open === extra}
      aria-controls={open === extra ? id : undefined}
      onClick={() => toggle(extra)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className={styles.actions}>
        {props.table ? part('table', t('figures.show.table')) : null}
        {props.summary === null ? null : part('summary', t('figures.show.summary'))}
        {props.menu}
      </div>
      {open === null ? null : (
        <div id={id} className={styles.extra}>
          {open === 'table' && props.table ? <DataTable table={props.table} /> : null}
          {open === 'summary' ? (
            <div className={styles.summary}>
              <p>{props.summary}</p>
              <p>{props.words.counts}.</p>
              <p>{props.words.caveat}</p>
              <p>
                {props.words.sources}. {props.words.licence}. {props.words.dataAsOf}.
              </p>
            </div>
          ) : null}
        </div>
      )}
    </>
  );
}
