import type { Country } from '#core/country.ts';
import type { OpenRef } from '#core/figure-ref.ts';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { View } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import { closedWindow, lanesDrawing } from '#figures/lanes/lanes-drawing.ts';
import { buildLanes, type LanesModel, marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { DaySpan, LanesInput } from '#figures/lanes/lanes-props.ts';
import { lanesFinding, lanesSummary } from '#figures/lanes/lanes-words.ts';
import { apiOptions } from '#state/queries.ts';
import { countryFilter, countryTimeFilter, countryWords, scopeQueries } from '../country-scope.ts';
import { countedOf, countedQueries } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import { asOfDay } from '../edition.ts';
import type { MadeLanes, MadeStill } from '../made-figure.ts';
import { nothingFound } from '../nothing-found.ts';
import { shareLink, wordsBase } from '../words-base.ts';
import {
  barsQueries,
  binFor,
  lanesInputOf,
  milestonesInput,
  milestonesOf,
  spanOf,
  splitOf,
} from './lanes-plan.ts';
import { countryAxis, shownAxis } from './time-axis.ts';
import { timelineWords } from './timeline-words.ts';

/** The timeline of Explore in a view. */
export async function exploreTimeline(
  { view }: OpenRef,
  context: DrawContext,
): Promise<MadeLanes | MadeStill> {
  const { filter, measure } = view;
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const { names, edition, i18n } = context;
  const link = shareLink(context, 'explore', '', view);
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const open = withoutDimension(filter, 'time');
  const found = await lanesOf(open, view, (extent) => shownAxis(view.axis, filter, extent), context);
  if (!found)
    return nothingFound(
      timelineWords({ bin: 'year', extent: null, model: null, base }, names, i18n),
      'lanes',
      i18n.t('figures.lanes.none'),
    );
  const words = timelineWords({ ...found, base }, names, i18n);
  return made(found, words, context);
}

/** The timeline of a country's page. */
export async function countryTimeline(
  { view, id }: OpenRef,
  context: DrawContext,
): Promise<MadeLanes | MadeStill> {
  const country: Country = await context.client.fetchQuery(apiOptions('country', { iso2: id.toUpperCase() }));
  const filter = countryFilter(country.iso2, view);
  const [count, , sources] = await ask(context, scopeQueries(filter, view.measure));
  const title = context.i18n.t('country.lanes.title');
  const common = { kind: 'lanes', filter, country, view, count, sources } as const;
  const found = await lanesOf(
    countryTimeFilter(filter),
    { ...view, bin: 'auto', timeForm: 'lanes' },
    (extent) => countryAxis(view.axis, extent),
    context,
  );
  if (!found)
    return nothingFound(
      countryWords({ ...common, more: { title } }, context),
      'lanes',
      context.i18n.t('figures.lanes.none'),
    );
  const { model, bin, extent } = found;
  const more = { title, bin, finding: lanesFinding(model, context.i18n) };
  return made(found, countryWords({ ...common, extent, more }, context), context);
}

interface Lanes {
  readonly input: LanesInput;
  readonly model: LanesModel;
  readonly bin: LanesInput['series']['bin'];
  readonly extent: DaySpan;
  readonly filter: EventFilter;
}

/** Extent first, then bars and coverage over the axis, then single marks and milestones; null where nothing is dated. */
export async function lanesOf(
  filter: EventFilter,
  view: Pick<View, 'filter' | 'bin' | 'measure' | 'timeForm'>,
  axisOf: (extent: DaySpan) => DaySpan,
  context: DrawContext,
): Promise<Lanes | null> {
  const { measure, timeForm: form } = view;
  const [span] = await ask(context, [{ kind: 'extent', filter }]);
  const extent = spanOf(span);
  if (!extent) return null;
  const axis = axisOf(extent);
  const split = splitOf(filter.types, form);
  const bin = binFor(view.bin, axis);
  const [series, coverage] = await ask(context, barsQueries(filter, { bin, measure, split, domain: axis }));
  const marksQuery = form === 'stacked' ? null : marksQueryFor(series, filter, split, axis);
  const [marks = null] = marksQuery ? await ask(context, [marksQuery]) : [];
  const { rows } = await context.client.fetchQuery(apiOptions('events', milestonesInput(filter.countries)));
  const milestones = milestonesOf(rows, context.names, context.i18n);
  const { from, to } = view.filter;
  const own = { measure, form, window: { from, to }, asOf: asOfDay(context.edition) };
  const input = lanesInputOf({ axis, split, series, marks, coverage, milestones }, own);
  return input && { input, model: buildLanes(input), bin, extent, filter };
}

function made(
  { input, model, bin, extent, filter }: Lanes,
  words: FigureWords,
  { i18n }: DrawContext,
): MadeLanes {
  return {
    kind: 'lanes',
    drawing: lanesDrawing(model, input.window, words, i18n),
    summary: lanesSummary(model, i18n, closedWindow(model.axis, input.window) ?? model.axis),
    ...{ input, bin, extent, filter },
  };
}
