import styles from './LanesTimeline.module.css';

interface Props {
  readonly id: string;
  /** First line is set strong. */
  readonly lines: readonly string[];
  readonly hint: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** What is under the pointer or the keyboard. It stays while pointed at; Esc closes it (WCAG 1.4.13). */
export function LanesTooltip({ id, lines, hint, x, y, width, onEnter, onLeave }: Props) {
  const flip = x > width * 0.6;
  const [head, ...rest] = lines;
  return (
    <div
      id={id}
      role="tooltip"
      className={styles.tooltip}
      style={{
        top: Math.max(0, y - 8),
        ...(flip ? { right: Math.max(4, width - x + 12) } : { left: x + 12 }),
      }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <p className={styles.tooltipHead}>{head}</p>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
