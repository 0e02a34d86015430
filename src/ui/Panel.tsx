import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

type Props = {
  id?: string;
  title: ReactNode;
  note?: ReactNode;
  controls?: ReactNode;
  foot?: ReactNode;
  /** Rows go edge to edge; otherwise the body is padded. */
  flush?: boolean;
  /** Laid straight on the page, without a card. */
  bare?: boolean;
  busy?: boolean;
  level?: 2 | 3;
  className?: string | undefined;
  children: ReactNode;
};

/** A named part of a page that is no figure: serif title, note, switches at the right, body. */
export function Panel(props: Props) {
  const id = useId();
  const Heading = props.level === 3 ? 'h3' : 'h2';
  const classes = [styles.panel, props.bare ? styles.bare : styles.card, props.className];
  return (
    <section
      id={props.id}
      aria-labelledby={id}
      aria-busy={props.busy ?? false}
      className={classes.filter(Boolean).join(' ')}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <Heading id={id} className={styles.title}>
            {props.title}
          </Heading>
          {props.note ? <p className={styles.note}>{props.note}</p> : null}
        </div>
        {props.controls ? <div className={styles.controls}>{props.controls}</div> : null}
      </div>
      <div className={props.flush ? styles.flush : styles.body}>{props.children}</div>
      {props.foot ? <div className={styles.foot}>{props.foot}</div> : null}
    </section>
  );
}
