import type { HotModel } from '#figures/map/hot-model.ts';
import { hotSentence } from '#figures/map/hot-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Switch } from '#ui/Switch.tsx';
import styles from './HotNote.module.css';

interface Props {
  readonly mode: 'hot' | 'trend';
  readonly hot: HotModel | null;
  readonly onMode: (mode: 'hot' | 'trend') => void;
}

/** The sentence beside a map of hot spots, and the switch between them and their trend. */
export function HotNote({ mode, hot, onMode }: Props) {
  const i18n = useI18n();
  return (
    <div className={styles.note}>
      <p className={styles.words} aria-live="polite">
        {hot === null ? (
          i18n.t('stats.note.waiting')
        ) : (
          <>
            <span className={hot.problem ? styles.problem : undefined}>{hotSentence(hot, i18n)}</span>{' '}
            {hot.problem ? null : i18n.t('stats.note.size', { km: hot.widthKm })}
          </>
        )}
      </p>
      <span className={styles.trend} title={i18n.t('stats.trendHint')}>
        <Switch checked={mode === 'trend'} onChange={(on) => onMode(on ? 'trend' : 'hot')}>
          {i18n.t('stats.trend')}
        </Switch>
      </span>
    </div>
  );
}
