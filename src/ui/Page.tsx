import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '#i18n/i18n.tsx';
import styles from './Page.module.css';

export type Crumb = { label: string; href: string };

type Props = {
  crumbs?: readonly Crumb[];
  title: ReactNode;
  /** Language of the title, where it is a quotation. */
  titleLang?: string | undefined;
  /** A small line above or below the title: kind, date, outlet. */
  kicker?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Beside the lead at wide widths: headline numbers. */
  aside?: ReactNode;
  /** A headline rather than a name: set smaller. */
  quiet?: boolean;
  /** Reading pages keep to one narrow column. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The frame of every page of reading: crumbs, one h1, lead, then sections. */
export function Page(props: Props) {
  const t = useT();
  return (
    <div className={props.narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      {props.crumbs ? (
        <nav aria-label={t('records.crumbs')} className={styles.crumbs}>
          <ol>
            {props.crumbs.map((crumb) => (
              <li key={crumb.href}>
                <Link href={crumb.href}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <header className={props.aside ? `${styles.head} ${styles.split}` : styles.head}>
        <div className={styles.words}>
          {props.kicker ? <p className={styles.kicker}>{props.kicker}</p> : null}
          <h1 className={props.quiet ? `${styles.title} ${styles.quiet}` : styles.title}>
            {props.titleLang ? <bdi lang={props.titleLang}>{props.title}</bdi> : props.title}
          </h1>
          {props.lead ? <div className={styles.lead}>{props.lead}</div> : null}
          {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
        </div>
        {props.aside}
      </header>
      {props.children}
    </div>
  );
}
