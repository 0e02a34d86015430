import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Country } from '#core/country.ts';
import type { EventFilter } from '#core/filter.ts';
import { measures } from '#core/measure.ts';
import { isoOf } from '#core/time.ts';
import { defaultView } from '#core/view.ts';
import { asOfDay } from '#drawings/edition.ts';
import { lanesInputOf } from '#drawings/timeline/lanes-plan.ts';
import { Figure, type FigureState } from '#figures/Figure.tsx';
import { LanesTimeline } from '#figures/lanes/LanesTimeline.tsx';
import { lanesDrawing } from '#figures/lanes/lanes-drawing.ts';
import { buildLanes } from '#figures/lanes/lanes-model.ts';
import type { DaySpan, LanesInput } from '#figures/lanes/lanes-props.ts';
import { lanesFinding, lanesSummary, lanesTable, noteWords } from '#figures/lanes/lanes-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { commitWindow, draftWindow, dropDraft } from '#state/draft-store.ts';
import { paths } from '#state/paths.ts';
import { useSettings } from '#state/settings-store.ts';
import { useEdition } from '#state/use-edition.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { InReach } from '#ui/InReach.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { CountryExport } from './CountryExport.tsx';
import styles from './CountryPage.module.css';
import { useCountryTime } from './use-country-time.ts';
import { useFigureWords } from './use-figure-words.ts';
import type { Scope } from './use-scope.ts';

const HEIGHT = 220;

type Props = {
  country: Country;
  filter: EventFilter;
  scope: Scope;
  names: ReturnType<typeof useNames>;
};

/** The country's time: seizures, shoot-downs, clashes and decisions in lanes; brushing it narrows the whole page. */
export function CountryLanes({ country, filter, scope, names }: Props) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { view } = useView();
  const edition = useEdition();
  const time = useCountryTime(country.iso2, names);
  const input = useInput(time, asOfDay(edition));
  const { from, to } = view.filter;
  const model = useMemo(() => (input ? buildLanes(input) : null), [input]);
  const words = useFigureWords({
    kind: 'lanes',
    filter,
    scope,
    names,
    country,
    title: t('country.lanes.title'),
    bin: time.bin,
    extent: time.extent,
    ...(model ? { finding: lanesFinding(model, i18n) } : {}),
  });
  const table = useMemo(
    () => (model ? lanesTable(model, words.title, i18n) : null),
    [model, words.title, i18n],
  );
  const state = useLanesState(time, input !== null);
  return (
    <Figure
      id="time"
      words={words}
      state={state}
      bodyHeight={HEIGHT}
      refreshing={time.refreshing}
      table={table}
      summary={model ? lanesSummary(model, i18n) : null}
      notes={model ? noteWords(model, i18n) : []}
      exportMenu={
        model && table ? (
          <CountryExport
            figure="timeline"
            {...{ filter, scope, names }}
            place={country.names[lang]}
            link={words.link}
            drawing={() => lanesDrawing(model, { from, to }, words, i18n)}
          />
        ) : null
      }
      controls={<MeasureSwitch />}
    >
      {input && time.extent ? (
        <div className={styles.lanes}>
          <InReach height={HEIGHT}>
            <Timeline {...{ input, time, filter }} extent={time.extent} />
          </InReach>
        </div>
      ) : null}
    </Figure>
  );
}

type Time = ReturnType<typeof useCountryTime>;

function useLanesState(time: Time, ready: boolean): FigureState {
  const { t } = useI18n();
  const { error, empty, retry } = time;
  if (error)
    return { kind: 'failed', title: t('records.figure.failed'), detail: detailOf(error), onRetry: retry };
  if (empty) return { kind: 'empty', title: t('country.events.none') };
  return ready ? { kind: 'ready' } : { kind: 'loading' };
}

function useInput(time: Time, asOf: number): LanesInput | null {
  const { view } = useView();
  const { measure } = view;
  const { from, to } = view.filter;
  const { axis, series, split, marks, coverage, milestones } = time;
  return useMemo(
    () =>
      lanesInputOf(
        { axis, series, split, marks, coverage, milestones },
        { measure, window: { from, to }, asOf },
      ),
    [axis, series, split, measure, from, to, milestones, asOf, marks, coverage],
  );
}

type TimelineProps = { input: LanesInput; time: Time; filter: EventFilter; extent: DaySpan };

/** The interactive lanes; a bar leads to exactly its events, a mark to its event. */
function Timeline({ input, time, filter, extent }: TimelineProps) {
  const { change } = useView();
  const [, navigate] = useLocation();
  const theme = useSettings((settings) => settings.shown);
  return (
    <LanesTimeline
      {...input}
      theme={theme}
      bin={time.bin}
      extent={extent}
      onWindow={(window) => commitWindow(window?.from ?? null, window?.to ?? null)}
      onDraft={(window) => (window ? draftWindow(window.from, window.to) : dropDraft())}
      onAxis={(next) =>
        change({ axis: next ? { from: isoOf(next.from), to: isoOf(next.to) } : null }, 'quiet')
      }
      onPickBar={({ type, from, to }) =>
        navigate(paths.events({ ...defaultView, filter: { ...filter, types: [type], from, to } }))
      }
      onPickMark={time.open}
      headline={time.headline}
    />
  );
}

function MeasureSwitch() {
  const { t } = useI18n();
  const { view, change } = useView();
  return (
    <Segmented
      label={t('country.lanes.measure')}
      value={view.measure}
      options={measures.map((value) => ({
        value,
        label: t(`country.measure.${value}`),
        name: t(`domain.measure.${value}`),
      }))}
      onChange={(measure) => change({ measure }, 'quiet')}
    />
  );
}
