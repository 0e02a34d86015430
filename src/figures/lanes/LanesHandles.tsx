import type { KeyboardEvent, PointerEvent } from 'react';
import { type Bin, binStart } from '#core/time.ts';
import { useI18n } from '#i18n/i18n.tsx';
import styles from './LanesTimeline.module.css';
import type { LanesLayout } from './lanes-layout.ts';
import { binsBetween } from './lanes-model.ts';
import { type Edge, keyedWindow } from './lanes-moves.ts';
import type { DaySpan } from './lanes-props.ts';
import { edgeWords } from './lanes-words.ts';

interface Props {
  readonly layout: LanesLayout;
  readonly bin: Bin;
  readonly bounds: DaySpan;
  /** The window as drawn; the bounds when all dates are chosen. */
  readonly window: DaySpan;
  readonly onKeyWindow: (window: DaySpan) => void;
  readonly onBegin: (event: PointerEvent<HTMLElement>, edge: Edge) => void;
  readonly onMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onEnd: (event: PointerEvent<HTMLElement>) => void;
  readonly onCancel: () => void;
}

/** The two white handles: each a slider by the APG, its value a bin. */
export function LanesHandles(props: Props) {
  return (
    <>
      <Handle {...props} edge="from" />
      <Handle {...props} edge="to" />
    </>
  );
}

function Handle({ edge, layout, bin, bounds, window, ...acts }: Props & { edge: Edge }) {
  const i18n = useI18n();
  const { plot } = layout;
  const x = layout.x(edge === 'from' ? window.from : window.to + 1);
  const outside = x < plot.left - 1 || x > plot.right + 1;
  const at = Math.max(plot.left, Math.min(plot.right, x));
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyedWindow(window, edge, { key: event.key, shift: event.shiftKey }, bin, bounds);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    acts.onKeyWindow(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={i18n.t(edge === 'from' ? 'figures.time.start' : 'figures.time.end')}
      aria-valuemin={0}
      aria-valuemax={binsBetween(bounds.from, bounds.to, bin) - 1}
      aria-valuenow={
        binsBetween(
          binStart(bounds.from, bin),
          Math.max(bounds.from, Math.min(bounds.to, window[edge])),
          bin,
        ) - 1
      }
      aria-valuetext={edgeWords(bin, window[edge], i18n)}
      aria-orientation="horizontal"
      className={`${styles.handle} ${styles[edge]}`}
      style={{ left: at, top: plot.top, height: plot.bottom - plot.top }}
      onKeyDown={keys}
      onPointerDown={(event) => acts.onBegin(event, edge)}
      onPointerMove={acts.onMove}
      onPointerUp={acts.onEnd}
      onPointerCancel={acts.onCancel}
    >
      <span className={outside ? `${styles.grip} ${styles.faded}` : styles.grip} />
    </div>
  );
}
