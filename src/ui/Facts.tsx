import { Fragment, type ReactNode } from 'react';
import styles from './Facts.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode } | null | false;

/** Names and values in two columns; absent facts are left out, never filled in. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) =>
        fact ? (
          <Fragment key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}
