import { useEffect, useState } from 'react';
import { embedCode } from '#core/embed-address.ts';
import { refOfLink } from '#core/figure-ref.ts';
import type { Drawing } from '#figures/figure.ts';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import styles from './ExportDialog.module.css';
import { embedsAllowed } from './embed-policy.ts';
import shareStyles from './ShareTabs.module.css';

/** Code that shows the figure on another site, folded away until wanted; nothing for figures without an address of their own. */
export function EmbedChoice({ kind, words }: Pick<Drawing, 'kind' | 'words'>) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const ref = refOfLink(kind, words.link);
  if (!ref) return null;
  return (
    <details className={shareStyles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('embed.title')}</summary>
      {open ? <Code code={embedCode(ref, { origin: location.origin, title: words.title })} /> : null}
    </details>
  );
}

/** Whether the server lets other sites frame its figures; null while it is asked, "unknown" where it does not answer. */
function useAllowed(): boolean | 'unknown' | null {
  const [allowed, setAllowed] = useState<boolean | 'unknown' | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    embedsAllowed(asking.signal).then(
      (answer) => setAllowed(answer),
      () => asking.signal.aborted || setAllowed('unknown'),
    );
    return () => asking.abort();
  }, []);
  return allowed;
}

function Code({ code }: { code: string }) {
  const t = useT();
  const allowed = useAllowed();
  const copy = () => void copyText(code, t('embed.copied'), t('embed.manual'));
  return (
    <div className={styles.list}>
      <p className={styles.hint} role="status">
        {allowed === false ? t('embed.off') : t(allowed === 'unknown' ? 'embed.unknown' : 'embed.text')}
      </p>
      {allowed === false ? null : (
        <>
          <label className={styles.alt}>
            <span>{t('embed.code')}</span>
            <textarea rows={4} readOnly value={code} onFocus={(event) => event.target.select()} />
          </label>
          <div className={styles.row}>
            <Button onClick={copy}>{t('embed.copy')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
