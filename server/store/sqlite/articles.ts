import type { Article } from '#core/article.ts';
import { wantedWords } from '#ingest/search-words.ts';
import type { ArticleFacets, ArticleFilter, ArticleQuestion, JsonOf, Slice } from '#server/store/store.ts';
import { among, inWindowSql } from '#server/store/where.ts';
import type { Database, Sql } from './database.ts';
import { matchText } from './match-text.ts';

/** A headline counts four times as much as the words around it. */
const rank = 'bm25(article_text, 4.0, 1.0)';

type Narrowing = keyof ArticleFilter;

const conditions: Readonly<Record<Narrowing, (filter: ArticleFilter) => Sql | null>> = {
  countries: (filter) => tagged('country', filter.countries),
  groups: (filter) => tagged('group', filter.groups),
  topics: (filter) => tagged('topic', filter.topics),
  event: (filter) => tagged('event', filter.event === null ? [] : [filter.event]),
  languages: (filter) => among('a.lang', filter.languages),
  sources: (filter) => among('a.source', filter.sources),
  outlet: (filter) => among('a.outlet', filter.outlet === null ? [] : [filter.outlet]),
  from: (filter) => inWindowSql(filter.from, filter.to, 'a'),
  to: () => null,
  text: (filter) => {
    if (filter.text === '') return null;
    const match = matchText(wantedWords(filter.text));
    if (match === null) return { text: '0', values: [] };
    return { text: 'a.n in (select rowid from article_text where article_text match ?)', values: [match] };
  },
};

function tagged(kind: string, values: readonly string[]): Sql | null {
  const inner = among('value', values);
  return (
    inner && {
      text: `a.n in (select n from article_tag where kind = '${kind}' and ${inner.text})`,
      values: inner.values,
    }
  );
}

function whereArticles(filter: ArticleFilter, without: Narrowing | null = null): Sql {
  const parts = (Object.keys(conditions) as Narrowing[])
    .filter((key) => key !== without)
    .map((key) => conditions[key](filter))
    .filter((part): part is Sql => part !== null);
  return {
    text: ['1', ...parts.map((part) => `(${part.text})`)].join(' and '),
    values: parts.flatMap((part) => part.values),
  };
}

export function selectArticles(database: Database, question: ArticleQuestion): Slice<Article> {
  const where = whereArticles(question.filter);
  const offset = question.after?.[1] ?? 0;
  const match =
    question.sort === 'relevance' && question.filter.text !== ''
      ? matchText(wantedWords(question.filter.text))
      : null;
  const order =
    question.sort === 'oldest'
      ? 'a.from_day asc nulls last, a.n'
      : `${match === null ? '' : `${rank}, `}a.from_day desc nulls last, a.n`;
  const rows = database.all<{ doc: string }>(
    match === null
      ? `select a.doc from article a where ${where.text} order by ${order} limit ? offset ?`
      : `select a.doc from article_text t join article a on a.n = t.rowid
          where article_text match ? and ${where.text} order by ${order} limit ? offset ?`,
    [...(match === null ? [] : [match]), ...where.values, question.limit + 1, offset],
  );
  return {
    rows: rows.slice(0, question.limit).map((row) => row.doc),
    total: question.counted
      ? (database.get<{ n: number }>(`select count(*) as n from article a where ${where.text}`, where.values)
          ?.n ?? 0)
      : null,
    next: rows.length > question.limit ? [null, offset + question.limit] : null,
  };
}

/** Day numbers to calendar years in SQL: 2440587.5 is the Julian day of 1970-01-01. */
const year = `strftime('%Y', 2440587.5 + a.from_day)`;

export function articleFacets(database: Database, filter: ArticleFilter): ArticleFacets {
  const counted = (without: Narrowing, value: string, join = ''): Record<string, number> => {
    const where = whereArticles(filter, without);
    const rows = database.all<{ value: string | null; n: number }>(
      `select ${value} as value, count(*) as n from article a ${join} where ${where.text}
        group by 1 order by n desc, 1`,
      where.values,
    );
    return Object.fromEntries(rows.filter((row) => row.value !== null).map((row) => [row.value, row.n]));
  };
  const tag = (kind: string): string => `join article_tag g on g.n = a.n and g.kind = '${kind}'`;
  return {
    topics: counted('topics', 'g.value', tag('topic')),
    outlets: counted('outlet', 'a.outlet'),
    languages: counted('languages', 'a.lang'),
    countries: counted('countries', 'g.value', tag('country')),
    years: counted('from', year),
  };
}

export function selectArticle(database: Database, id: string): JsonOf<Article> | null {
  return database.get<{ doc: string }>('select doc from article where id = ?', [id])?.doc ?? null;
}

export function suggestArticles(database: Database, text: string, limit: number): readonly JsonOf<Article>[] {
  const match = matchText(wantedWords(text, true));
  if (match === null) return [];
  return database
    .all<{ doc: string }>(
      `select a.doc from article_text t join article a on a.n = t.rowid where article_text match ?
        order by ${rank}, a.from_day desc nulls last, a.n limit ?`,
      [match, limit],
    )
    .map((row) => row.doc);
}
