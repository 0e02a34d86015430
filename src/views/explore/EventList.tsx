import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import { filterKey } from '#core/filter.ts';
import type { View } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAskBefore } from '#state/ask-apart.ts';
import { damageOf, transferOf, useAsk, useEngineValue } from '#state/engine-context.tsx';
import { useHover } from '#state/hover-store.ts';
import { eventRowsOptions } from '#state/queries.ts';
import { useHeldWords } from '#state/use-held-words.ts';
import { useLate } from '#state/use-late.ts';
import type { Names } from '#state/use-names.ts';
import { useQueries } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { EventCard } from './EventCard.tsx';
import { FEED_STEP, feedQuery, LATE_MS } from './explore-queries.ts';
import styles from './Feed.module.css';
import { NoEvents } from './NoEvents.tsx';

const chunks = (rows: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(rows.length / FEED_STEP) }, (_, i) =>
    rows.slice(i * FEED_STEP, (i + 1) * FEED_STEP),
  );

/** Pages shown; a changed filter or order starts at the first again. */
function useSteps(key: string): [number, () => void] {
  const [state, setState] = useState({ key, steps: 1 });
  const steps = state.key === key ? state.steps : 1;
  return [steps, () => setState({ key, steps: steps + 1 })];
}

/** The matching events, a page at a time: which ones says the engine, their words come from the service. */
export const EventList = memo(function EventList({ names }: { names: Names }) {
  const { t } = useI18n();
  const { view } = useView();
  const [steps, more] = useSteps(`${filterKey(view.filter)}|${view.sort}`);
  const asked = useAsk([feedQuery(view.filter, view.sort, steps * FEED_STEP)]);
  const page = asked.data?.answers[0];
  const damaged = useEngineValue(damageOf) !== null;
  const held = useEngineValue(transferOf) === 'held';
  const rows = page?.rows ?? [];
  const version = asked.data?.dataVersion ?? '';
  const texts = useQueries({ queries: chunks(rows).map((chunk) => eventRowsOptions(chunk, version)) });
  const hovered = useHover((state) => (state.origin === 'feed' ? null : state.rows));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hovered?.length !== 1) return;
    list.current?.querySelector('[data-marked="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [hovered]);
  const waiting = !page || texts.some((text) => text.data === undefined && !text.error);
  const shown = useShownList(waiting, page !== undefined, {
    events: texts.flatMap((text) => text.data ?? []),
    setSize: page?.matched ?? -1,
    view,
  });
  const isLate = useLate(waiting, LATE_MS);
  if (asked.error && !page) {
    return <ErrorState title={t('explore.feed.failed')} detail={asked.error.message} onRetry={asked.retry} />;
  }
  const arriving = asked.data ? !asked.data.complete : false;
  if (page && page.matched === 0 && !arriving) return <NoEvents names={names} />;
  const failed = texts.find((text) => text.error && !text.data);
  const { events } = shown;
  return (
    <div aria-busy={waiting} className={isLate && events.length > 0 ? styles.refreshing : undefined}>
      <div
        ref={list}
        role="feed"
        aria-label={t('explore.tab.events')}
        aria-busy={waiting}
        className={styles.list}
      >
        {events.map((event, at) => (
          <EventCard
            key={event.n}
            event={event}
            names={names}
            view={shown.view}
            position={at + 1}
            setSize={shown.setSize}
            marked={hovered?.includes(event.n) ?? false}
          />
        ))}
      </div>
      {waiting && events.length === 0 ? <Waiting /> : null}
      {arriving ? (
        <p className={styles.arriving} role="status">
          {t(damaged ? 'explore.feed.damaged' : held ? 'explore.feed.held' : 'explore.feed.arriving')}
        </p>
      ) : null}
      {failed ? (
        <ErrorState
          title={t('explore.feed.textsFailed')}
          text={t('explore.feed.textsFailedText')}
          detail={failed.error?.message ?? ''}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      {page && rows.length < page.matched && !waiting && !failed ? (
        <div className={styles.more}>
          <Button onClick={more}>{t('explore.loadMore')}</Button>
          {t('explore.ofMany', { n: rows.length, all: page.matched })}
        </div>
      ) : null}
    </div>
  );
});

/** Has the first page of a changed filter's list answered before it is shown; once on the screen. */
export function useListAskedAhead(): void {
  useAskBefore(
    useCallback(
      ({ filter, sort, list }, ask) =>
        list === 'events' ? ask([feedQuery(filter, sort, FEED_STEP)]) : Promise.resolve(),
      [],
    ),
  );
}

type Shown = { readonly events: readonly CrimeEvent[]; readonly setSize: number; readonly view: View };

/** So long, ms, the list of another filter stays while the words of the new one are on their way. */
const KEPT_MS = 1000;

/**
 * The last list that held anything, shown as it was while the words of the next one are on their way: its cards are not drawn anew
 * just to go. One whose page has been let go does not come back.
 */
function useShownList(waiting: boolean, hasPage: boolean, next: Shown): Shown {
  const kept = useRef<Shown | null>(null);
  useEffect(() => {
    if (!hasPage) kept.current = null;
    else if (!waiting && next.events.length > 0) kept.current = next;
  });
  const isLong = useLate(waiting, KEPT_MS);
  const last = hasPage ? kept.current : null;
  if (!waiting || !last) return next;
  return isLong && filterKey(last.view.filter) !== filterKey(next.view.filter) ? next : last;
}

function Waiting() {
  const held = useHeldWords();
  if (held !== null) return <p className={styles.arriving}>{held}</p>;
  return (
    <>
      {[0, 1, 2, 3].map((i) => (
        <div key={i} className={styles.wait}>
          <Loading lines={3} />
        </div>
      ))}
    </>
  );
}
