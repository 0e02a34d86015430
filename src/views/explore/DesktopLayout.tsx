import { useState } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { Button, IconButton } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { useLayoutMedia } from '#ui/layout-media.ts';
import { Chips } from './Chips.tsx';
import { DataGate } from './DataGate.tsx';
import styles from './ExplorePage.module.css';
import type { ExploreParts } from './ExplorePage.tsx';
import { Feed } from './Feed.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { MapCard } from './MapCard.tsx';
import { TakeAway } from './TakeAway.tsx';
import { TimeCard } from './TimeCard.tsx';

/** From 1400 px three columns; from 1024 px the filters are a rail; below, the panes stand under one another. */
export function DesktopLayout({ names, asOf, narrowed }: ExploreParts) {
  const { t } = useI18n();
  const wide = useLayoutMedia('(width >= 1400px)');
  const rail = useLayoutMedia('(1024px <= width < 1400px)');
  const [drawer, setDrawer] = useState(false);
  const panel = (headless: boolean) => (
    <ErrorBoundary>
      <FilterPanel names={names} asOf={asOf} headless={headless} />
    </ErrorBoundary>
  );
  return (
    <div className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      {wide ? (
        <section id="filters" tabIndex={-1} aria-label={t('explore.filters')} className={styles.filters}>
          {panel(false)}
        </section>
      ) : null}
      {rail ? (
        <section id="filters" tabIndex={-1} aria-label={t('explore.filters')} className={styles.rail}>
          <span className={styles.railButton}>
            <IconButton
              icon="filter"
              label={t('explore.filtersOpen', { n: narrowed })}
              onClick={() => setDrawer(true)}
            />
            {narrowed > 0 ? <span className={styles.badge}>{narrowed}</span> : null}
          </span>
        </section>
      ) : null}
      <div className={styles.center}>
        <Chips
          names={names}
          filtersButton={
            wide || rail ? null : (
              <Button id="filters" icon="filter" onClick={() => setDrawer(true)}>
                {t('explore.filtersCount', { n: narrowed })}
              </Button>
            )
          }
        />
        <DataGate>
          <ErrorBoundary>
            <MapCard names={names} />
          </ErrorBoundary>
          <ErrorBoundary>
            <TimeCard names={names} />
          </ErrorBoundary>
        </DataGate>
      </div>
      <div className={styles.side}>
        <div className={styles.feed}>
          <ErrorBoundary>
            <Feed names={names} />
          </ErrorBoundary>
        </div>
        <TakeAway names={names} />
      </div>
      <Dialog open={drawer} onClose={() => setDrawer(false)} title={t('explore.filters')} shape="side">
        {panel(true)}
      </Dialog>
    </div>
  );
}
