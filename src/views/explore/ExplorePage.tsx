import { Suspense, useEffect } from 'react';
import { activeDimensions } from '#core/filter.ts';
import { asOfDay } from '#drawings/edition.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { type Names, useNames } from '#state/use-names.ts';
import { ShownView, useViewPart } from '#state/use-view.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useLayoutMedia } from '#ui/layout-media.ts';
import { lazyPage } from '#ui/lazy-page.ts';
import { SkipLinks } from '#ui/SkipLinks.tsx';
import { announce } from '#ui/toast-store.ts';
import { DesktopLayout } from './DesktopLayout.tsx';
import { useListAskedAhead } from './EventList.tsx';
import { useExploreStore } from './explore-store.ts';
import { useMapAhead } from './MapCard.tsx';
import { PhoneLayout } from './PhoneLayout.tsx';
import { around } from './surrounding.tsx';
import { matching, useCounts, useCountsAhead } from './use-explore.ts';
import { useExploreKeys } from './use-explore-keys.ts';
import { useMapAskedAhead } from './use-map.ts';
import { useTimeAskedAhead } from './use-time.ts';
import { EditionProvider, useReadEdition } from './use-words.ts';

const SpotDialog = lazyPage<{ names: Names }>(() => import('./SpotDialog.tsx'));

/** What every layout of the screen is made of. */
export type ExploreParts = {
  readonly names: ReturnType<typeof useNames>;
  readonly asOf: number;
  /** How many dimensions narrow. */
  readonly narrowed: number;
};

/** Map, timeline and feed over one view: each shows what the others choose. */
export default function ExplorePage() {
  const { t } = useI18n();
  const pane = useViewPart(({ view }) => view.pane);
  const narrowed = useViewPart(({ view }) => activeDimensions(view.filter).length);
  const names = useNames();
  const edition = useReadEdition();
  const phone = useLayoutMedia('(width < 768px)');
  useMapAhead();
  useExploreKeys();
  useEffect(() => () => useExploreStore.setState({ bbox: null, spot: null }), []);
  const parts: ExploreParts = { names, asOf: asOfDay(edition), narrowed };
  return (
    <EditionProvider value={edition}>
      <h1 className="visually-hidden">{t('explore.title')}</h1>
      <SkipLinks
        label={t('explore.skip')}
        links={[
          { id: 'filters', text: t('shell.skip.filters') },
          { id: 'map', text: t('shell.skip.map') },
          { id: 'time', text: t('shell.skip.time') },
          { id: 'feed', text: t('shell.skip.feed') },
          { id: 'take-away', text: t('shell.skip.export') },
        ].filter((link) => !phone || link.id === 'filters' || link.id === pane)}
      />
      {phone ? <PhoneLayout {...parts} /> : <DesktopLayout {...parts} />}
      <SpokenCount />
      <ShownView value={true}>
        <Ahead />
      </ShownView>
      <OpenSpot names={names} />
    </EditionProvider>
  );
}

/** What a changed filter or a dragged window will show is asked for before it is shown. */
function Ahead() {
  useCountsAhead();
  useMapAskedAhead();
  useTimeAskedAhead();
  useListAskedAhead();
  return null;
}

/** The events at a spot of the map, once one is opened. */
function OpenSpot({ names }: { names: Names }) {
  const isOpen = useExploreStore(({ spot }) => spot !== null);
  return isOpen ? (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <SpotDialog names={names} />
      </Suspense>
    </ErrorBoundary>
  ) : null;
}

/** One polite message for each committed filter: how many events are shown now. */
const SpokenCount = around('list', Spoken);

function Spoken() {
  const { t } = useI18n();
  const events = matching(useCounts());
  useEffect(() => {
    if (events !== null) announce(t('explore.updated', { n: events }));
  }, [events, t]);
  return null;
}
