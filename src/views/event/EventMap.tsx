import { Suspense, useMemo } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import type { PointsAnswer } from '#core/query.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { useT } from '#i18n/i18n.tsx';
import { useGround } from '#state/ground-store.ts';
import type { Names } from '#state/use-names.ts';
import { lazyPage } from '#ui/lazy-page.ts';
import { Panel } from '#ui/Panel.tsx';
import { PrecisionMark } from '#ui/PrecisionMark.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import type { MapProps } from '#views/map/map-props.ts';
import styles from './EventPage.module.css';

const MapView = lazyPage<MapProps>(() =>
  import('#views/map/MapView.tsx').then((m) => ({ default: m.MapView })),
);

const nothing = () => {};
const ZOOM = { 1: 8, 2: 8, 3: 8, 4: 6, 5: 6.5, 6: 5, 7: 6 } as const;

/** The event as a map may show it: one symbol that says how well the place is known. A country alone is not drawn. */
export function EventMap({ event, names }: { event: CrimeEvent; names: Names }) {
  const t = useT();
  const { place } = event;
  const { base } = useGround();
  const points: PointsAnswer = useMemo(() => {
    const drawn = place.lat !== null && place.lon !== null && place.precision !== 6;
    return {
      kind: 'points',
      points: drawn
        ? [
            {
              n: event.n,
              lat: place.lat ?? 0,
              lon: place.lon ?? 0,
              precision: place.precision,
              kind: event.kind,
              from: event.time.from,
            },
          ]
        : [],
      matched: drawn ? 1 : 0,
      truncated: false,
    };
  }, [event, place]);
  const adm1 = base?.adm1 ?? null;
  const model = useMemo(
    () =>
      buildMapModel({
        mode: 'events',
        measure: 'count',
        cells: null,
        points,
        regions: null,
        count: null,
        adm1,
      }),
    [points, adm1],
  );
  const hotspots = useMemo(() => hotspotList(model, base?.places ?? []), [model, base]);
  const drawn = points.points[0];
  const region = place.adm1 === null ? '' : (names.adm1(place.adm1) ?? '');
  return (
    <Panel
      flush
      title={t('records.event.where')}
      foot={
        <p className={styles.legend}>
          <PrecisionMark level={place.precision} size={20} />
          <span>{t(`records.precision.${place.precision}`, { region: region || (place.name ?? '') })}</span>
        </p>
      }
    >
      {drawn ? (
        <div className={styles.map}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <MapView
              model={model}
              base={base}
              hotspots={hotspots}
              label={t('records.event.where')}
              camera={{ lat: drawn.lat, lon: drawn.lon, zoom: ZOOM[place.precision] }}
              extent={null}
              chosen={place.country === null ? [] : [place.country]}
              area={null}
              onRest={nothing}
              onOpen={nothing}
            />
          </Suspense>
        </div>
      ) : (
        <p className={styles.notDrawn}>{t('records.event.notDrawn')}</p>
      )}
    </Panel>
  );
}
