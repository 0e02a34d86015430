import { useMemo, useState } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useHeldWords } from '#state/use-held-words.ts';
import type { Names, useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorState } from '#ui/ErrorState.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Pager } from '#ui/Pager.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { WithheldNote } from '#ui/Withheld.tsx';
import { EventCards } from './EventCards.tsx';
import { EventsExport } from './EventsExport.tsx';
import styles from './EventsPage.module.css';
import { EventsShare } from './EventsShare.tsx';
import { EventTable } from './EventTable.tsx';
import { ListBar } from './ListBar.tsx';
import { NoEvents } from './NoEvents.tsx';
import { PAGE_ROWS, type useEvents } from './use-events.ts';
import { useNarrow } from './use-narrow.ts';

type Props = {
  found: ReturnType<typeof useEvents>;
  offset: number;
  onOffset(offset: number): void;
  names: ReturnType<typeof useNames>;
};

export type RowProps = {
  rows: readonly CrimeEvent[];
  names: Names;
  chosen: ReadonlySet<number>;
  onChoose(rows: readonly number[], on: boolean): void;
};

/** The list itself in each of its states: loading, failed, empty, rows; rows once shown stay while newer ones come. */
export function EventsList({ found, offset, onOffset, names }: Props) {
  const { t } = useI18n();
  const { view } = useView();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { asked, count, page, texts } = found;
  const held = useHeldWords();
  const choose = (rows: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    for (const n of rows) {
      if (on) next.add(n);
      else next.delete(n);
    }
    setChosen(next);
  };
  const rows = useMemo(() => texts.data ?? [], [texts.data]);
  if (!count || !page) {
    if (asked.error)
      return (
        <ErrorState
          title={t('records.events.failed')}
          text={t('records.failed.text')}
          detail={detailOf(asked.error)}
          onRetry={asked.retry}
        />
      );
    return held === null ? <Loading label={t('records.events.loading')} lines={12} /> : <p>{held}</p>;
  }
  const props: RowProps = { rows, names, chosen, onChoose: choose };
  return (
    <section
      className={styles.card}
      aria-label={t('records.events.title')}
      aria-busy={asked.refreshing}
      data-behind={asked.behind || texts.behind}
    >
      <h2 className="visually-hidden">{t('records.events.table')}</h2>
      <ListBar
        count={count}
        shown={page.rows.length}
        complete={asked.data?.complete ?? true}
        exportMenu={
          <>
            <EventsExport found={found} names={names} />
            <EventsShare found={found} names={names} />
          </>
        }
        chosen={chosen}
        onClear={() => setChosen(new Set())}
      />
      <WithheldNote sources={names.sources} filter={view.filter} />
      <Rows found={found} {...props} />
      <Pager
        label={t('records.events.pages')}
        offset={offset}
        shown={page.rows.length}
        total={page.matched}
        size={PAGE_ROWS}
        onOffset={(next) => {
          onOffset(next);
          window.scrollTo?.({ top: 0 });
        }}
      />
    </section>
  );
}

/** The rows of the page shown, or why they are not here: of a list still arriving none may be known yet. */
function Rows({ found: { asked, page, texts }, ...props }: RowProps & Pick<Props, 'found'>) {
  const { t } = useI18n();
  const { view } = useView();
  const narrow = useNarrow();
  const held = useHeldWords();
  const matched = page?.matched ?? 0;
  if (matched === 0 && asked.data?.complete) return <NoEvents filter={view.filter} />;
  if (matched > 0 && texts.data) return narrow ? <EventCards {...props} /> : <EventTable {...props} />;
  if (texts.error)
    return (
      <ErrorState
        title={t('records.events.textsFailed', { n: matched })}
        text={t('records.failed.unreachable')}
        detail={detailOf(texts.error)}
        onRetry={() => void texts.refetch()}
      />
    );
  if (held !== null && matched === 0) return <p className={styles.pad}>{held}</p>;
  return (
    <div className={styles.pad}>
      <Loading label={t('records.events.loading')} lines={12} />
    </div>
  );
}
