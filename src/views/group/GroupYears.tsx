import { useLocation } from 'wouter';
import { figureAddress } from '#core/figure-ref.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Group } from '#core/group.ts';
import { defaultView } from '#core/view.ts';
import { countedOf, countedQueries } from '#drawings/counts.ts';
import type { MadeFigure, MadeLanes } from '#drawings/made-figure.ts';
import { useMadeFigure } from '#drawings/use-made-figure.ts';
import { sourcesById } from '#drawings/words-base.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { Figure } from '#figures/Figure.tsx';
import { LanesTimeline } from '#figures/lanes/LanesTimeline.tsx';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk, useRetry } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { eventsFileAddress } from '#state/queries.ts';
import { useSettings } from '#state/settings-store.ts';
import { useEdition } from '#state/use-edition.ts';
import { useEventLead } from '#state/use-event-lead.ts';
import { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorState } from '#ui/ErrorState.tsx';
import { FigureCard } from '#ui/FigureCard.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import styles from './GroupPage.module.css';

const HEIGHT = 220;

/** Events by year that name the group; each bar opens its events. */
export function GroupYears({ group, filter }: { group: Group; filter: EventFilter }) {
  const { t } = useI18n();
  const { view } = useView();
  const asked = useMadeFigure({ figure: 'years', address: figureAddress('group', group.id, view) });
  const tryAgain = useRetry();
  const made = asked.data;
  if (!made)
    return (
      <FigureCard title={t('records.group.byYear')} subtitle={t('records.group.byYearNone')}>
        <div className={styles.years} style={{ minHeight: HEIGHT }}>
          {asked.error ? (
            <ErrorState
              title={t('records.figure.failed')}
              detail={detailOf(asked.error)}
              onRetry={() => tryAgain(asked.refetch)}
            />
          ) : (
            <Loading lines={4} />
          )}
        </div>
      </FigureCard>
    );
  const { words, table } = made.drawing;
  const isDrawn = made.kind === 'lanes';
  return (
    <Figure
      id="years"
      words={words}
      state={isDrawn ? { kind: 'ready' } : { kind: 'empty', title: t('records.group.noEvents') }}
      bodyHeight={HEIGHT}
      refreshing={asked.isFetching}
      table={isDrawn ? table : null}
      summary={isDrawn ? made.summary : null}
      exportMenu={isDrawn ? <YearsExport {...{ group, filter, made }} /> : null}
    >
      {isDrawn ? <Years made={made} /> : null}
    </Figure>
  );
}

function Years({ made }: { made: MadeLanes }) {
  const [, navigate] = useLocation();
  const theme = useSettings((settings) => settings.shown);
  const { input, bin, extent, filter } = made;
  const openEvent = useEventLead(navigate);
  return (
    <LanesTimeline
      {...input}
      {...{ theme, bin, extent }}
      onAxis={() => {}}
      onPickBar={({ type, from, to }) =>
        navigate(paths.events({ ...defaultView, filter: { ...filter, types: [type], from, to } }))
      }
      onPickMark={openEvent}
    />
  );
}

type ExportProps = { group: Group; filter: EventFilter; made: MadeFigure };

/** The years and the events that they count. */
function YearsExport({ group, filter, made }: ExportProps) {
  const names = useNames();
  const edition = useEdition();
  const { drawing } = made;
  const answers = useAsk(countedQueries(filter, 'count')).data?.answers;
  const counted = answers && countedOf(answers, filter);
  const n = counted?.count?.total.events;
  return (
    <ExportMenu
      figure="years"
      link={drawing.words.link}
      subject={() => ({
        subject: group.name,
        from: null,
        to: null,
        dataVersion: edition.dataVersion,
        toolVersion: edition.version,
        sources: sourcesById(names, counted?.sourcesShown ?? []),
        drawing: () => drawing,
        rows:
          n === undefined
            ? null
            : { kind: 'events', n, address: (format) => eventsFileAddress(filter, 'newest', format) },
      })}
    />
  );
}
