import type { EventFilter } from '#core/filter.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import { type HotMode, hotFormOf } from '#core/view.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import { asOfDay } from '../edition.ts';
import { hotModelOf, outlineQueries, planHotSpots, readOutline } from './hot-plan.ts';

interface Ask {
  readonly mode: HotMode;
  readonly filter: EventFilter;
  readonly cellZoom: number;
  readonly base: BaseMap;
}

/** The hot spots of a filter, in two questions: how much there is, then the cells at the size that fits, or the regions. */
export async function drawHot(
  context: DrawContext,
  { mode, filter, cellZoom, base }: Ask,
): Promise<HotModel | null> {
  const form = hotFormOf(mode);
  const outline = readOutline(await ask(context, outlineQueries(filter, form.view)));
  const plan = outline && planHotSpots(outline, filter, form, cellZoom, base, asOfDay(context.edition));
  return plan ? hotModelOf(plan, await ask(context, plan.queries), form.view) : null;
}
