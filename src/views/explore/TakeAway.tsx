import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import styles from './TakeAway.module.css';
import { useEdition, useShareLink } from './use-words.ts';

/** The link of this view, and its data as files. */
export function TakeAway() {
  const t = useT();
  const link = useShareLink(useEdition());
  return (
    <div id="take-away" tabIndex={-1} className={styles.bar}>
      <Button
        data-key="l"
        icon="link"
        onClick={() => void copyText(link, t('shell.linkCopied'), t('shell.linkManual'))}
      >
        {t('explore.copyLink')}
      </Button>
    </div>
  );
}
