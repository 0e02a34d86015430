import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { type BriefingItem, briefingLimits } from '#core/briefing.ts';
import { itemSlides } from '#export/briefing/slide-plan.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import { type I18n, useI18n, useT } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import styles from './BriefingPage.module.css';
import { SlideView } from './SlideView.tsx';
import type { ItemDrawing } from './use-drawn-items.ts';
import { whyOf } from './why.ts';

interface Props {
  readonly item: BriefingItem;
  readonly at: number;
  readonly count: number;
  readonly drawing: ItemDrawing;
  /** Of the briefing's language, for the slide; null until it is there. */
  readonly slideI18n: I18n | null;
  readonly say: BriefingT;
  onChange(change: (item: BriefingItem) => BriefingItem): void;
  onMove(by: number): void;
  onRemove(): void;
  onPin(pinned: boolean): void;
  /** An item dropped on this one takes its place. */
  onDropped(id: string): void;
}

const dragType = 'application/x-atalaya-item';

/** One item: its slide, the author's words, its place in the order, live or pinned. */
export function ItemCard(props: Props) {
  const { item, at, count, drawing, say } = props;
  const [over, setOver] = useState(false);
  const [held, setHeld] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    props.onMove(by);
  };
  return (
    <li
      ref={card}
      className={styles.item}
      data-item={item.id}
      data-over={over}
      aria-label={`${say('briefing.item', { at: String(at + 1), n: count })}: ${say(`briefing.kind.${item.kind}`)}`}
      draggable={held}
      onKeyDown={keys}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, item.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => setHeld(false)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = event.dataTransfer.getData(dragType);
        if (id === '' || id === item.id) return;
        event.preventDefault();
        props.onDropped(id);
      }}
    >
      <ItemBar {...props} hold={setHeld} />
      <div className={styles.columns}>
        <div className={styles.shown}>
          <Shown drawing={drawing} i18n={props.slideI18n} say={say} />
        </div>
        <ItemWordsForm item={item} drawing={drawing} say={say} onChange={props.onChange} />
      </div>
      {item.kind === 'note' ? null : <ItemFoot {...props} item={item} />}
    </li>
  );
}

function ItemBar({ item, at, count, say, onMove, onRemove, hold }: Props & { hold(on: boolean): void }) {
  return (
    <div className={styles.itemBar}>
      <span
        className={styles.grip}
        title={say('briefing.item.drag')}
        onPointerDown={() => hold(true)}
        onPointerUp={() => hold(false)}
        aria-hidden="true"
      >
        ⠿
      </span>
      <strong className={styles.number}>{at + 1}</strong>
      <span className={styles.kind}>{say(`briefing.kind.${item.kind}`)}</span>
      <span className={styles.space} />
      <IconButton
        icon="chevronUp"
        label={say('briefing.item.up')}
        disabled={at === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon="chevronDown"
        label={say('briefing.item.down')}
        disabled={at === count - 1}
        onClick={() => onMove(1)}
      />
      <IconButton icon="close" label={say('briefing.item.remove')} onClick={onRemove} />
    </div>
  );
}

function Shown({ drawing, i18n, say }: { drawing: ItemDrawing; i18n: I18n | null; say: BriefingT }) {
  const t = useT();
  if (drawing.state === 'failed')
    return (
      <div className={styles.failed} role="alert">
        <p>{say('briefing.failed', { why: whyOf(drawing.error, say, t) })}</p>
        <Button onClick={drawing.retry}>{say('briefing.retry')}</Button>
      </div>
    );
  if (drawing.state === 'drawing' || i18n === null)
    return (
      <div className={styles.waiting}>
        <Loading lines={4} />
      </div>
    );
  const [first] = itemSlides(drawing.item, { i18n, say });
  return first ? <SlideView slide={first} lang={i18n.lang} /> : null;
}

function ItemWordsForm({
  item,
  drawing,
  say,
  onChange,
}: Pick<Props, 'item' | 'drawing' | 'say' | 'onChange'>) {
  const own = drawing.state === 'drawn' ? (drawing.item.content?.words.title ?? '') : '';
  const set = (key: 'title' | 'message' | 'annotation') => (text: string) =>
    onChange((before) => ({ ...before, [key]: text }));
  return (
    <div className={styles.form}>
      <Field
        label={say('briefing.item.title')}
        value={item.title}
        placeholder={own}
        most={briefingLimits.titleCharacters}
        onText={set('title')}
      />
      <Field
        label={say('briefing.item.message')}
        hint={say('briefing.item.messageHint')}
        value={item.message}
        rows={item.kind === 'note' ? 6 : 3}
        most={briefingLimits.textCharacters}
        onText={set('message')}
      />
      <Field
        label={say('briefing.item.annotation')}
        hint={say('briefing.item.annotationHint')}
        value={item.annotation}
        rows={2}
        most={briefingLimits.textCharacters}
        onText={set('annotation')}
      />
    </div>
  );
}

/** A labelled line, or lines, of text. */
export function Field(props: {
  label: string;
  hint?: string;
  value: string;
  placeholder?: string;
  rows?: number;
  most: number;
  onText(text: string): void;
}) {
  const id = useId();
  const { label, hint, value, rows, most } = props;
  const shared = {
    id,
    value,
    maxLength: most,
    placeholder: props.placeholder ?? '',
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => props.onText(event.target.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}

/** The page an item comes from. */
function addressOf(item: Exclude<BriefingItem, { kind: 'note' }>): string {
  if (item.kind === 'figure') return item.ref.address;
  if (item.kind === 'list') return item.address;
  return item.kind === 'event' ? paths.event(item.event) : paths.article(item.article);
}

function ItemFoot(props: Props & { item: Exclude<BriefingItem, { kind: 'note' }> }) {
  const { item, drawing, say } = props;
  const { format } = useI18n();
  const { pinned } = item;
  return (
    <div className={styles.itemFoot}>
      <Segmented
        label={say('briefing.state')}
        value={pinned === null ? 'live' : 'pinned'}
        options={[
          { value: 'live', label: say('briefing.live') },
          { value: 'pinned', label: say('briefing.pinned'), disabled: drawing.state !== 'drawn' },
        ]}
        onChange={(value) => props.onPin(value === 'pinned')}
      />
      <span className={styles.hint}>
        {pinned === null
          ? say('briefing.state.live')
          : say('briefing.state.pinned', { when: format.stamp(pinned.at), version: pinned.dataVersion })}
      </span>
      <span className={styles.space} />
      {item.kind === 'list' && pinned === null ? (
        <label className={styles.rows}>
          {say('briefing.item.rows')}
          <input
            type="number"
            min={1}
            max={briefingLimits.listRows}
            value={item.rows}
            onChange={({ target }) => {
              const rows = Math.max(
                1,
                Math.min(briefingLimits.listRows, Math.round(Number(target.value)) || 1),
              );
              props.onChange((before) => (before.kind === 'list' ? { ...before, rows } : before));
            }}
          />
        </label>
      ) : null}
      <Link href={addressOf(item)} className={styles.link}>
        {say('briefing.item.source')}
      </Link>
    </div>
  );
}
