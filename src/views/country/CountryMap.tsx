import { Suspense, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Country } from '#core/country.ts';
import type { EventFilter } from '#core/filter.ts';
import { defaultView, type MapMode, mapModes } from '#core/view.ts';
import { Figure } from '#figures/Figure.tsx';
import { mapDrawing, mapSummary, mapTable } from '#figures/map/map-drawing.tsx';
import type { Hotspot, HotspotTarget } from '#figures/map/map-hotspots.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Segmented } from '#ui/Segmented.tsx';
import type { MapProps, MapRest } from '#views/map/map-props.ts';
import { CountryExport } from './CountryExport.tsx';
import styles from './CountryPage.module.css';
import { useCountryMap } from './use-country-map.ts';
import { useFigureWords } from './use-figure-words.ts';
import type { Scope } from './use-scope.ts';

const MapView = lazyPage<MapProps>(() =>
  import('#views/map/MapView.tsx').then((m) => ({ default: m.MapView })),
);
const HEIGHT = 460;

type Props = {
  country: Country;
  filter: EventFilter;
  scope: Scope;
  names: ReturnType<typeof useNames>;
};

/** Where things happened in the country: cells, regions or single events, with what is not placed said on the map. */
export function CountryMap({ country, filter, scope, names }: Props) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { view, change } = useView();
  const [, navigate] = useLocation();
  const [rest, setRest] = useState<Pick<MapRest, 'cellZoom' | 'bbox'>>({
    cellZoom: 5,
    bbox: country.bbox,
  });
  const { model, hotspots, base, asked } = useCountryMap({
    filter,
    mode: view.mapMode,
    measure: view.measure,
    cellZoom: rest.cellZoom,
    count: scope.count,
  });
  const only = filter.types.length === 1 ? filter.types[0] : undefined;
  const title =
    only === 'seizure' || only === 'drug-seizure'
      ? t('country.map.seizures')
      : only === undefined
        ? t('country.map.title')
        : null;
  const words = useFigureWords({
    kind: 'map',
    filter,
    scope,
    names,
    country,
    ...(title === null ? {} : { title }),
  });
  const table = useMemo(() => mapTable(model, hotspots, i18n), [model, hotspots, i18n]);
  const open = (target: HotspotTarget, hotspot: Hotspot) => {
    const within =
      target.kind === 'cell'
        ? { ...filter, cell: target.cell }
        : target.kind === 'region'
          ? { ...filter, adm1: [target.adm1] }
          : null;
    if (within) return navigate(paths.events({ ...defaultView, filter: within }));
    const map = { lat: hotspot.lat, lon: hotspot.lon, zoom: 8 };
    navigate(paths.explore({ ...defaultView, filter, map, mapMode: 'events' }));
  };
  const failed = asked.error !== null && asked.data === undefined;
  return (
    <Figure
      id="map"
      className={styles.mapCard ?? ''}
      words={words}
      bodyHeight={HEIGHT}
      refreshing={asked.refreshing}
      table={table}
      summary={mapSummary(hotspots, i18n)}
      state={
        failed
          ? {
              kind: 'failed',
              title: t('records.figure.failed'),
              detail: asked.error ? detailOf(asked.error) : '',
              onRetry: asked.retry,
            }
          : { kind: 'ready' }
      }
      exportMenu={
        base ? (
          <CountryExport
            {...{ filter, scope, names }}
            place={country.names[lang]}
            link={words.link}
            drawing={() =>
              mapDrawing({ model, base, hotspots, bbox: rest.bbox, chosen: [country.iso2], words, i18n })
            }
          />
        ) : null
      }
      controls={
        <Segmented
          label={t('country.map.mode')}
          value={view.mapMode}
          options={mapModes.map((value: MapMode) => ({ value, label: t(`country.map.mode.${value}`) }))}
          onChange={(mapMode) => change({ mapMode }, 'quiet')}
        />
      }
    >
      <div className={styles.map}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <MapView
              model={model}
              base={base}
              hotspots={hotspots}
              label={`${words.title}, ${country.names[lang]}`}
              camera={null}
              extent={country.bbox}
              fitKey={country.iso2}
              chosen={[country.iso2]}
              area={null}
              busy={asked.refreshing}
              onRest={({ cellZoom, bbox }) => setRest({ cellZoom, bbox })}
              onArea={(area) => navigate(paths.explore({ ...defaultView, filter: { ...filter, area } }))}
              onOpen={open}
              onNotPlaced={() =>
                navigate(paths.events({ ...defaultView, filter: { ...filter, precisions: [4, 5, 6] } }))
              }
            />
          </Suspense>
        </ErrorBoundary>
      </div>
    </Figure>
  );
}
