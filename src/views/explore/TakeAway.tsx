import { useQueryClient } from '@tanstack/react-query';
import { listDrawing } from '#drawings/list/make-list.ts';
import type { Drawing } from '#figures/figure.ts';
import { useI18n, useT } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { eventsInPage } from '#state/queries.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import { FEED_STEP, feedQuery } from './explore-queries.ts';
import { FigureExport } from './FigureExport.tsx';
import { ShareView } from './ShareView.tsx';
import { around } from './surrounding.tsx';
import styles from './TakeAway.module.css';
import { type Counts, useCounts } from './use-explore.ts';
import { useEdition, useShareLink, useWordsBase } from './use-words.ts';

/** Where the keys `e` and `l` find the buttons of this bar. */
export const TAKE_AWAY = { bar: 'take-away', link: 'copy-link', export: 'export-list' } as const;

type Props = { counts: Counts; names: ReturnType<typeof useNames> };

/** The list as a figure: its first rows, as the feed has them. */
function useListDrawing({ counts, names }: Props): () => Drawing {
  const i18n = useI18n();
  const { view } = useView();
  const client = useQueryClient();
  const edition = useEdition();
  const base = useWordsBase(counts, names, edition);
  const asked = useAsk([feedQuery(view.filter, view.sort, FEED_STEP)]);
  return () => {
    const inPage = eventsInPage(client, edition.dataVersion);
    const events = (asked.data?.answers[0]?.rows ?? []).flatMap((n) => inPage.get(n) ?? []);
    return listDrawing({ events, total: counts.count?.total.events ?? 0, base }, { i18n, names });
  };
}

/** The link of this view, and its rows as files. */
export const TakeAway = around('list', Bar);

function Bar({ names }: Pick<Props, 'names'>) {
  const counts = useCounts();
  const t = useT();
  const drawing = useListDrawing({ counts, names });
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
      <ShareView counts={counts} names={names} />
      {counts.count ? (
        <FigureExport
          figure="list"
          counts={counts}
          names={names}
          drawing={drawing}
          id={TAKE_AWAY.export}
          variant="primary"
        />
      ) : (
        <Button variant="primary" icon="download" disabled>
          {t('export.menu')}
        </Button>
      )}
    </div>
  );
}
