import { useEffect, useRef } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter, filterKey } from '#core/filter.ts';
import type { KnownArea } from '#core/query.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { dataVersionOf, useEngineValue } from '#state/engine-context.tsx';
import { eventRowsOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { EventCard } from './EventCard.tsx';
import { useExploreStore } from './explore-store.ts';
import { MOST_LISTED, useAreaRows } from './use-area-rows.ts';

const close = (): void => useExploreStore.setState({ spot: null });

/** Closes the list when the address comes to another filter than the one it was opened under. */
function useClosing(filter: EventFilter, isOpen: boolean): void {
  const key = filterKey(filter);
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!isOpen) opened.current = null;
    else if (opened.current === null) opened.current = key;
    else if (opened.current !== key) close();
  }, [key, isOpen]);
}

const NOWHERE: readonly KnownArea[] = [];

/** Newest first, undated last. */
const byDate = (a: CrimeEvent, b: CrimeEvent): number =>
  (b.time.from ?? -Infinity) - (a.time.from ?? -Infinity);

/** The events at one spot of the map, listed: those it stood for when it was opened. Where the filter changes behind the list, as by going back, it closes. */
export default function SpotDialog({ names }: { names: Names }) {
  const { t } = useI18n();
  const spot = useExploreStore((state) => state.spot);
  const version = useEngineValue(dataVersionOf);
  const { view } = useView();
  useClosing(view.filter, spot !== null);
  const inAreas = useAreaRows(spot?.filter ?? emptyFilter, spot?.within ?? NOWHERE);
  const rows = [...new Set([...(inAreas.rows ?? []), ...(spot?.rows ?? [])])].slice(0, MOST_LISTED);
  const texts = useQuery({
    ...eventRowsOptions(rows, version),
    enabled: spot !== null && inAreas.rows !== null,
  });
  if (spot === null) return null;
  const { data } = texts;
  const error = inAreas.error ?? texts.error;
  const title = t(spot.atLeast ? 'explore.spotOrMore' : 'explore.spot', {
    n: spot.events,
    place: spot.title,
  });
  return (
    <Dialog open title={title} onClose={close}>
      {data ? (
        <>
          {spot.events > rows.length ? <p>{t('explore.spotFirst', { n: rows.length })}</p> : null}
          {data.toSorted(byDate).map((event) => (
            <EventCard key={event.n} event={event} names={names} view={view} />
          ))}
        </>
      ) : error ? (
        <ErrorState
          title={t('explore.feed.textsFailed')}
          detail={error.message}
          onRetry={() => (inAreas.error ? inAreas.retry() : void texts.refetch())}
        />
      ) : (
        <Loading lines={4} />
      )}
    </Dialog>
  );
}
