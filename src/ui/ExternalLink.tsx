import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.tsx';
import styles from './ExternalLink.module.css';
import { Icon } from './Icon.tsx';

/** The host of a web address without "www."; null for anything that is not http(s). */
export function hostOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^www\./, '') : null;
  } catch {
    return null;
  }
}

type Props = {
  href: string | null;
  children: ReactNode;
  lang?: string | undefined;
  /** Write the real host after the text, so that nobody is led astray by a label. */
  host?: boolean;
  className?: string | undefined;
};

/** A link that leaves the product. It opens apart, sends no referrer, and only ever leads to http(s). */
export function ExternalLink({ href, children, lang, host = false, className }: Props) {
  const t = useT();
  const name = href === null ? null : hostOf(href);
  if (href === null || name === null)
    return (
      <span lang={lang} className={className}>
        {children}
      </span>
    );
  return (
    <span>
      <a href={href} target="_blank" rel="noopener noreferrer" lang={lang} className={className}>
        {children}
        <span className={styles.mark}>
          <Icon name="external" size={12} />
        </span>
        <span className="visually-hidden" lang={t('records.lang')}>
          {' '}
          ({t('ui.opensNewTab')})
        </span>
      </a>
      {host ? <span className={styles.host}> {name}</span> : null}
    </span>
  );
}
