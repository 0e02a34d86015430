import { type HotForm, type HotMode, hotFormOf, hotModeOf } from '#core/view.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { hotPlaces, hotSentence } from '#figures/map/hot-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useHeldWords } from '#state/use-held-words.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { Switch } from '#ui/Switch.tsx';
import styles from './HotNote.module.css';

interface Props {
  readonly mode: HotMode;
  readonly hot: HotModel | null;
  readonly onMode: (mode: HotMode) => void;
}

const OVER: readonly HotForm['over'][] = ['cells', 'regions'];

/** The sentence beside a map of hot spots, and the switches between cells and regions, and between now and over time. */
export function HotNote({ mode, hot, onMode }: Props) {
  const i18n = useI18n();
  const held = useHeldWords();
  const form = hotFormOf(mode);
  const choose = (part: Partial<HotForm>): void => onMode(hotModeOf({ ...form, ...part }));
  return (
    <div className={styles.note}>
      <p className={styles.words} aria-live="polite">
        {hot === null ? (
          (held ?? i18n.t('stats.note.waiting'))
        ) : (
          <>
            <span className={hot.problem ? styles.problem : undefined}>{hotSentence(hot, i18n)}</span>{' '}
            {hot.problem ? null : hotPlaces(hot, i18n)}
          </>
        )}
      </p>
      <span className={styles.switches}>
        <Segmented
          label={i18n.t('stats.over')}
          value={form.over}
          options={OVER.map((value) => ({ value, label: i18n.t(`stats.over.${value}`) }))}
          onChange={(over) => choose({ over })}
        />
        <span title={i18n.t('stats.trendHint')}>
          <Switch checked={form.view === 'trend'} onChange={(on) => choose({ view: on ? 'trend' : 'hot' })}>
            {i18n.t('stats.trend')}
          </Switch>
        </span>
      </span>
    </div>
  );
}
