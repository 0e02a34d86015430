import { Suspense, useMemo } from 'react';
import type { MadeMap } from '#drawings/made-figure.ts';
import { eventCamera, precisionWords } from '#drawings/map/event-map.ts';
import { eventMapFigure } from '#drawings/map/make-event-map.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { Figure } from '#figures/Figure.tsx';
import type { Drawing } from '#figures/figure.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { retryGround, useGround } from '#state/ground-store.ts';
import { type EventRecord, eventFileAddress } from '#state/queries.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { lazyPage } from '#ui/lazy-page.ts';
import { PrecisionMark } from '#ui/PrecisionMark.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { fetchMapView } from '#views/map/fetch-map.ts';
import type { MapProps } from '#views/map/map-props.ts';
import styles from './EventPage.module.css';

const MapView = lazyPage<MapProps>(fetchMapView);

const HEIGHT = 340;
const nothing = () => {};

/** The event as a map may show it: one symbol that says how well the place is known. A country alone is not drawn. */
export function EventMap({ event }: { event: EventRecord }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { view } = useView();
  const names = useNames();
  const edition = useEdition();
  const { base, failed } = useGround();
  const made = useMemo(
    () => eventMapFigure({ event, view, base }, { i18n, names, edition, origin: location.origin }),
    [event, view, base, i18n, names, edition],
  );
  const { drawing, summary } = made;
  const isDrawn = made.kind === 'map';
  // The page is about this event: its name need not stand over every part of it.
  const words = { ...drawing.words, title: t('records.event.where') };
  return (
    <Figure
      id="map"
      words={words}
      line={{ ...words, caveat: '' }}
      note={
        <p className={styles.legend}>
          <PrecisionMark level={event.place.precision} size={20} />
          <span>{precisionWords(event, names, i18n)}</span>
        </p>
      }
      state={
        failed && !base
          ? { kind: 'failed', title: t('records.figure.failed'), onRetry: retryGround }
          : { kind: 'ready' }
      }
      bodyHeight={HEIGHT}
      table={isDrawn ? drawing.table : null}
      summary={isDrawn ? summary : null}
      exportMenu={isDrawn ? <MapExport event={event} drawing={drawing} /> : null}
    >
      {isDrawn ? (
        <div className={styles.map}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <Place made={made} camera={eventCamera(event)} label={words.title} />
          </Suspense>
        </div>
      ) : eventCamera(event) && (!base || names.sources.length === 0) ? (
        <Skeleton height={HEIGHT} />
      ) : (
        <p className={styles.notDrawn}>{summary}</p>
      )}
    </Figure>
  );
}

type PlaceProps = { made: MadeMap; camera: MapProps['camera']; label: string };

function Place({ made, camera, label }: PlaceProps) {
  const { model, base, hotspots, filter } = made;
  return (
    <MapView
      {...{ model, base, hotspots, label, camera }}
      extent={null}
      chosen={filter.countries}
      area={null}
      onRest={nothing}
      onOpen={nothing}
    />
  );
}

/** The map and the one row behind it; of a record that is gone there is no row any more. */
function MapExport({ event, drawing }: { event: EventRecord; drawing: Drawing }) {
  const names = useNames();
  const edition = useEdition();
  const { dataVersion } = edition;
  const source = names.sources.find(({ id }) => id === event.source) ?? null;
  const adm1 = event.place.adm1 === null ? null : names.adm1(event.place.adm1);
  return (
    <ExportMenu
      figure="map"
      link={drawing.words.link}
      subject={() => ({
        subject: event.id,
        from: null,
        to: null,
        dataVersion,
        toolVersion: edition.version,
        sources: source === null ? [] : [source],
        drawing: () => drawing,
        rows: event.gone
          ? null
          : {
              kind: 'events',
              n: 1,
              address: (format) => eventFileAddress(event.n, dataVersion, format),
              loaded: () => [{ event, source, adm1 }],
            },
      })}
    />
  );
}
