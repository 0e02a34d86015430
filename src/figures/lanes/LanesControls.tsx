import { useI18n } from '#i18n/i18n.tsx';
import { Button, IconButton } from '#ui/Button.tsx';
import styles from './LanesTimeline.module.css';
import type { DaySpan } from './lanes-props.ts';
import { prefersStill } from './use-play.ts';

interface Props {
  /** Null = all dates. */
  readonly window: DaySpan | null;
  readonly extent: DaySpan;
  readonly zoomed: boolean;
  readonly playing: boolean;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onPlay: () => void;
  readonly onClear: () => void;
  readonly onZoom: (how: 'in' | 'out' | 'fit' | 'window') => void;
}

/** The row under the lanes: the dates in words, steps, play and zoom, all as buttons. */
export function LanesControls(props: Props) {
  const { t, format } = useI18n();
  const { window, extent } = props;
  return (
    <fieldset className={styles.controls}>
      <legend className="visually-hidden">{t('figures.time.controls')}</legend>
      <span className={styles.showing}>
        {window === null
          ? t('figures.time.showingAll', { range: format.range(extent.from, extent.to) })
          : t('figures.time.showing', { range: format.range(window.from, window.to) })}
        {window === null ? null : (
          <Button variant="link" onClick={props.onClear}>
            {t('figures.time.clear')}
          </Button>
        )}
      </span>
      <span className={styles.buttons}>
        <IconButton icon="chevronLeft" label={t('figures.time.back')} onClick={() => props.onStep(-1)} />
        {prefersStill() ? null : (
          <IconButton
            icon={props.playing ? 'pause' : 'play'}
            label={t(props.playing ? 'figures.time.stop' : 'figures.time.play')}
            data-play
            onClick={props.onPlay}
          />
        )}
        <IconButton icon="chevronRight" label={t('figures.time.forward')} onClick={() => props.onStep(1)} />
        <span className={styles.gap} />
        <IconButton
          icon="minus"
          label={t('figures.time.zoomOut')}
          onClick={() => props.onZoom('out')}
          disabled={!props.zoomed}
        />
        <IconButton icon="plus" label={t('figures.time.zoomIn')} onClick={() => props.onZoom('in')} />
        {window === null ? null : (
          <IconButton
            icon="target"
            label={t('figures.time.zoomWindow')}
            onClick={() => props.onZoom('window')}
          />
        )}
        <IconButton
          icon="fit"
          label={t('figures.time.zoomFit')}
          onClick={() => props.onZoom('fit')}
          disabled={!props.zoomed}
        />
      </span>
    </fieldset>
  );
}
