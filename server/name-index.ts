import type { Reply } from '#contract/endpoints.ts';
import type { Country } from '#core/country.ts';
import type { Group } from '#core/group.ts';
import type { Indicator } from '#core/indicator.ts';
import { wordsOf } from '#ingest/search-words.ts';
import { matchScore } from './gazetteer.ts';
import type { Store } from './store/store.ts';

export type SearchRow = Reply<'search'>['rows'][number];
export type SearchLang = 'en' | 'es' | 'pt';

/** What a row of the search box says where nothing else is known. */
export const blankRow = { lang: null, detail: '', country: null, lat: null, lon: null, when: null } as const;

interface Entry {
  readonly kind: SearchRow['kind'];
  /** The words of each name. */
  readonly names: readonly (readonly string[])[];
  readonly row: (lang: SearchLang) => SearchRow;
}

/** Names of the few records that a search box looks through whole: countries, groups, indicators. */
export class NameIndex {
  readonly #entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** Rows of one kind with a name that has every word asked, best match first; their own order decides ties. */
  search(kind: SearchRow['kind'], q: string, limit: number, lang: SearchLang): SearchRow[] {
    const asked = wordsOf(q);
    if (asked.length === 0) return [];
    const scored: { entry: Entry; score: number }[] = [];
    for (const entry of this.#entries) {
      if (entry.kind !== kind) continue;
      const score = Math.min(
        ...entry.names.map((name) => matchScore(name, asked) ?? Number.POSITIVE_INFINITY),
      );
      if (score < Number.POSITIVE_INFINITY) scored.push({ entry, score });
    }
    return scored
      .sort((a, b) => a.score - b.score)
      .slice(0, limit)
      .map(({ entry }) => entry.row(lang));
  }
}

const everyGroup = { countries: [], text: '', after: null, limit: 10_000, counted: false } as const;

/** Reads the names out of a store. */
export async function readNameIndex(store: Store): Promise<NameIndex> {
  const entry = <T>(
    kind: SearchRow['kind'],
    doc: string,
    names: (record: T) => readonly string[],
    row: (record: T, lang: SearchLang) => SearchRow,
  ): Entry => {
    const record = JSON.parse(doc) as T;
    return { kind, names: names(record).map(wordsOf), row: (lang) => row(record, lang) };
  };
  return new NameIndex([
    ...(await store.countries()).map((doc) => entry('country', doc, countryNames, countryRow)),
    ...(await store.groups(everyGroup)).rows.map((doc) => entry('group', doc, groupNames, groupRow)),
    ...(await store.indicators([])).map((doc) => entry('indicator', doc, indicatorNames, indicatorRow)),
  ]);
}

function groupNames({ name, aliases }: Group): readonly string[] {
  return [name, ...aliases];
}

function countryNames({ names, iso2, iso3 }: Country): readonly string[] {
  return [names.en, names.es, names.pt, iso2, iso3];
}

function indicatorNames({ title, texts }: Indicator): readonly string[] {
  return [title, ...(texts ? Object.values(texts.title) : [])];
}

function countryRow({ iso2, names, bbox: [west, south, east, north] }: Country, lang: SearchLang): SearchRow {
  return {
    ...blankRow,
    kind: 'country',
    id: iso2,
    title: names[lang],
    lang,
    country: iso2,
    lat: (south + north) / 2,
    lon: (west + east) / 2,
  };
}

function groupRow({ id, name, aliases, countries }: Group): SearchRow {
  return {
    ...blankRow,
    kind: 'group',
    id,
    title: name,
    detail: aliases.join(', '),
    country: countries[0] ?? null,
  };
}

function indicatorRow({ id, title, texts, unit, from, to }: Indicator, lang: SearchLang): SearchRow {
  return {
    ...blankRow,
    kind: 'indicator',
    id,
    title: texts?.title[lang] ?? title,
    lang: texts ? lang : 'en',
    detail: unit,
    when: `${from}/${to}`,
  };
}
