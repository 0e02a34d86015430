import { Suspense, useMemo } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import { eventCamera, eventMapModel, precisionWords } from '#drawings/map/event-map.ts';
import { placesOf } from '#drawings/map/map-picture.ts';
import { useI18n } from '#i18n/i18n.tsx';
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

/** The event as a map may show it: one symbol that says how well the place is known. A country alone is not drawn. */
export function EventMap({ event, names }: { event: CrimeEvent; names: Names }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { place } = event;
  const { base } = useGround();
  const camera = useMemo(() => eventCamera(event), [event]);
  const model = useMemo(() => eventMapModel(event, base), [event, base]);
  const hotspots = useMemo(() => placesOf(model, base), [model, base]);
  return (
    <Panel
      flush
      title={t('records.event.where')}
      foot={
        <p className={styles.legend}>
          <PrecisionMark level={place.precision} size={20} />
          <span>{precisionWords(event, names, i18n)}</span>
        </p>
      }
    >
      {camera ? (
        <div className={styles.map}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <MapView
              model={model}
              base={base}
              hotspots={hotspots}
              label={t('records.event.where')}
              camera={camera}
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
