import type { Country } from '#core/country.ts';
import type { OpenRef } from '#core/figure-ref.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Answer, CountAnswer } from '#core/query.ts';
import { isHot, type View } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import { filterRing } from '#figures/map/filter-ring.ts';
import { mapFigureWords } from '#figures/map/form-words.ts';
import { mapDrawing, summaryOf } from '#figures/map/map-drawing.tsx';
import type { MapModel } from '#figures/map/map-model.ts';
import { lastYearOf, POPULATION, populationIn } from '#figures/map/rates.ts';
import { groundOnce } from '#state/ground-store.ts';
import { apiOptions } from '#state/queries.ts';
import { countryFilter, countryMapTitle, countryWords, scopeQueries } from '../country-scope.ts';
import { countedOf, countedQueries } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeMap } from '../made-figure.ts';
import { shareLink, wordsBase } from '../words-base.ts';
import { drawHot } from './draw-hot.ts';
import { extentOf, mapModelOf, mapWords, placesOf } from './map-picture.ts';
import { type MapAsk, mapQueries, modeWithin } from './map-queries.ts';
import { type MapSight, sightOfCountry, sightOfView } from './map-sight.ts';

/** The map of Explore in a view. */
export async function exploreMap({ view }: OpenRef, context: DrawContext): Promise<MadeMap> {
  const { filter, measure } = view;
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const found = await ask(context, [
    { kind: 'extent', filter },
    { kind: 'areas', filter },
  ]);
  const ground = await groundOnce();
  const about = { view, filter, count: counted.count };
  let sight = sightOfView(view, extentOf(found, ground));
  let model = await modelAt(sight, about, context);
  if (model.hot && !view.map) {
    // Where its spots lie is known once they are tested.
    sight = sightOfView(view, extentOf(found, ground, model.hot));
    model = await modelAt(sight, about, context);
  }
  const { names, edition, i18n } = context;
  const link = shareLink(context, 'explore', '', view);
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const { full } = mapWords(model, counted, base, names, i18n);
  return made({ model, sight, filter }, full, context);
}

/** The map of a country's page. */
export async function countryMap({ view, id }: OpenRef, context: DrawContext): Promise<MadeMap> {
  const country: Country = await context.client.fetchQuery(apiOptions('country', { iso2: id.toUpperCase() }));
  const filter = countryFilter(country.iso2, view);
  const [count, , sources] = await ask(context, scopeQueries(filter, view.measure));
  const sight = sightOfCountry(country);
  const within = { ...view, mapMode: modeWithin(view.mapMode) };
  const model = await modelAt(sight, { view: within, filter, count }, context);
  const title = countryMapTitle(filter, context.i18n);
  const more = title === null ? {} : { title };
  const plain = countryWords({ kind: 'map', filter, country, view, count, sources, more }, context);
  return made({ model, sight, filter }, mapFigureWords(plain, model, context.i18n), context);
}

async function modelAt(
  { bbox, cellZoom }: MapSight,
  { view, filter, count }: { view: View; filter: EventFilter; count: CountAnswer | null },
  context: DrawContext,
): Promise<MapModel> {
  const { mapMode: mode, measure } = view;
  const base = await groundOnce();
  const hot = isHot(mode) ? await drawHot(context, { mode, filter, cellZoom, base }) : null;
  const population =
    mode === 'rates'
      ? populationIn(
          await context.client.fetchQuery(apiOptions('indicator', { id: POPULATION })),
          lastYearOf(filter),
        )
      : null;
  const own: MapAsk = { filter, mode, measure, cellZoom, bbox };
  const answers: readonly Answer[] = await ask(context, mapQueries(own));
  return mapModelOf({ ask: own, answers, complete: true, hot, population, count, base });
}

async function made(
  { model, sight, filter }: { model: MapModel; sight: MapSight; filter: EventFilter },
  words: FigureWords,
  { i18n }: DrawContext,
): Promise<MadeMap> {
  const base = await groundOnce();
  const hotspots = placesOf(model, base);
  const chosen = filter.countries;
  const area = filterRing(filter);
  return {
    kind: 'map',
    drawing: mapDrawing({ model, base, hotspots, bbox: sight.bbox, chosen, area, words, i18n }),
    summary: summaryOf(model, hotspots, i18n),
    ...{ model, base, hotspots, sight, filter },
  };
}
