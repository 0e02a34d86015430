import type { Country } from '#core/country.ts';
import type { Group } from '#core/group.ts';
import type { Indicator } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { wordsOf } from '#ingest/search-words.ts';
import type { GroupQuestion, IndicatorParts, JsonOf, Slice, StoreInfo } from '#server/store/store.ts';
import { among } from '#server/store/where.ts';
import type { Database, Sql } from './database.ts';

interface Doc {
  readonly doc: string;
}
const docs = (rows: readonly Doc[]): string[] => rows.map((row) => row.doc);

export function selectInfo(database: Database): StoreInfo {
  const meta = new Map(
    database
      .all<{ key: string; value: string }>('select key, value from meta')
      .map((row) => [row.key, row.value]),
  );
  const count = (table: string, where = '1'): number =>
    database.get<{ n: number }>(`select count(*) as n from ${table} where ${where}`)?.n ?? 0;
  const days = database.get<{ first: number | null; last: number | null }>(
    `select (select min(from_day) from event where shared = 1) as first,
      (select max(to_day) from event where shared = 1) as last`,
  );
  return {
    dataVersion: meta.get('dataVersion') ?? '',
    dataAsOf: meta.get('dataAsOf') ?? '',
    cursorKey: meta.get('cursorKey') ?? '',
    counts: {
      events: count('event', 'shared = 1'),
      articles: count('article'),
      indicators: count('indicator'),
      groups: count('crime_group'),
      countries: count('country'),
      sources: count('source'),
    },
    eventDays: { from: days?.first ?? null, to: days?.last ?? null },
  };
}

export function selectSources(database: Database): readonly JsonOf<SourceInfo>[] {
  return docs(database.all<Doc>('select doc from source order by position'));
}

export function selectCountries(database: Database): readonly JsonOf<Country>[] {
  return docs(database.all<Doc>('select doc from country order by position'));
}

export function selectCountry(database: Database, iso2: string): JsonOf<Country> | null {
  return database.get<Doc>('select doc from country where iso2 = ?', [iso2.toUpperCase()])?.doc ?? null;
}

/** Groups by number of events; each word asked must begin a word of the name or an alias. */
export function selectGroups(database: Database, question: GroupQuestion): Slice<Group> {
  const parts: Sql[] = wordsOf(question.text).map((word) => ({
    text: `g.terms like ? escape '\\'`,
    values: [`% ${word}%`],
  }));
  const countries = among('country', question.countries);
  if (countries) {
    parts.push({
      text: `g.id in (select group_id from crime_group_country where ${countries.text})`,
      values: countries.values,
    });
  }
  const where = ['1', ...parts.map((part) => part.text)].join(' and ');
  const values = parts.flatMap((part) => part.values);
  const offset = question.after?.[1] ?? 0;
  const rows = database.all<Doc>(
    `select g.doc from crime_group g where ${where} order by g.events desc, g.id limit ? offset ?`,
    [...values, question.limit + 1, offset],
  );
  return {
    rows: docs(rows.slice(0, question.limit)),
    total: question.counted
      ? (database.get<{ n: number }>(`select count(*) as n from crime_group g where ${where}`, values)?.n ??
        0)
      : null,
    next: rows.length > question.limit ? [null, offset + question.limit] : null,
  };
}

export function selectGroup(database: Database, id: string): JsonOf<Group> | null {
  return database.get<Doc>('select doc from crime_group where id = ?', [id])?.doc ?? null;
}

export function selectIndicators(
  database: Database,
  countries: readonly string[],
): readonly JsonOf<Indicator>[] {
  const within = among('country', countries);
  return docs(
    within === null
      ? database.all<Doc>('select doc from indicator order by position')
      : database.all<Doc>(
          `select doc from indicator where id in (select indicator_id from observation where ${within.text})
            order by position`,
          within.values,
        ),
  );
}

export function selectIndicator(
  database: Database,
  id: string,
  countries: readonly string[],
): IndicatorParts | null {
  const indicator = database.get<Doc>('select doc from indicator where id = ?', [id])?.doc;
  if (indicator === undefined) return null;
  const within = among('country', countries);
  const values = database.all<Doc>(
    `select doc from observation where indicator_id = ?${within ? ` and ${within.text}` : ''} order by position`,
    [id, ...(within?.values ?? [])],
  );
  return { indicator, values: docs(values) };
}
