import type { Reply } from '#contract/endpoints.ts';
import type { Article } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Group } from '#core/group.ts';
import type { Indicator } from '#core/indicator.ts';
import { vagueIso } from '#core/time.ts';
import { kindWords } from '#ingest/search-glossary.ts';
import { wordsOf } from '#ingest/search-words.ts';
import { matchScore } from '#server/gazetteer.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import { type Handler, reply } from './answer.ts';
import { checkWords } from './words.ts';

type Row = Reply<'search'>['rows'][number];

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
  const { store, gazetteer } = services;
  const [countries, groups, events, articles, indicators] = await Promise.all([
    named<Country>(await store.countries(), q, limit, countryNames),
    named<Group>((await store.groups(everyGroup)).rows, q, limit, (group) => [group.name, ...group.aliases]),
    store.suggestEvents(q, limit),
    store.suggestArticles(q, limit),
    named<Indicator>(await store.indicators([]), q, limit, indicatorNames),
  ]);
  return reply<'search'>({
    rows: [
      ...countries.map(countryRow),
      ...gazetteer.search(q, limit).map(
        (place): Row => ({
          ...blank,
          kind: 'place',
          id: place.id,
          title: place.name,
          detail: place.kind,
          country: place.country,
          lat: place.lat,
          lon: place.lon,
        }),
      ),
      ...groups.map(groupRow),
      ...events.map((doc) => eventRow(JSON.parse(doc) as CrimeEvent, services)),
      ...articles.map((doc) => articleRow(JSON.parse(doc) as Article)),
      ...indicators.map(indicatorRow),
    ],
  });
};

const everyGroup = { countries: [], text: '', after: null, limit: 10_000, counted: false } as const;

const blank = { lang: null, detail: '', country: null, lat: null, lon: null, when: null } as const;

/** Records whose name has every word asked, best match first; their own order decides ties. */
function named<T>(
  docs: readonly string[],
  q: string,
  limit: number,
  names: (record: T) => readonly string[],
): T[] {
  const asked = wordsOf(q);
  if (asked.length === 0) return [];
  const scored: { record: T; score: number }[] = [];
  for (const doc of docs) {
    const record = JSON.parse(doc) as T;
    const scores = names(record).map((name) => matchScore(wordsOf(name), asked) ?? Number.POSITIVE_INFINITY);
    const score = Math.min(...scores);
    if (score < Number.POSITIVE_INFINITY) scored.push({ record, score });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ record }) => record);
}

function countryNames({ names, iso2, iso3 }: Country): readonly string[] {
  return [names.en, names.es, names.pt, iso2, iso3];
}

function indicatorNames({ title, texts }: Indicator): readonly string[] {
  return [title, ...(texts ? Object.values(texts.title) : [])];
}

function countryRow({ iso2, names, bbox: [west, south, east, north] }: Country): Row {
  return {
    ...blank,
    kind: 'country',
    id: iso2,
    title: names.en,
    lang: 'en',
    country: iso2,
    lat: (south + north) / 2,
    lon: (west + east) / 2,
  };
}

function groupRow({ id, name, aliases, countries }: Group): Row {
  return {
    ...blank,
    kind: 'group',
    id,
    title: name,
    detail: aliases.join(', '),
    country: countries[0] ?? null,
  };
}

function eventRow(event: CrimeEvent, { gazetteer }: Services): Row {
  const { place, kind } = event;
  const where = place.name ?? place.adm2 ?? gazetteer.areaNames.get(place.adm1 ?? '') ?? place.country ?? '';
  return {
    kind: 'event',
    id: event.id,
    title: event.summary ?? [kindWords[kind].en.split(' ')[0], where].filter(Boolean).join(', '),
    lang: 'en',
    detail: where,
    country: place.country,
    lat: place.lat,
    lon: place.lon,
    when: vagueIso(event.time) || null,
  };
}

function articleRow({ id, headline, lang, outlet, countries, published }: Article): Row {
  return {
    ...blank,
    kind: 'article',
    id,
    title: headline,
    lang,
    detail: outlet,
    country: countries[0] ?? null,
    when: vagueIso(published) || null,
  };
}

function indicatorRow({ id, title, unit, from, to }: Indicator): Row {
  return { ...blank, kind: 'indicator', id, title, lang: 'en', detail: unit, when: `${from}/${to}` };
}
