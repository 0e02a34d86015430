import { type ReactNode, useId } from 'react';
import styles from './FigureCard.module.css';

type Props = {
  /** Anchor for skip links. */
  id?: string;
  /** Says the finding or the subject, at most ten words. */
  title: ReactNode;
  /** Measure, unit, place, period. */
  subtitle: ReactNode;
  /** Segmented switches, one row at the right. */
  controls?: ReactNode;
  /** A sentence that the body cannot be read without, the width of the card. */
  note?: ReactNode;
  /** One caveat-and-source line. */
  foot?: ReactNode;
  /** A thin bar while newer numbers are on their way. */
  refreshing?: boolean;
  /** No rule between head and body. */
  plain?: boolean;
  level?: 2 | 3;
  className?: string | undefined;
  children: ReactNode;
};

/** The anatomy of every figure on screen: serif title, subtitle, switches, body edge to edge, one source line. */
export function FigureCard(props: Props) {
  const id = useId();
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <figure
      id={props.id}
      tabIndex={props.id ? -1 : undefined}
      aria-labelledby={id}
      aria-busy={props.refreshing ?? false}
      className={props.className ? `${styles.card} ${props.className}` : styles.card}
    >
      <figcaption className={styles.head}>
        <div className={styles.words}>
          <Heading id={id} className={styles.title}>
            {props.title}
          </Heading>
          <p className={styles.subtitle}>{props.subtitle}</p>
        </div>
        {props.controls ? <div className={styles.controls}>{props.controls}</div> : null}
        {props.note ? <div className={styles.note}>{props.note}</div> : null}
      </figcaption>
      <div className={props.plain ? `${styles.body} ${styles.plain}` : styles.body}>
        {props.refreshing ? <span className={styles.bar} aria-hidden="true" /> : null}
        {props.children}
      </div>
      {props.foot ? <div className={styles.foot}>{props.foot}</div> : null}
    </figure>
  );
}
