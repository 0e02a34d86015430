import { emptyFilter, withoutDimension } from '#core/filter.ts';
import type { CountAnswer } from '#core/query.ts';
import { filterPhrases } from '#core/sentence.ts';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { basisOf } from '#state/ask-apart.ts';
import {
  arrivedShare,
  transferOf,
  useEngine,
  useEngineStatus,
  useEngineValue,
} from '#state/engine-context.tsx';
import { useLate } from '#state/use-late.ts';
import type { Names } from '#state/use-names.ts';
import { ShownView, useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { useFocusHeir } from '#ui/focus-heir.ts';
import { useMedia } from '#ui/use-media.ts';
import styles from './Chips.module.css';
import { around, useShownFilter } from './surrounding.tsx';
import { useCounts } from './use-explore.ts';

type Props = { names: Names; filtersButton?: React.ReactNode };

/** The active filters in words, each with its cross; how many events that leaves, which follows a dragged window at every frame. */
export function Chips({ names, filtersButton }: Props) {
  return (
    <div className={styles.row}>
      <ActiveFilters names={names} />
      {filtersButton}
      <Status />
    </div>
  );
}

/** The count, and where single events take long what stops and resumes them. */
function Status() {
  const isLong = useIsLong();
  return (
    <div className={styles.status}>
      <ShownView value={true}>
        <ShownCount isLong={isLong} />
      </ShownView>
      {isLong ? <LoadButton /> : null}
    </div>
  );
}

function ShownCount({ isLong }: { isLong: boolean }) {
  const { t } = useI18n();
  const { count, asked } = useCounts();
  if (!count) return asked.error ? null : <Awaited />;
  return (
    <p className={styles.shown} id="shown" tabIndex={-1} data-behind={asked.behind}>
      <Shown count={count} isLong={isLong} />
      {count.tooVague > 0 ? (
        <span className={styles.vague}> · {t('explore.tooVague', { n: count.tooVague })}</span>
      ) : null}
      <Skipped />
    </p>
  );
}

/** What the overview knows it has said by then. */
const ANSWERED_MS = 800;

/** What is said where a filter cannot be counted before the single events are there. */
function Awaited() {
  const { t } = useI18n();
  const status = useEngineStatus();
  const waits = status.state === 'loading' && status.overview;
  if (!useLate(waits, ANSWERED_MS)) return null;
  return (
    <p className={styles.shown} id="shown" tabIndex={-1}>
      {t('explore.awaited')}
    </p>
  );
}

/** Loading shorter than this needs no stopping. */
const SHORT_MS = 1500;

/** Whether the reader has held the single events, or they take long: the button says then how much has arrived. */
function useIsLong(): boolean {
  const { hold } = useEngine();
  const transfer = useEngineValue(transferOf);
  const isLate = useLate(transfer !== null, SHORT_MS);
  return hold !== undefined && (isLate || transfer === 'held');
}

/** Stops the transfer of single events, which a metered line may be glad of, and goes on with it. */
function LoadButton() {
  const { t, format } = useI18n();
  const engine = useEngine();
  const status = useEngineStatus();
  const button = useFocusHeir<HTMLButtonElement>('shown');
  const held = status.state === 'loading' && status.held === true;
  const share = format.percent(arrivedShare(status));
  return (
    <Button ref={button} variant="link" onClick={() => engine.hold?.(!held)}>
      {t(held ? 'explore.load.goOn' : 'explore.load.stop', { share })}
    </Button>
  );
}

const ActiveFilters = around('filters', Phrases);

function Phrases({ names }: Pick<Props, 'names'>) {
  const i18n = useI18n();
  const { t } = i18n;
  const { change, canUndo, undo } = useView();
  const filter = useShownFilter();
  const wording = { ...wordingOf(i18n, names), list: (items: readonly string[]) => items.join(' · ') };
  const phrases = filterPhrases(filter, wording);
  return (
    <div className={styles.chips}>
      {phrases.map(({ dimension, text }) => (
        <Chip
          key={dimension}
          text={text}
          onRemove={() =>
            change((view) => ({
              ...view,
              filter: withoutDimension(view.filter, dimension),
              onlyMap: dimension === 'map' ? false : view.onlyMap,
            }))
          }
        />
      ))}
      {phrases.length > 1 ? (
        <Button
          variant="link"
          onClick={() => change((view) => ({ ...view, filter: emptyFilter, onlyMap: false }))}
        >
          {t('explore.clearAll')}
        </Button>
      ) : null}
      {canUndo ? (
        <Button variant="link" onClick={undo}>
          {t('ui.undo')}
        </Button>
      ) : null}
    </div>
  );
}

/** How many rows of the data were not fit to be counted: a day or a place outside the world, no number where one belongs. */
function Skipped() {
  const { t } = useI18n();
  const status = useEngineStatus();
  if (status.state !== 'ready' || status.skippedRows === 0) return null;
  return <span className={styles.vague}> · {t('explore.skipped', { n: status.skippedRows })}</span>;
}

/** "183 of 325 events shown"; of what was counted by month, or from the rows so far, that it was. */
function Shown({ count, isLong }: { count: CountAnswer; isLong: boolean }) {
  const { rich, format } = useI18n();
  const status = useEngineStatus();
  const isNarrow = useMedia('(width < 768px)');
  if (status.state === 'failed') return null;
  const basis = basisOf(count);
  const n = <strong key="n">{format.number(count.total.events)}</strong>;
  const all = format.number(count.ofAll);
  if (basis?.resolution === 'month') {
    if (status.state === 'loading' && status.damage)
      return rich('explore.shownWithoutPart', { n, all, here: format.number(status.rowsLoaded) });
    if (isLong) return rich(isNarrow ? 'explore.shownMonthsShort' : 'explore.shownMonths', { n, all });
    return rich('explore.shownByMonth', {
      n,
      all,
      share: format.percent(arrivedShare(status)),
    });
  }
  if (basis && basis.rowsLoaded < basis.rowsTotal)
    return isNarrow
      ? rich('explore.shownSoFarShort', { n, read: all })
      : rich('explore.shownSoFar', { n, read: all, all: format.number(basis.rowsTotal) });
  return rich('explore.shown', { n, all });
}
