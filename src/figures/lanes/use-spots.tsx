import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { LanesTooltip } from './LanesTooltip.tsx';
import { hitSpot, markOf, movedSpot, type Spot, spotPoint } from './lanes-hit.ts';
import type { LanesLayout } from './lanes-layout.ts';
import type { LanesModel } from './lanes-model.ts';
import type { LanesTimelineProps } from './lanes-props.ts';
import { barWords, markWords } from './lanes-words.ts';

const NONE: readonly number[] = [];

interface AxisActs {
  readonly zoom: (how: 'in' | 'out' | 'fit' | 'window') => void;
  readonly pan: (share: number) => void;
}

const cursorKeys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
const axisKeys: Readonly<Record<string, (axis: AxisActs) => void>> = {
  'Shift+ArrowLeft': (axis) => axis.pan(-0.25),
  'Shift+ArrowRight': (axis) => axis.pan(0.25),
  '+': (axis) => axis.zoom('in'),
  '=': (axis) => axis.zoom('in'),
  '-': (axis) => axis.zoom('out'),
  '0': (axis) => axis.zoom('fit'),
};

/** Hover, keyboard cursor and opening of bars and marks, with the words they say. */
export function useSpots(props: LanesTimelineProps, model: LanesModel, layout: LanesLayout, axis: AxisActs) {
  const i18n = useI18n();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [byKey, setByKey] = useState(false);
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const come = (next: Spot | null, keyboard: boolean): void => {
    clearTimeout(held.current);
    setByKey(keyboard);
    if (JSON.stringify(next) === JSON.stringify(spot)) return;
    setSpot(next);
    props.onMark?.(markOf(model, next)?.n ?? null);
  };
  const leave = (now: boolean): void => {
    clearTimeout(held.current);
    if (now) come(null, false);
    else held.current = setTimeout(() => come(null, false), 160);
  };
  const pick = (target: Spot | null): void => {
    const mark = markOf(model, target);
    if (mark) props.onPickMark(mark.n);
    else if (target?.kind === 'bar') {
      const bin = model.bins[target.bin];
      const lane = model.lanes[target.lane];
      if (bin && lane) props.onPickBar({ ...bin, type: lane.type });
    }
  };
  const act = (key: string, shift: boolean): boolean => {
    const axisKey = axisKeys[shift ? `Shift+${key}` : key] ?? axisKeys[key];
    if (axisKey) axisKey(axis);
    else if (cursorKeys.includes(key)) come(movedSpot(model, spot, key), true);
    else if ((key === 'Enter' || key === ' ') && spot) pick(spot);
    else if (key === 'Escape' && spot) come(null, false);
    else return false;
    return true;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !act(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const own = markOf(model, spot)?.n;
  const marked = useMemo(() => (own === undefined ? props.marked : [own]) ?? NONE, [own, props.marked]);
  const lines = spot === null ? [] : spotWords(props, model, spot, i18n);
  const point = spot === null ? null : spotPoint(model, layout, spot);
  return {
    id,
    spot,
    leave,
    pick,
    keys,
    marked,
    spoken: byKey ? lines.join('. ') : '',
    point: (event: PointerEvent<HTMLDivElement>): void => {
      const box = event.currentTarget.getBoundingClientRect();
      const next = hitSpot(model, layout, event.clientX - box.left, event.clientY - box.top);
      if (next === null) leave(false);
      else come(next, false);
    },
    tooltip:
      point === null || lines.length === 0 ? null : (
        <LanesTooltip
          id={id}
          lines={lines}
          hint={i18n.t(spot?.kind === 'mark' ? 'figures.time.openMark' : 'figures.time.openBar')}
          x={point.x}
          y={point.y}
          width={layout.size.width}
          onEnter={() => clearTimeout(held.current)}
          onLeave={() => leave(false)}
        />
      ),
  };
}

function spotWords(props: LanesTimelineProps, model: LanesModel, spot: Spot, i18n: I18n): readonly string[] {
  const lane = model.lanes[spot.lane];
  if (!lane) return [];
  if (spot.kind === 'bar') return barWords(model, lane, spot.bin, i18n);
  const mark = lane.marks[spot.index];
  return mark ? markWords(model, mark, props.headline?.(mark.n) ?? null, i18n) : [];
}
