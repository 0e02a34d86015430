import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Country } from '#core/country.ts';
import type { EventFilter } from '#core/filter.ts';
import {
  defaultView,
  isHot,
  type MapChoice,
  type MapForm,
  mapChoiceOf,
  mapChoices,
  type View,
} from '#core/view.ts';
import { countryMapTitle } from '#drawings/country-scope.ts';
import { modeFor, modeWithin } from '#drawings/map/map-queries.ts';
import { type MapSight, sightOfCountry } from '#drawings/map/map-sight.ts';
import { Figure } from '#figures/Figure.tsx';
import { mapFigureWords } from '#figures/map/form-words.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { mapDrawing, mapTable, summaryOf } from '#figures/map/map-drawing.tsx';

import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { InReach } from '#ui/InReach.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { fetchMapView } from '#views/map/fetch-map.ts';
import { HotNote } from '#views/map/HotNote.tsx';
import { type MapProps, mapState } from '#views/map/map-props.ts';
import { placeLead } from '#views/map/place-lead.ts';
import { CountryExport } from './CountryExport.tsx';
import styles from './CountryPage.module.css';
import { useCountryMap } from './use-country-map.ts';
import { useFigureWords } from './use-figure-words.ts';
import type { Scope } from './use-scope.ts';

const MapView = lazyPage<MapProps>(fetchMapView);
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
  const { view } = useView();
  const [sight, setSight] = useState<MapSight>(() => sightOfCountry(country));
  const { model, hotspots, base, asked } = useCountryMap({
    filter,
    mode: modeWithin(view.mapMode),
    measure: view.measure,
    sight,
    count: scope.count,
  });
  const title = countryMapTitle(filter, i18n);
  const plain = useFigureWords({
    kind: 'map',
    filter,
    scope,
    names,
    country,
    ...(title === null ? {} : { title }),
  });
  const words = mapFigureWords(plain, model, i18n);
  const leads = useLeads(filter);
  const table = useMemo(() => mapTable(model, hotspots, i18n), [model, hotspots, i18n]);
  return (
    <Figure
      id="map"
      className={styles.mapCard ?? ''}
      words={words}
      line={mapFigureWords(plain, model, i18n, true)}
      bodyHeight={HEIGHT}
      refreshing={asked.refreshing}
      table={table}
      summary={summaryOf(model, hotspots, i18n)}
      state={
        asked.error && !asked.data
          ? {
              kind: 'failed',
              title: t('records.figure.failed'),
              detail: detailOf(asked.error),
              onRetry: asked.retry,
            }
          : { kind: 'ready' }
      }
      exportMenu={
        base ? (
          <CountryExport
            {...{ filter, scope, names, figure: 'map' as const }}
            place={country.names[lang]}
            link={words.link}
            failed={asked.error !== null && !asked.data}
            drawing={() =>
              mapDrawing({ model, base, hotspots, bbox: sight.bbox, chosen: [country.iso2], words, i18n })
            }
          />
        ) : null
      }
      controls={<ModeSwitch form={model.mode} cellZoom={sight.cellZoom} />}
      note={<ModeNote hot={model.hot} />}
    >
      <div className={styles.map}>
        <ErrorBoundary>
          <InReach height="100%">
            <MapView
              model={model}
              base={base}
              hotspots={hotspots}
              label={`${words.title}, ${country.names[lang]}`}
              camera={null}
              {...{ extent: country.bbox, fitKey: country.iso2, chosen: [country.iso2], area: null }}
              {...mapState(asked)}
              onRest={({ cellZoom, bbox }) => setSight({ cellZoom, bbox })}
              {...leads}
            />
          </InReach>
        </ErrorBoundary>
      </div>
    </Figure>
  );
}

/** Where the map's parts lead: a cell or region to its events, a spot or a drawn area to Explore. */
function useLeads(filter: EventFilter): Pick<MapProps, 'onOpen' | 'onArea' | 'onNotPlaced'> {
  const [, navigate] = useLocation();
  const explore = (part: Partial<View>) => navigate(paths.explore({ ...defaultView, filter, ...part }));
  return {
    onOpen: (target, hotspot) => {
      const address = placeLead(target, hotspot, filter);
      if (address) navigate(address);
    },
    onArea: (area) => explore({ filter: { ...filter, area } }),
    onNotPlaced: () =>
      navigate(paths.events({ ...defaultView, filter: { ...filter, precisions: [4, 5, 6] } })),
  };
}

function ModeSwitch({ form, cellZoom }: { form: MapForm; cellZoom: number }) {
  const { t } = useI18n();
  const { change } = useView();
  return (
    <Segmented
      label={t('country.map.mode')}
      value={mapChoiceOf(form)}
      options={mapChoices.map((value: MapChoice) => ({ value, label: t(`country.map.mode.${value}`) }))}
      onChange={(choice) => change({ mapMode: modeFor(choice, cellZoom) }, 'quiet')}
    />
  );
}

function ModeNote({ hot }: { hot: HotModel | null }) {
  const { view, change } = useView();
  const mode = view.mapMode;
  return isHot(mode) ? (
    <HotNote mode={mode} hot={hot} onMode={(mapMode) => change({ mapMode }, 'quiet')} />
  ) : null;
}
