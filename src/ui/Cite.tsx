import { useT } from '#i18n/i18n.tsx';
import { Button } from './Button.tsx';
import styles from './Cite.module.css';
import { copyText } from './ErrorState.tsx';

/** A citation to be taken along: the words, and a button that copies them. */
export function Cite({ text, lang }: { text: string; lang?: string }) {
  const t = useT();
  return (
    <div className={styles.cite}>
      <p className={styles.text} lang={lang}>
        {text}
      </p>
      <Button
        icon="link"
        onClick={() => void copyText(text, t('records.cite.copied'), t('records.cite.copy'))}
      >
        {t('records.cite.copy')}
      </Button>
    </div>
  );
}

/** Copies the page's own address. */
export function CopyLink({ href }: { href?: string }) {
  const t = useT();
  const address = () => (href === undefined ? location.href : new URL(href, location.href).href);
  return (
    <Button
      icon="link"
      onClick={() => void copyText(address(), t('shell.linkCopied'), t('shell.linkManual'))}
    >
      {t('records.copyLink')}
    </Button>
  );
}
