import type { CrimeEvent } from '#core/event.ts';
import type { OpenRef } from '#core/figure-ref.ts';
import { emptyFilter } from '#core/filter.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { View } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import { mapDrawing, summaryOf } from '#figures/map/map-drawing.tsx';
import { makeWords } from '#figures/words.ts';
import { eventHeadline, placeName } from '#i18n/event-words.ts';
import { kindLabel } from '#i18n/labels.ts';
import { groundOnce } from '#state/ground-store.ts';
import { apiOptions } from '#state/queries.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MadeMap, MadeStill } from '../made-figure.ts';
import { nothingFound } from '../nothing-found.ts';
import { mayLeave, sourceWithheld } from '../withheld.ts';
import { shareLink, sourcesById } from '../words-base.ts';
import { eventCamera, eventMapModel, precisionWords } from './event-map.ts';
import { placesOf } from './map-picture.ts';
import { sightOfView } from './map-sight.ts';

/** The map of one event's page. */
export async function eventMap({ id, view }: OpenRef, context: DrawContext): Promise<MadeMap | MadeStill> {
  const event = await context.client.fetchQuery(apiOptions('event', { id }));
  return eventMapFigure({ event, view, base: await groundOnce() }, context);
}

interface EventPlace {
  readonly event: CrimeEvent;
  readonly view: View;
  /** Null until it has come. */
  readonly base: BaseMap | null;
}

/** One event where it happened, as well as that is known; in words alone where only its country is. */
export function eventMapFigure(
  { event, view, base }: EventPlace,
  context: Pick<DrawContext, 'i18n' | 'names' | 'edition' | 'origin'>,
): MadeMap | MadeStill {
  const { i18n, names } = context;
  const link = shareLink(context, 'event', event.id, view);
  if (!mayLeave(event, names)) return withheldMap(event, link, context);
  const words = eventWords(event, link, context);
  const map = eventCamera(event);
  if (!map || !base) return nothingFound(words, 'map', i18n.t('records.event.notDrawn'));
  const model = eventMapModel(event, base);
  const hotspots = placesOf(model, base);
  const sight = sightOfView({ map }, null);
  const filter = { ...emptyFilter, countries: event.place.country === null ? [] : [event.place.country] };
  const { bbox } = sight;
  return {
    kind: 'map',
    drawing: mapDrawing({ model, base, hotspots, bbox, chosen: filter.countries, words, i18n }),
    summary: summaryOf(model, hotspots, i18n),
    ...{ model, base, hotspots, sight, filter },
  };
}

/** Nothing of the record, not even its name: that its source lets no row out, and why. */
function withheldMap(
  event: CrimeEvent,
  link: string,
  { i18n, names, edition }: Pick<DrawContext, 'i18n' | 'names' | 'edition'>,
): MadeStill {
  const why = sourceWithheld(
    names.sources.find(({ id }) => id === event.source),
    i18n,
  );
  const said = { title: i18n.t('ui.withheld.title'), subtitle: '', caveats: [why] };
  const sources = sourcesById(names, [event.source]);
  const input = { kind: 'map', filter: emptyFilter, measure: 'count', count: null, extent: null } as const;
  const words = makeWords({ ...input, ...said, sources, link, edition }, i18n, names);
  return nothingFound({ ...words, period: '' }, 'map', why);
}

function eventWords(
  event: CrimeEvent,
  link: string,
  { i18n, names, edition }: Pick<DrawContext, 'i18n' | 'names' | 'edition'>,
): FigureWords {
  const { t, format } = i18n;
  const { place, time } = event;
  const when = format.time(time, t('domain.date.unknown'));
  const where = [
    placeName(place, i18n, names.adm1),
    place.country === null ? '' : format.country(place.country),
  ];
  const subtitle = [kindLabel(t, event.kind), ...new Set(where.filter(Boolean)), when].join(' · ');
  const words = makeWords(
    {
      kind: 'map',
      filter: { ...emptyFilter, countries: place.country === null ? [] : [place.country] },
      measure: 'count',
      count: null,
      extent: null,
      title: eventHeadline(event, i18n, names.adm1).text,
      subtitle,
      sources: sourcesById(names, [event.source]),
      link,
      edition,
    },
    i18n,
    names,
  );
  const caveat = precisionWords(event, names, i18n);
  return { ...words, period: when, counts: t('figures.words.events', { n: 1 }), caveat };
}
