import { type KeyboardEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { emptyFilter } from '#core/filter.ts';
import { type Pane, panes } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { commitWindow } from '#state/draft-store.ts';
import { useView } from '#state/use-view.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Chips } from './Chips.tsx';
import { DataGate } from './DataGate.tsx';
import { DateFilter } from './DateFilter.tsx';
import { stepped } from './date-presets.ts';
import page from './ExplorePage.module.css';
import type { ExploreParts } from './ExplorePage.tsx';
import { Feed } from './Feed.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { MapCard } from './MapCard.tsx';
import styles from './PhoneLayout.module.css';
import { TakeAway } from './TakeAway.tsx';
import { TimeCard } from './TimeCard.tsx';
import { matching, useCounts } from './use-explore.ts';

/** One pane at a time; the others keep their state in the address. */
export function PhoneLayout({ names, asOf, narrowed }: ExploreParts) {
  const { t } = useI18n();
  const { view, change } = useView();
  const [filters, setFilters] = useState(false);
  const [take, setTake] = useState(false);
  const events = matching(useCounts());
  return (
    <div className={page.page}>
      <HeaderAction onClick={() => setTake(true)} />
      <div className={page.phoneChips}>
        <Chips
          names={names}
          filtersButton={
            <Button id="filters" icon="filter" onClick={() => setFilters(true)}>
              {t('explore.filtersCount', { n: narrowed })}
            </Button>
          }
        />
      </div>
      <div
        id={`pane-panel-${view.pane}`}
        role="tabpanel"
        aria-labelledby={`pane-${view.pane}`}
        className={page.pane}
      >
        <ErrorBoundary resetKey={view.pane}>
          <DataGate>
            {view.pane === 'map' ? (
              <div className={page.mapPane}>
                <MapCard names={names} />
              </div>
            ) : view.pane === 'time' ? (
              <div className={page.timePane}>
                <PhoneDates asOf={asOf} />
                <TimeCard names={names} />
              </div>
            ) : (
              <Feed names={names} />
            )}
          </DataGate>
        </ErrorBoundary>
      </div>
      <PaneTabs events={events} />
      <Dialog
        open={filters}
        onClose={() => setFilters(false)}
        title={t('explore.filters')}
        shape="full"
        foot={
          <>
            <Button onClick={() => change((now) => ({ ...now, filter: emptyFilter, onlyMap: false }))}>
              {t('explore.clearAll')}
            </Button>
            <Button variant="primary" wide onClick={() => setFilters(false)}>
              {events === null ? t('explore.showThem') : t('explore.show', { n: events })}
            </Button>
          </>
        }
      >
        <FilterPanel names={names} asOf={asOf} headless />
      </Dialog>
      <Dialog open={take} onClose={() => setTake(false)} title={t('explore.take')}>
        <TakeAway names={names} />
      </Dialog>
    </div>
  );
}

/** The share button in the header, beside the search. */
function HeaderAction({ onClick }: { onClick(): void }) {
  const { t } = useI18n();
  const slot = document.getElementById('header-actions');
  if (!slot) return null;
  return createPortal(<IconButton icon="download" label={t('explore.take')} onClick={onClick} />, slot);
}

/** The window by typing, presets and steps: nothing needs a drag. */
function PhoneDates({ asOf }: { asOf: number }) {
  const { t } = useI18n();
  const { view } = useView();
  const { from, to } = view.filter;
  const step = (direction: 1 | -1) => {
    if (from === null || to === null) return;
    const next = stepped(from, to, direction);
    commitWindow(next.from, next.to);
  };
  const closed = from !== null && to !== null;
  return (
    <div className={styles.dates}>
      <IconButton
        icon="chevronLeft"
        label={t('explore.dates.back')}
        disabled={!closed}
        onClick={() => step(-1)}
      />
      <DateFilter from={from} to={to} asOf={asOf} />
      <IconButton
        icon="chevronRight"
        label={t('explore.dates.forward')}
        disabled={!closed}
        onClick={() => step(1)}
      />
    </div>
  );
}

const ICONS = { map: 'map', time: 'time', feed: 'feed' } as const;

function PaneTabs({ events }: { events: number | null }) {
  const { t, format } = useI18n();
  const { view, change } = useView();
  const choose = (pane: Pane) => {
    change({ pane }, 'quiet');
    window.scrollTo(0, 0);
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = panes[(panes.indexOf(view.pane) + step + panes.length) % panes.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    choose(next);
    document.getElementById(`pane-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t('explore.panes')} className={styles.bar} onKeyDown={keys}>
      {panes.map((pane) => (
        <button
          key={pane}
          id={`pane-${pane}`}
          type="button"
          role="tab"
          aria-selected={view.pane === pane}
          aria-controls={view.pane === pane ? `pane-panel-${pane}` : undefined}
          tabIndex={view.pane === pane ? 0 : -1}
          className={styles.tab}
          onClick={() => choose(pane)}
        >
          <Icon name={ICONS[pane]} size={20} />
          {pane === 'feed' && events !== null
            ? t('explore.pane.feedCount', { events: format.number(events) })
            : t(`explore.pane.${pane}`)}
        </button>
      ))}
    </div>
  );
}
