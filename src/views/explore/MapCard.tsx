import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { PlacePrecision } from '#core/place.ts';
import { hotFormOf, isHot, type MapChoice, type MapForm, mapChoiceOf, mapChoices } from '#core/view.ts';

import { mapWords } from '#drawings/map/map-picture.ts';
import { modeFor } from '#drawings/map/map-queries.ts';
import { LATIN_AMERICA } from '#drawings/map/map-sight.ts';
import { FigureExtras } from '#figures/Figure.tsx';
import type { FigureWords } from '#figures/figure.ts';
import { filterRing } from '#figures/map/filter-ring.ts';
import { mapFigureWords } from '#figures/map/form-words.ts';
import { hotspotName, mapDrawing, mapTable, summaryOf } from '#figures/map/map-drawing.tsx';
import type { Hotspot, HotspotTarget } from '#figures/map/map-hotspots.ts';
import { isRegional } from '#figures/map/map-model.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { retryGround, useGround } from '#state/ground-store.ts';
import { hover } from '#state/hover-store.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { FigureCard } from '#ui/FigureCard.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { useSettled } from '#ui/use-settled.ts';
import { fetchMapView } from '#views/map/fetch-map.ts';
import { HotNote } from '#views/map/HotNote.tsx';
import { type MapProps, type MapRest, mapState } from '#views/map/map-props.ts';
import { RegionNote } from '#views/map/RegionNote.tsx';
import { movedByHand, noteTouch, useExploreStore } from './explore-store.ts';
import { FigureExport } from './FigureExport.tsx';
import { FollowDrag } from './FollowDrag.tsx';
import styles from './MapCard.module.css';
import { NoEvents } from './NoEvents.tsx';
import { around, useShownFilter } from './surrounding.tsx';
import { PointedArea } from './use-area-rows.ts';
import { type Counts, matching, useCounts } from './use-explore.ts';
import { useMap } from './use-map.ts';
import { usePinnedPlace } from './use-pinned-place.ts';
import { onScreen, useEdition, useWordsBase } from './use-words.ts';

const MapView = lazyPage<MapProps>(fetchMapView);

/** Asks for the map's code and ground while the data are still on their way. */
export function useMapAhead(): void {
  useGround();
  useEffect(() => {
    // Should it fail, the map asks again and says so.
    fetchMapView().catch(() => undefined);
  }, []);
}

/** The levels a form draws nowhere: over cells and among single events regions and zones have a symbol. */
const unplacedIn = (form: MapForm): readonly PlacePrecision[] =>
  (isHot(form) && hotFormOf(form).over === 'cells') || form === 'density' ? [4, 5, 6] : [6];

/** Remembers where the map came to rest; the address follows only where the person has moved it, not a fit of its own. */
function useRest(): MapProps['onRest'] {
  const { change } = useView();
  return useCallback(
    ({ camera, bbox, cellZoom }: MapRest) => {
      useExploreStore.setState({ bbox, cellZoom });
      const moved = movedByHand();
      change(
        (view) => ({
          ...view,
          map: moved ? camera : view.map,
          filter: view.onlyMap ? { ...view.filter, bbox } : view.filter,
        }),
        'quiet',
      );
    },
    [change],
  );
}

/** Opening a hotspot narrows to exactly its events; a few events at one spot are listed. */
function useOpen(): MapProps['onOpen'] {
  const i18n = useI18n();
  const { changeFilter } = useView();
  const counted = useRef<EventFilter>(emptyFilter);
  counted.current = useShownFilter();
  return useCallback(
    (target: HotspotTarget, hotspot: Hotspot) => {
      if (hotspot.events === 0) return;
      if (target.kind === 'region')
        changeFilter({
          adm1: target.id.includes('.') ? [target.id] : [],
          countries: [target.id.slice(0, 2)],
        });
      else if (target.kind === 'cell') changeFilter({ cell: target.cell });
      else {
        const { rows, within } = target;
        const { events, symbol } = hotspot;
        const title = hotspotName(hotspot, i18n);
        const atLeast = symbol?.atLeast === true;
        const spot = { filter: counted.current, rows, within, events, atLeast, title };
        useExploreStore.setState({ spot });
      }
    },
    [changeFilter, i18n],
  );
}

type Props = { names: ReturnType<typeof useNames> };
type MapState = ReturnType<typeof useMap>;

export const MapCard = around('map', Card);

function Card({ names }: Props) {
  const counts = useCounts();
  const i18n = useI18n();
  const { t } = i18n;
  const { view, change } = useView();
  const cellZoom = useExploreStore((state) => state.cellZoom);
  const map = useMap(counts);
  const wordsBase = useWordsBase(counts, names, useEdition());
  const { model } = map;
  const newest = useMemo(
    () => mapWords(model, counts, wordsBase, names, i18n),
    [model, counts, wordsBase, names, i18n],
  );
  const words = useSettled(newest, counts.asked.behind || map.asked.behind, i18n.lang);
  const line = onScreen(words.plain, wordsBase, i18n);
  const none = matching(counts) === 0;
  return (
    <FigureCard
      id="map"
      className={styles.card}
      title={words.full.title}
      subtitle={words.full.subtitle}
      refreshing={map.asked.refreshing}
      controls={
        <Segmented
          label={t('explore.mapMode')}
          value={mapChoiceOf(map.model.mode)}
          options={mapChoices.map((value: MapChoice) => ({ value, label: t(`explore.mapMode.${value}`) }))}
          onChange={(choice) => change({ mapMode: modeFor(choice, cellZoom) }, 'quiet')}
        />
      }
      note={
        isHot(view.mapMode) ? (
          <HotNote
            mode={view.mapMode}
            hot={map.model.hot}
            onMode={(mapMode) => change({ mapMode }, 'quiet')}
          />
        ) : isRegional(view.mapMode) ? (
          <RegionNote mode={view.mapMode} onMode={(mapMode) => change({ mapMode }, 'quiet')} />
        ) : null
      }
      foot={
        <MapFoot
          map={map}
          words={words.full}
          line={mapFigureWords(line, map.model, i18n, true)}
          counts={counts}
          names={names}
        />
      }
    >
      <div className={styles.map}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only notes that the person, not the page, moves the map */}
        <div className={styles.whole} onPointerDown={noteTouch} onWheel={noteTouch} onKeyDown={noteTouch}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <MapBody map={map} label={words.full.title} />
            </Suspense>
          </ErrorBoundary>
        </div>
        <PointedArea />
        <MapTrouble map={map}>{none ? <NoEvents names={names} /> : null}</MapTrouble>
      </div>
    </FigureCard>
  );
}

type FootProps = Props & { counts: Counts; map: MapState; words: FigureWords; line: FigureWords };

/** Caveat, sources and date in one line; table, summary and export beside it. */
function MapFoot({ map, words, line, counts, names }: FootProps) {
  const i18n = useI18n();
  const { view } = useView();
  const bbox = useExploreStore((state) => state.bbox);
  const { hotspots, base, model } = map;
  const table = useMemo(() => mapTable(model, hotspots, i18n), [model, hotspots, i18n]);
  const chosen = view.filter.countries;
  const area = filterRing(view.filter);
  const drawing = base
    ? () => mapDrawing({ model, base, hotspots, bbox: bbox ?? LATIN_AMERICA, chosen, area, words, i18n })
    : null;
  return (
    <div className={styles.foot}>
      <p className={styles.line}>
        {line.caveat} {line.sources}. {line.dataAsOf}.
      </p>
      <FigureExtras
        table={table}
        summary={summaryOf(model, hotspots, i18n)}
        words={words}
        menu={
          drawing ? (
            <FigureExport
              figure="map"
              counts={counts}
              names={names}
              drawing={drawing}
              failed={map.asked.error !== null && !map.asked.data}
            />
          ) : null
        }
      />
    </div>
  );
}

const NONE_POINTED: ReturnType<typeof useExploreStore.getState>['pointed'] = [];

/** What is pointed at on the map is marked in the other panes: single events at once, those of an area when their rows are known. */
function mark(hotspot: Hotspot | null): void {
  const { rows, within } = hotspot?.target.kind === 'events' ? hotspot.target : { rows: [], within: [] };
  hover('map', rows);
  if (useExploreStore.getState().pointed.length > 0 || within.length > 0)
    useExploreStore.setState({ pointed: within.length > 0 ? within : NONE_POINTED });
}

function MapBody({ map, label }: { map: MapState; label: string }) {
  const { view, change, changeFilter } = useView();
  const onRest = useRest();
  const onOpen = useOpen();
  const pinned = usePinnedPlace();
  const { countries, adm1, area, cell } = view.filter;
  const listUnplaced = () =>
    change((now) => ({
      ...now,
      pane: 'feed',
      filter: { ...now.filter, precisions: unplacedIn(map.model.mode) },
    }));
  return (
    <MapView
      model={map.model}
      Follow={FollowDrag}
      base={map.base}
      hotspots={map.hotspots}
      label={label}
      camera={view.map}
      extent={map.extent}
      fitKey={[...countries, ...adm1].join(',')}
      chosen={countries}
      area={area}
      cell={cell}
      pinned={pinned}
      {...mapState(map.asked)}
      behind={map.asked.behind}
      onRest={onRest}
      onOpen={onOpen}
      onMark={mark}
      onArea={(next) => changeFilter({ area: next, cell: null })}
      {...(isRegional(map.model.mode) || map.model.hot?.over === 'regions'
        ? {}
        : { onNotPlaced: listUnplaced })}
    />
  );
}

/** What keeps the map from being read, laid over it: no outlines, no answer, or (as children) no events. */
function MapTrouble({ map, children }: { map: MapState; children: ReactNode }) {
  const { t } = useI18n();
  const { asked } = map;
  const trouble = map.groundFailed ? (
    <ErrorState
      title={t('explore.ground.failed')}
      text={t('explore.ground.failedText')}
      onRetry={retryGround}
    />
  ) : asked.error && !asked.data ? (
    <ErrorState title={t('explore.map.failed')} detail={asked.error.message} onRetry={asked.retry} />
  ) : (
    children
  );
  return trouble === null ? null : <div className={styles.overlay}>{trouble}</div>;
}
