import { useI18n } from '#i18n/i18n.tsx';
import { dataVersionOf, useEngineValue } from '#state/engine-context.tsx';
import { eventRowsOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { EventCard } from './EventCard.tsx';
import { useExploreStore } from './explore-store.ts';

/** At most as many rows as one call of the service gives. */
const MOST = 200;

/** The events at one spot of the map, listed. */
export function SpotDialog({ names }: { names: Names }) {
  const { t } = useI18n();
  const spot = useExploreStore((state) => state.spot);
  const version = useEngineValue(dataVersionOf);
  const rows = spot?.rows.slice(0, MOST) ?? [];
  const { data, error, refetch } = useQuery({ ...eventRowsOptions(rows, version), enabled: spot !== null });
  if (spot === null) return null;
  const title = t('explore.spot', { n: spot.rows.length, place: spot.title });
  return (
    <Dialog open title={title} onClose={() => useExploreStore.setState({ spot: null })}>
      {data ? (
        data.map((event) => <EventCard key={event.n} event={event} names={names} />)
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
