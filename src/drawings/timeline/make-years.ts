import type { OpenRef } from '#core/figure-ref.ts';
import { emptyFilter } from '#core/filter.ts';
import { lanesDrawing } from '#figures/lanes/lanes-drawing.ts';
import { lanesSummary } from '#figures/lanes/lanes-words.ts';
import { apiOptions } from '#state/queries.ts';
import { countedOf, countedQueries } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeLanes, MadeStill } from '../made-figure.ts';
import { nothingFound } from '../nothing-found.ts';
import { shareLink, wordsBase } from '../words-base.ts';
import { lanesOf } from './make-timeline.ts';
import { timelineWords } from './timeline-words.ts';

/** The events that name a group, by year. */
export async function groupYears(
  { id, view }: OpenRef,
  context: DrawContext,
): Promise<MadeLanes | MadeStill> {
  const { i18n, names, edition } = context;
  const group = await context.client.fetchQuery(apiOptions('group', { id }));
  const filter = { ...emptyFilter, groups: [group.id] };
  const measure = 'count' as const;
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const link = shareLink(context, 'group', id, view);
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const found = await lanesOf(filter, { ...view, filter, bin: 'year', measure }, (extent) => extent, context);
  const said = timelineWords({ bin: 'year', extent: null, model: null, ...found, base }, names, i18n);
  const words = { ...said, title: i18n.t('figures.years.title', { name: group.name }) };
  if (!found) return nothingFound(words, 'lanes', i18n.t('figures.lanes.none'));
  const { input, model, bin, extent } = found;
  return {
    kind: 'lanes',
    drawing: lanesDrawing(model, input.window, words, i18n),
    summary: lanesSummary(model, i18n, model.axis),
    ...{ input, bin, extent, filter },
  };
}
