import type { EventFilter } from '#core/filter.ts';
import type { PageQuery } from '#core/query.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { dataVersionOf, useAsk, useEngineValue } from '#state/engine-context.tsx';
import { eventRowsOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { EventCard } from './EventCard.tsx';
import { useExploreStore } from './explore-store.ts';
import { useShownFilter } from './surrounding.tsx';

/** At most as many rows as one call of the service gives. */
const MOST = 200;

type Spot = ReturnType<typeof useExploreStore.getState>['spot'];

/** Rows of the newest events at a spot. Where a region has more than were sent to the map they are asked for. */
function useRows(
  filter: EventFilter,
  spot: Spot,
): { readonly rows: readonly number[]; readonly known: boolean } {
  const region = spot && spot.rows.length < Math.min(MOST, spot.events) ? spot.region : null;
  const page: PageQuery = {
    kind: 'page',
    filter: { ...filter, adm1: region === null ? [] : [region], precisions: [4] },
    ...{ sort: 'newest', offset: 0, limit: MOST },
  };
  const { data } = useAsk([page], region !== null);
  const asked = region === null ? [] : (data?.answers[0].rows ?? []);
  const rows = [...new Set([...asked, ...(spot?.rows ?? [])])].slice(0, MOST);
  return { rows, known: region === null || data !== undefined };
}

/** The events at one spot of the map, listed. */
export default function SpotDialog({ names }: { names: Names }) {
  const { t } = useI18n();
  const spot = useExploreStore((state) => state.spot);
  const version = useEngineValue(dataVersionOf);
  const filter = useShownFilter();
  const { view } = useView();
  const { rows, known } = useRows(filter, spot);
  const { data, error, refetch } = useQuery({
    ...eventRowsOptions(rows, version),
    enabled: spot !== null && known,
  });
  if (spot === null) return null;
  const title = t(spot.atLeast ? 'explore.spotOrMore' : 'explore.spot', {
    n: spot.events,
    place: spot.title,
  });
  return (
    <Dialog open title={title} onClose={() => useExploreStore.setState({ spot: null })}>
      {data ? (
        <>
          {spot.events > rows.length ? <p>{t('explore.spotFirst', { n: rows.length })}</p> : null}
          {data.map((event) => (
            <EventCard key={event.n} event={event} names={names} view={view} />
          ))}
        </>
      ) : error ? (
        <ErrorState
          title={t('explore.feed.textsFailed')}
          detail={error.message}
          onRetry={() => void refetch()}
        />
      ) : (
        <Loading lines={4} />
      )}
    </Dialog>
  );
}
