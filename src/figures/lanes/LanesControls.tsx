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
  /** How the dates are chosen; null where they cannot be. */
  readonly dates: {
    readonly playing: boolean;
    readonly onStep: (direction: 1 | -1) => void;
    readonly onPlay: () => void;
    readonly onClear: () => void;
  } | null;
  readonly onZoom: (how: 'in' | 'out' | 'fit' | 'window') => void;
}

/** The row under the lanes: the dates in words, steps, play and zoom, all as buttons. */
export function LanesControls(props: Props) {
  const { t, format } = useI18n();
  const { window, extent, dates } = props;
  return (
    <fieldset className={styles.controls}>
      <legend className="visually-hidden">{t('figures.time.controls')}</legend>
      <span className={styles.showing}>
        {window === null
          ? t('figures.time.showingAll', { range: format.range(extent.from, extent.to) })
          : t('figures.time.showing', { range: format.range(window.from, window.to) })}
        {window === null || dates === null ? null : (
          <Button variant="link" onClick={dates.onClear}>
            {t('figures.time.clear')}
          </Button>
        )}
      </span>
      <span className={styles.buttons}>
        {dates === null ? null : <Steps {...dates} />}
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

function Steps({ playing, onStep, onPlay }: NonNullable<Props['dates']>) {
  const { t } = useI18n();
  return (
    <>
      <IconButton icon="chevronLeft" label={t('figures.time.back')} onClick={() => onStep(-1)} />
      {prefersStill() ? null : (
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={t(playing ? 'figures.time.stop' : 'figures.time.play')}
          data-play
          onClick={onPlay}
        />
      )}
      <IconButton icon="chevronRight" label={t('figures.time.forward')} onClick={() => onStep(1)} />
      <span className={styles.gap} />
    </>
  );
}
