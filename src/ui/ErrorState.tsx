import { useT } from '#i18n/i18n.tsx';
import { Button } from './Button.tsx';
import styles from './state.module.css';
import { showToast } from './toast-store.ts';

type Props = {
  /** What failed, in a sentence. */
  title: string;
  /** What still works. */
  text?: string;
  /** For the report: code, request id, time. */
  detail?: string;
  onRetry?: () => void;
  retryLabel?: string;
};

/** Copies text and says so; where the browser refuses, the text is shown to be copied by hand. */
export async function copyText(text: string, done: string, byHand: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
  } catch {
    window.prompt(byHand, text);
  }
}

export function ErrorState({ title, text, detail, onRetry, retryLabel }: Props) {
  const t = useT();
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>{title}</p>
      {text ? <p className={styles.text}>{text}</p> : null}
      <div className={styles.actions}>
        {onRetry ? <Button onClick={onRetry}>{retryLabel ?? t('ui.retry')}</Button> : null}
        {detail ? (
          <Button variant="quiet" onClick={() => void copyText(detail, t('ui.copied'), t('ui.copyDetails'))}>
            {t('ui.copyDetails')}
          </Button>
        ) : null}
      </div>
      {detail ? <p className={styles.detail}>{detail}</p> : null}
    </div>
  );
}
