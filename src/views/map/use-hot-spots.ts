import { useEffect, useMemo, useState } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { Answer } from '#core/query.ts';
import { parseIsoDay } from '#core/time.ts';
import { hotFormOf, isHot, type MapMode } from '#core/view.ts';
import type { Outline } from '#drawings/map/hot-plan.ts';

import { dataAsOfOf, useAsk, useEngineValue } from '#state/engine-context.tsx';

interface Ask {
  readonly mode: MapMode;
  readonly filter: EventFilter;
  /** Zoom of the map's own cells. */
  readonly cellZoom: number;
  readonly base: BaseMap | null;
}

const nothing: readonly [] = [];

type HotMath = typeof import('#drawings/map/hot-plan.ts');

/**
 * The hot spots of what is shown, in two questions: how much there is, then the cells at the size that fits. The last model
 * stays until the next is whole, so that old counts never stand on a new study area. Null in other modes and at first.
 */
export function useHotSpots({ mode, filter, cellZoom, base }: Ask) {
  const form = isHot(mode) ? hotFormOf(mode) : null;
  const view = form?.view ?? null;
  const asOf = parseIsoDay(useEngineValue(dataAsOfOf)?.slice(0, 10) ?? '');
  const { math, failed, again } = useHotMath(view !== null);
  const outlines = useMemo(
    () => (view && math ? math.outlineQueries(filter, view) : nothing),
    [filter, view, math],
  );
  const outlined = useAsk(outlines, view !== null && math !== null);
  const outline = outlined.refreshing || !math ? null : outlineOf(math, outlined.data?.answers ?? nothing);
  const plan = useKept(
    useMemo(
      () =>
        form && math && outline && base
          ? math.planHotSpots(outline, filter, form, cellZoom, base, asOf)
          : null,
      [form, math, outline, filter, cellZoom, base, asOf],
    ),
    mode,
  );
  const asked = useAsk(plan?.queries ?? nothing, plan !== null);
  const answers = plan && asked.data && !asked.refreshing ? asked.data.answers : null;
  const fresh = useMemo(
    () => (math && plan && answers && view ? math.hotModelOf(plan, answers, view) : null),
    [math, plan, answers, view],
  );
  const hot = useKept(fresh, mode);
  const error = failed ?? outlined.error ?? asked.error;
  const loading = view !== null && hot === null && error === null;
  return {
    hot,
    asked: {
      ...{ error, loading },
      refreshing: loading || (view !== null && (outlined.refreshing || asked.refreshing || hot !== fresh)),
      behind: view !== null && hot !== null && hot !== fresh,
      retry: () => {
        if (failed) again();
        outlined.retry();
        asked.retry();
      },
    },
  };
}

/** The statistics, fetched when a hot-spot view first opens; a failed fetch can be tried again. */
function useHotMath(wanted: boolean) {
  const [math, setMath] = useState<HotMath | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (!wanted || math || failed) return;
    let live = true;
    import('#drawings/map/hot-plan.ts').then(
      (plan) => live && setMath(plan),
      (error: unknown) => live && setFailed(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      live = false;
    };
  }, [wanted, math, failed]);
  return { math, failed, again: () => setFailed(null) };
}

/** The newest value that is not null, until the view changes. */
function useKept<Value>(value: Value | null, view: string): Value | null {
  const [kept, setKept] = useState<{ value: Value | null; view: string }>({ value, view });
  const next = value !== null || kept.view !== view ? value : kept.value;
  if (next !== kept.value || kept.view !== view) setKept({ value: next, view });
  return next;
}

const remembered = new WeakMap<readonly Answer[], Outline | null>();

/** The same answers always give the same outline object, so that plans are made once. */
function outlineOf(math: HotMath, answers: readonly Answer[]): Outline | null {
  const known = remembered.get(answers);
  if (known !== undefined) return known;
  const made = math.readOutline(answers);
  remembered.set(answers, made);
  return made;
}
