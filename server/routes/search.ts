import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import { vagueIso } from '#core/time.ts';
import { kindTitles } from '#ingest/search-glossary.ts';
import { limits } from '#server/limits.ts';
import { blankRow, type SearchLang, type SearchRow } from '#server/name-index.ts';
import type { Services } from '#server/services.ts';
import { type Handler, reply } from './answer.ts';
import { checkWords } from './words.ts';

export const hits: Handler<'hits'> = async ({ parameters }, { store, info }) => {
  const q = parameters.q ?? '';
  checkWords('q', q);
  const { rows, total } = await store.hits(q, limits.hits);
  return reply<'hits'>({ dataVersion: info.dataVersion, rows, total, truncated: total > rows.length });
};

export const search: Handler<'search'> = async ({ parameters }, services) => {
  const q = parameters.q ?? '';
  checkWords('q', q);
  const limit = parameters.limit ?? limits.searchRowsPerKind;
  const lang = parameters.lang ?? 'en';
  const { store, gazetteer, names } = services;
  const [events, articles] = await Promise.all([
    store.suggestEvents(q, limit),
    store.suggestArticles(q, limit),
  ]);
  return reply<'search'>({
    rows: [
      ...names.search('country', q, limit, lang),
      ...gazetteer.search(q, limit).map(
        (place): SearchRow => ({
          ...blankRow,
          kind: 'place',
          id: place.id,
          title: place.name,
          detail: place.kind,
          country: place.country,
          lat: place.lat,
          lon: place.lon,
        }),
      ),
      ...names.search('group', q, limit, lang),
      ...events.map((doc) => eventRow(JSON.parse(doc) as CrimeEvent, lang, services)),
      ...articles.map((doc) => articleRow(JSON.parse(doc) as Article)),
      ...names.search('indicator', q, limit, lang),
    ],
  });
};

function eventRow(event: CrimeEvent, lang: SearchLang, { gazetteer }: Services): SearchRow {
  const { place, kind, summaries } = event;
  const where = place.name ?? place.adm2 ?? gazetteer.areaNames.get(place.adm1 ?? '') ?? place.country ?? '';
  const translated = lang === 'en' ? undefined : summaries?.[lang];
  const words = [kindTitles[kind][lang], where].filter(Boolean).join(', ');
  return {
    kind: 'event',
    id: event.id,
    title: translated ?? event.summary ?? words,
    lang: translated !== undefined || event.summary === null ? lang : 'en',
    detail: where,
    country: place.country,
    lat: place.lat,
    lon: place.lon,
    when: vagueIso(event.time) || null,
  };
}

function articleRow({ id, headline, lang, outlet, countries, published }: Article): SearchRow {
  return {
    ...blankRow,
    kind: 'article',
    id,
    title: headline,
    lang,
    detail: outlet,
    country: countries[0] ?? null,
    when: vagueIso(published) || null,
  };
}
