import { useQueryClient } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo } from 'react';
import { measures } from '#core/measure.ts';
import { type Bin, bins } from '#core/time.ts';
import { timeForms, type View } from '#core/view.ts';
import { asOfDay } from '#drawings/edition.ts';
import { nothingFound } from '#drawings/nothing-found.ts';
import { lanesInputOf } from '#drawings/timeline/lanes-plan.ts';
import { axisWords } from '#drawings/timeline/time-axis.ts';
import { timelineWords } from '#drawings/timeline/timeline-words.ts';
import { Figure, type FigureState } from '#figures/Figure.tsx';
import { LanesTimeline } from '#figures/lanes/LanesTimeline.tsx';
import { closedWindow, lanesDrawing } from '#figures/lanes/lanes-drawing.ts';
import { buildLanes } from '#figures/lanes/lanes-model.ts';
import type { BarPick, DaySpan, LanesInput } from '#figures/lanes/lanes-props.ts';
import { lanesSummary, lanesTable, noteWords } from '#figures/lanes/lanes-words.ts';
import { useWidth } from '#figures/use-width.ts';
import { eventHeadline } from '#i18n/event-words.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { commitWindow, draftWindow, dropDraft } from '#state/draft-store.ts';
import { hover, useHover } from '#state/hover-store.ts';
import { eventRowsOptions, eventsInPage } from '#state/queries.ts';
import { useSettings } from '#state/settings-store.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { useSettled } from '#ui/use-settled.ts';
import { useExploreStore } from './explore-store.ts';
import { FigureExport } from './FigureExport.tsx';
import { around } from './surrounding.tsx';
import styles from './TimeCard.module.css';
import { useCounts } from './use-explore.ts';
import { useTime } from './use-time.ts';
import { onScreen, useEdition, useWordsBase } from './use-words.ts';

const BODY_HEIGHT = 236;
/** Below this width the names stand above the bars. */
const NARROW = 432;
/** On a phone the names of a stack stand above it. */
const STACK_HEIGHT = 300;
/** Least height of a lane in px: the targets of its marks. */
const MIN_LANE = 26;
const NONE_MARKED: readonly number[] = [];
const ALL_DATES = { from: null, to: null } as const;

type Props = { names: ReturnType<typeof useNames> };

export const TimeCard = around('time', Card);

function Card({ names }: Props) {
  const counts = useCounts();
  const i18n = useI18n();
  const { t } = i18n;
  const { view } = useView();
  const time = useTime(names);
  const edition = useEdition();
  const wordsBase = useWordsBase(counts, names, edition);
  const input = useLanesInput(time, asOfDay(edition));
  const model = useMemo(() => (input ? buildLanes(input) : null), [input]);
  const { bin, extent } = time;
  const newest = useMemo(
    () => timelineWords({ bin, extent, model, base: wordsBase }, names, i18n),
    [bin, extent, model, wordsBase, names, i18n],
  );
  const words = useSettled(newest, counts.asked.behind || time.behind, i18n.lang);
  const table = useMemo(
    () => (model ? lanesTable(model, words.title, i18n) : null),
    [model, words.title, i18n],
  );
  const state: FigureState = time.error
    ? { kind: 'failed', title: t('explore.time.failed'), detail: time.error.message, onRetry: time.retry }
    : time.empty
      ? { kind: 'empty', title: t('explore.none') }
      : input
        ? { kind: 'ready' }
        : { kind: 'loading' };
  return (
    <Figure
      id="time"
      className={styles.card ?? ''}
      words={words}
      line={onScreen(words, wordsBase, i18n)}
      state={state}
      bodyHeight={BODY_HEIGHT}
      refreshing={time.refreshing}
      table={table}
      summary={
        model
          ? lanesSummary(model, i18n, closedWindow(model.axis, input?.window ?? ALL_DATES) ?? model.axis)
          : null
      }
      notes={model ? [...coarser(view.bin, time.bin, i18n), ...noteWords(model, i18n)] : []}
      controls={<TimeControls />}
      exportMenu={
        model && table ? (
          <FigureExport
            figure="timeline"
            counts={counts}
            names={names}
            drawing={() => lanesDrawing(model, input?.window ?? ALL_DATES, words, i18n)}
          />
        ) : counts.count && (time.empty || time.error) ? (
          <FigureExport
            figure="timeline"
            counts={counts}
            names={names}
            failed={time.error !== null}
            drawing={() => nothingFound(words, 'lanes', t('figures.lanes.none')).drawing}
          />
        ) : null
      }
    >
      {input && time.extent ? (
        <TimeBody input={input} bin={time.bin} extent={time.extent} dataVersion={edition.dataVersion} />
      ) : null}
    </Figure>
  );
}

/** Says that the bars asked for would be too thin to see. */
function coarser(asked: View['bin'], shown: Bin, { t }: I18n): string[] {
  if (asked === 'auto' || asked === shown) return [];
  return [t('explore.bin.coarser', { asked: t(`domain.bin.${asked}`), shown: t(`domain.bin.${shown}`) })];
}

type Time = ReturnType<typeof useTime>;
type BodyProps = { input: LanesInput; bin: Bin; extent: DaySpan; dataVersion: string };

/** The lanes, with every act of theirs led to the address. */
const TimeBody = memo(function TimeBody({ input, bin, extent, dataVersion }: BodyProps) {
  const { change } = useView();
  const theme = useSettings((settings) => settings.shown);
  const axis = axisWords(input.axis);
  const picks = usePicks(dataVersion, axis);
  const { window } = input;
  const all = window.from === null && window.to === null ? null : axisWords(extent);
  const [box, width] = useWidth<HTMLDivElement>();
  useEffect(() => {
    if (width > 0) useExploreStore.setState({ plotWidth: width - (width < NARROW ? 56 : 170) });
  }, [width]);
  const marked = useHover((state) => (state.origin === 'time' ? NONE_MARKED : state.rows));
  return (
    <div ref={box} className={styles.body}>
      <LanesTimeline
        {...input}
        theme={theme}
        bin={bin}
        maxHeight={lanesHeight(input)}
        extent={extent}
        marked={marked}
        onWindow={(next) =>
          next === null ? commitWindow(null, null) : commitWindow(next.from, next.to, axis)
        }
        onDraft={(window) => (window ? draftWindow(window.from, window.to) : dropDraft())}
        onAxis={(next) => change({ axis: next === null ? all : axisWords(next) }, 'quiet')}
        onPickBar={picks.bar}
        onPickMark={picks.mark}
        onMark={(n) => hover('time', n === null ? [] : [n])}
        headline={picks.headline}
      />
    </div>
  );
});

/** Room for the lanes: each at least a line of text high, all of them no taller than the map beside them can spare. */
function lanesHeight({ series, form }: LanesInput): number {
  if (form === 'stacked') return STACK_HEIGHT;
  const lanes = series.series.filter((line) => line.events.some((events) => events > 0)).length;
  return Math.max(BODY_HEIGHT, 96 + lanes * MIN_LANE);
}

function useLanesInput(time: Time, asOf: number): LanesInput | null {
  const { view } = useView();
  const { measure, timeForm: form } = view;
  const { from, to } = view.filter;
  const { axis, series, split, marks, coverage, milestones } = time;
  return useMemo(
    () =>
      lanesInputOf(
        { axis, series, split, marks, coverage, milestones },
        { measure, form, window: { from, to }, asOf },
      ),
    [axis, series, split, measure, form, from, to, milestones, asOf, marks, coverage],
  );
}

/** A bar opens exactly the events it counts; a mark becomes the selected event. */
function usePicks(dataVersion: string, axis: NonNullable<View['axis']>) {
  const i18n = useI18n();
  const { change } = useView();
  const { from: first, to: last } = axis;
  const client = useQueryClient();
  const bar = useCallback(
    ({ from, to, type }: BarPick) =>
      change((view) => ({
        ...view,
        axis: { from: first, to: last },
        filter: { ...view.filter, from, to, types: [type] },
      })),
    [change, first, last],
  );
  const mark = useCallback(
    (n: number) => {
      void client.fetchQuery(eventRowsOptions([n], dataVersion)).then(([event]) => {
        if (event) change({ selected: event.id, list: 'events' }, 'quiet');
      });
    },
    [client, dataVersion, change],
  );
  const headline = useCallback(
    (n: number): string | null => {
      const event = eventsInPage(client, dataVersion).get(n);
      return event ? eventHeadline(event, i18n).text : null;
    },
    [client, dataVersion, i18n],
  );
  return { bar, mark, headline };
}

function TimeControls() {
  const { t } = useI18n();
  const { view, change } = useView();
  return (
    <>
      <Segmented
        label={t('explore.timeForm')}
        value={view.timeForm}
        options={timeForms.map((value) => ({ value, label: t(`explore.timeForm.${value}`) }))}
        onChange={(timeForm) => change({ timeForm }, 'quiet')}
      />
      <Select
        label={t('explore.bin')}
        value={view.bin}
        options={(['auto', ...bins] as const).map((value) => ({
          value,
          label: value === 'auto' ? t('explore.bin.auto') : t(`domain.bin.${value}`),
        }))}
        onChange={(bin) => change({ bin }, 'quiet')}
      />
      <Segmented
        label={t('explore.measure')}
        value={view.measure}
        options={measures.map((value) => ({
          value,
          label: t(`explore.measure.${value}`),
          name: t(`domain.measure.${value}`),
        }))}
        onChange={(measure) => change({ measure }, 'quiet')}
      />
    </>
  );
}
