import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import type { FigureTheme } from '../figure.ts';
import { type Palette, palettes } from '../palette.ts';
import { useWidth } from '../use-width.ts';
import { LanesCanvas, MOST_SVG_BINS } from './LanesCanvas.tsx';
import { LanesControls } from './LanesControls.tsx';
import { LanesHandles } from './LanesHandles.tsx';
import {
  CoverageStrip,
  LanesBars,
  LanesGround,
  LanesMarks,
  LanesMilestones,
  WindowWash,
} from './LanesInk.tsx';
import styles from './LanesTimeline.module.css';
import { hitSpot } from './lanes-hit.ts';
import { type LanesLayout, layoutLanes, naturalHeight } from './lanes-layout.ts';
import { buildLanes, type LanesModel, movedWindow } from './lanes-model.ts';
import { closedWindow, steppedWindow } from './lanes-moves.ts';
import type { DaySpan, LanesTimelineProps } from './lanes-props.ts';
import { lanesFinding } from './lanes-words.ts';
import { useAxis, useWheel } from './use-axis.ts';
import { useLanesDrag } from './use-lanes-drag.ts';
import { usePlay } from './use-play.ts';
import { useSpots } from './use-spots.tsx';

/** Base text on screen, px. */
const FONT = 12;
/** Below this the strip is for looking and tapping; dates come from fields, presets and steps. */
const PHONE = 480;

/** The interactive lanes: brush, step, play, zoom, open a bar or a mark; all of it by pointer and by keyboard. */
export function LanesTimeline(props: LanesTimelineProps & { readonly theme: FigureTheme }) {
  const i18n = useI18n();
  const [box, width] = useWidth<HTMLDivElement>();
  const model = useModel(props);
  const bounds = props.extent;
  const maxHeight = props.maxHeight ?? Number.POSITIVE_INFINITY;
  const chosen =
    props.window.from === null && props.window.to === null ? null : closedWindow(props.window, bounds);
  const axis = useAxis(props.axis, bounds, chosen, props.onAxis);
  const shownModel = useMemo(() => ({ ...model, axis: axis.axis }), [model, axis.axis]);
  const layout = useMemo(() => {
    const height = Math.min(naturalHeight(shownModel, FONT, width, i18n), maxHeight);
    return width > 0 ? layoutLanes(shownModel, { width, height }, FONT, i18n) : null;
  }, [shownModel, width, maxHeight, i18n]);
  const { onWindow } = props;
  const setWindow =
    onWindow &&
    ((next: DaySpan): void => onWindow(next.from <= bounds.from && next.to >= bounds.to ? null : next));
  const [held, setHeld] = useState<DaySpan | null>(null);
  const play = usePlaying(props, chosen, bounds);
  return (
    <div className={styles.timeline}>
      <div
        ref={box}
        className={styles.box}
        style={{ minHeight: Math.min(naturalHeight(shownModel, FONT, width || 700, i18n), maxHeight) }}
      >
        {layout === null ? null : (
          <Surface
            {...{ props, model: shownModel, layout, bounds, i18n, axis, setWindow }}
            onHeld={setHeld}
            chosen={play.draft ?? chosen}
            palette={palettes[props.theme]}
            phone={width < PHONE}
          />
        )}
      </div>
      <LanesControls
        window={held ?? play.draft ?? chosen}
        extent={bounds}
        zoomed={axis.axis.from > bounds.from || axis.axis.to < bounds.to}
        dates={
          setWindow && onWindow
            ? {
                playing: play.playing,
                onPlay: play.toggle,
                onStep: (direction) => setWindow(steppedWindow(chosen, props.bin, direction, bounds)),
                onClear: () => onWindow(null),
              }
            : null
        }
        onZoom={axis.zoom}
      />
    </div>
  );
}

function useModel(props: LanesTimelineProps): LanesModel {
  const { series, marks, coverage, split, form = 'lanes', measure, axis, milestones, asOf } = props;
  const { from, to } = props.window;
  return useMemo(
    () =>
      buildLanes({
        series,
        marks,
        coverage,
        split,
        form,
        measure,
        axis,
        milestones,
        asOf,
        window: { from, to },
      }),
    [series, marks, coverage, split, form, measure, axis, milestones, asOf, from, to],
  );
}

function usePlaying(props: LanesTimelineProps, chosen: DaySpan | null, bounds: DaySpan) {
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const at = useRef<DaySpan | null>(null);
  const show = (window: DaySpan): void => {
    at.current = window;
    setDraft(window);
    props.onDraft?.(window);
  };
  const { playing, play, stop } = usePlay(
    () => {
      if (!at.current) return false;
      const next = movedWindow(at.current, props.bin, 1, bounds);
      if (next.from === at.current.from) return false;
      show(next);
      return true;
    },
    () => {
      setDraft(null);
      if (at.current) props.onWindow?.(at.current);
      props.onDraft?.(null);
    },
  );
  const toggle = (): void => {
    if (playing) {
      stop();
      return;
    }
    const isAtEnd = chosen !== null && movedWindow(chosen, props.bin, 1, bounds).from === chosen.from;
    show(chosen === null || isAtEnd ? steppedWindow(null, props.bin, 1, bounds) : chosen);
    play();
  };
  return { playing, draft, toggle };
}

interface SurfaceProps {
  readonly props: LanesTimelineProps;
  readonly model: LanesModel;
  readonly layout: LanesLayout;
  readonly palette: Palette;
  readonly bounds: DaySpan;
  readonly chosen: DaySpan | null;
  readonly i18n: I18n;
  readonly axis: ReturnType<typeof useAxis>;
  readonly phone: boolean;
  /** Undefined = the dates cannot be chosen. */
  readonly setWindow: ((window: DaySpan) => void) | undefined;
  /** The window under the hand; null when it is let go. */
  readonly onHeld: (window: DaySpan | null) => void;
}

function Surface(surface: SurfaceProps) {
  const { props, model, layout, palette, bounds, chosen, axis, setWindow } = surface;
  const brushable = !surface.phone && setWindow !== undefined;
  const plot = useRef<HTMLDivElement>(null);
  const spots = useSpots(props, model, layout, axis);
  const drag = useLanesDrag({
    layout,
    bin: props.bin,
    bounds,
    chosen,
    onDraft: (window) => {
      surface.onHeld(window);
      props.onDraft?.(window);
    },
    onWindow: (window) => setWindow?.(window),
    onTap: (x, y) => spots.pick(hitSpot(model, layout, x, y)),
  });
  useWheel(plot, (event) => axis.wheel(event, layout, plot.current?.getBoundingClientRect().left ?? 0));
  const window = drag.draft ?? chosen;
  const onDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (!brushable) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const inside = window !== null && x >= layout.x(window.from) && x <= layout.x(window.to + 1);
    drag.begin(event, inside ? 'body' : 'new', event.currentTarget);
  };
  return (
    <>
      <Drawing {...{ model, layout, palette, window }} marked={spots.marked} />
      <div
        ref={plot}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one tab stop for all bars and marks, arrows inside
        tabIndex={0}
        aria-label={surface.i18n.t('figures.time.bars')}
        aria-describedby={spots.spot ? spots.id : undefined}
        className={surface.phone ? `${styles.surface} ${styles.phone}` : styles.surface}
        onPointerDown={onDown}
        onPointerMove={(event) => {
          if (!drag.move(event) && event.pointerType === 'mouse') spots.point(event);
          if (drag.isDragging()) spots.leave(true);
        }}
        onPointerUp={drag.end}
        onPointerCancel={drag.cancel}
        onPointerLeave={() => spots.leave(false)}
        onClick={(event) => {
          if (brushable) return;
          const box = event.currentTarget.getBoundingClientRect();
          spots.pick(hitSpot(model, layout, event.clientX - box.left, event.clientY - box.top));
        }}
        onKeyDown={spots.keys}
        onBlur={() => spots.leave(true)}
      />
      {!brushable ? null : (
        <LanesHandles
          {...{ layout, bounds }}
          bin={props.bin}
          window={window ?? bounds}
          onKeyWindow={setWindow}
          onBegin={(event, edge) => plot.current && drag.begin(event, edge, plot.current)}
          onMove={drag.move}
          onEnd={drag.end}
          onCancel={drag.cancel}
        />
      )}
      {spots.tooltip}
      <p className="visually-hidden" role="status">
        {spots.spoken}
      </p>
    </>
  );
}

function Drawing({
  model,
  layout,
  palette,
  window,
  marked,
}: {
  model: LanesModel;
  layout: LanesLayout;
  palette: Palette;
  window: DaySpan | null;
  marked: readonly number[];
}) {
  const i18n = useI18n();
  const base = { model, layout, palette };
  const { width, height } = layout.size;
  const onCanvas = model.bins.length > MOST_SVG_BINS;
  return (
    <>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.under}
        aria-hidden="true"
      >
        <WindowWash {...{ layout, palette, window }} />
        <LanesGround {...base} />
        {onCanvas ? null : <LanesBars {...base} window={window} />}
      </svg>
      {onCanvas ? <LanesCanvas {...base} window={window} className={styles.layer} /> : null}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.layer}
        role="img"
        aria-label={lanesFinding(model, i18n)}
      >
        <LanesMilestones {...base} />
        <LanesMarks {...base} window={window} marked={marked} />
        <CoverageStrip {...base} />
      </svg>
    </>
  );
}
