import { figureAddress } from '#core/figure-ref.ts';
import { type Measure, measures } from '#core/measure.ts';
import type { MadeRank } from '#drawings/made-figure.ts';
import { isRateRank, rankBy } from '#drawings/rank/make-rank.ts';
import { useMadeFigure } from '#drawings/use-made-figure.ts';
import { Figure } from '#figures/Figure.tsx';
import { RankBars } from '#figures/rank/RankFigure.tsx';
import { rankNotes } from '#figures/rank/rank-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useRetry } from '#state/engine-context.tsx';
import { useSettings } from '#state/settings-store.ts';
import { useHeldWords } from '#state/use-held-words.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { ErrorState } from '#ui/ErrorState.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import styles from './Feed.module.css';
import { FigureExport } from './FigureExport.tsx';
import { NoEvents } from './NoEvents.tsx';
import { useShownFilter } from './surrounding.tsx';
import type { Counts } from './use-explore.ts';
import { onScreen, useEdition, useWordsBase } from './use-words.ts';

type Props = { counts: Counts; names: ReturnType<typeof useNames> };

/** Countries, or the regions of the one chosen, most first; a bar narrows everything to its place. */
export default function RankPane({ counts, names }: Props) {
  const { t } = useI18n();
  const { view } = useView();
  const filter = useShownFilter();
  const asked = useMadeFigure({
    figure: 'rank',
    address: figureAddress('explore', '', { ...view, filter }),
  });
  const tryAgain = useRetry();
  const held = useHeldWords();
  const made = asked.data?.kind === 'rank' ? asked.data : null;
  if (made) return <Ranked {...{ counts, names, made }} busy={asked.isFetching} behind={asked.behind} />;
  if (asked.error)
    return (
      <ErrorState
        title={t('records.figure.failed')}
        detail={detailOf(asked.error)}
        onRetry={() => tryAgain(asked.refetch)}
      />
    );
  return <div className={styles.wait}>{held ?? <Loading lines={8} />}</div>;
}

function Ranked(props: Props & { made: MadeRank; busy: boolean; behind: boolean }) {
  const { counts, names, made, busy, behind } = props;
  const i18n = useI18n();
  const theme = useSettings((settings) => settings.shown);
  const { view, changeFilter } = useView();
  const base = useWordsBase(counts, names, useEdition());
  const { model, nameOf, drawing } = made;
  const { words } = drawing;
  const short = onScreen(words, { ...base, measure: model.measure }, i18n);
  if (model.bars.length === 0 && model.without === 0) return <NoEvents names={names} />;
  const pick = (key: string) => changeFilter(model.by === 'country' ? { countries: [key] } : { adm1: [key] });
  return (
    <Figure
      level={3}
      className={styles.rank ?? ''}
      words={words}
      line={isRateRank(view) ? { ...short, caveat: words.caveat } : short}
      state={{ kind: 'ready' }}
      bodyHeight={320}
      refreshing={busy}
      table={drawing.table}
      summary={made.summary}
      notes={isRateRank(view) ? [] : rankNotes(model, i18n)}
      controls={<MeasureSwitch />}
      exportMenu={<FigureExport figure="rank" {...{ counts, names }} drawing={() => drawing} />}
    >
      <div data-behind={behind}>
        <RankBars {...{ model, nameOf, theme }} onPick={pick} />
      </div>
    </Figure>
  );
}

type Choice = Measure | 'rates';

/** What places are ranked by; a rate only where it is known how many people live there. */
function MeasureSwitch() {
  const { t } = useI18n();
  const { view, change } = useView();
  const choices: readonly Choice[] = rankBy(view.filter) === 'country' ? [...measures, 'rates'] : measures;
  const choose = (choice: Choice) => {
    if (choice === 'rates') change({ measure: 'count', mapMode: 'rates' }, 'quiet');
    else change({ measure: choice, mapMode: view.mapMode === 'rates' ? 'countries' : view.mapMode }, 'quiet');
  };
  return (
    <Segmented<Choice>
      label={t('explore.rank.measure')}
      value={isRateRank(view) ? 'rates' : view.measure}
      options={choices.map((value) =>
        value === 'rates'
          ? { value, label: t('explore.rank.rates'), name: t('map.legendPer.rates') }
          : { value, label: t(`explore.measure.${value}`), name: t(`domain.measure.${value}`) },
      )}
      onChange={choose}
    />
  );
}
