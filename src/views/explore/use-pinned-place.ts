import type { LatLon } from '#core/place.ts';
import { dataVersionOf, useEngineValue } from '#state/engine-context.tsx';
import { useHover } from '#state/hover-store.ts';
import { apiOptions, eventRowsOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';

/** Where the event lies that is pointed at in the feed or the timeline, else the selected one; null without a point. */
export function usePinnedPlace(): LatLon | null {
  const { view } = useView();
  const row = useHover((state) =>
    state.origin !== 'map' && state.rows.length === 1 ? (state.rows[0] ?? null) : null,
  );
  const version = useEngineValue(dataVersionOf);
  const hovered = useQuery({
    ...eventRowsOptions(row === null ? [] : [row], version),
    enabled: row !== null,
  });
  const selected = useQuery({
    ...apiOptions('event', { id: view.selected ?? '' }),
    enabled: view.selected !== null,
  });
  const event = row !== null ? hovered.data?.[0] : view.selected !== null ? selected.data : undefined;
  const place = event?.place;
  return place && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null;
}
