import { useT } from '#i18n/i18n.tsx';
import type { useNames } from '#state/use-names.ts';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import { FigureExport } from './FigureExport.tsx';
import styles from './TakeAway.module.css';
import type { Counts } from './use-explore.ts';
import { useEdition, useShareLink } from './use-words.ts';

/** Where the keys `e` and `l` find the buttons of this bar. */
export const TAKE_AWAY = { bar: 'take-away', link: 'copy-link', export: 'export-list' } as const;

/** The link of this view, and its rows as files. */
export function TakeAway({ counts, names }: { counts: Counts; names: ReturnType<typeof useNames> }) {
  const t = useT();
  const link = useShareLink(useEdition());
  return (
    <div id={TAKE_AWAY.bar} tabIndex={-1} className={styles.bar}>
      <Button
        id={TAKE_AWAY.link}
        icon="link"
        onClick={() => void copyText(link, t('shell.linkCopied'), t('shell.linkManual'))}
      >
        {t('explore.copyLink')}
      </Button>
      {counts.count ? (
        <FigureExport counts={counts} names={names} drawing={null} id={TAKE_AWAY.export} variant="primary" />
      ) : (
        <Button variant="primary" icon="download" disabled>
          {t('export.menu')}
        </Button>
      )}
    </div>
  );
}
