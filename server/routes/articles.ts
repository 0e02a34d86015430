import { ApiError } from '#contract/errors.ts';
import type { Call } from '#contract/handlers.ts';
import { badParameters } from '#contract/read-call.ts';
import type { Article } from '#core/article.ts';
import { csvHeader, csvRecord } from '#core/csv.ts';
import { articleTable } from '#core/record-tables.ts';
import { limits } from '#server/limits.ts';
import type { ArticleFilter, ArticleQuestion } from '#server/store/store.ts';
import { type Handler, replyOf } from './answer.ts';
import { fileName, joinedChunks } from './download.ts';
import { recordText } from './fate.ts';
import { everyRow, readPage } from './paging.ts';
import { checkWords } from './words.ts';

export const articles: Handler<'articles'> = async (call, services) => {
  checkWords('q', call.filter.text);
  const filter = articleFilter(call);
  const sort = articleSort(call);
  const ask = (page: Pick<ArticleQuestion, 'after' | 'limit' | 'counted'>) =>
    services.store.articles({ ...page, filter, sort });
  const { dataVersion } = services.info;
  if (call.parameters.format === 'csv') {
    const total = (await ask({ after: null, limit: 1, counted: true })).total ?? 0;
    return {
      kind: 'download',
      type: 'text/csv; charset=utf-8; header=present',
      fileName: fileName('articles', call.filter, dataVersion, 'csv'),
      rows: Math.min(total, limits.exportRows),
      chunks: joinedChunks(everyRow(ask), {
        before: csvHeader(articleTable),
        each: (doc) => csvRecord(articleTable, JSON.parse(doc) as Article),
        between: '',
        after: () => '',
      }),
    };
  }
  const { rows, total, next } = await readPage(call, services, ask);
  return replyOf<'articles'>({
    rows,
    total: String(total),
    next: JSON.stringify(next),
    dataVersion: JSON.stringify(dataVersion),
    facets: JSON.stringify(await services.store.articleFacets(filter)),
  });
};

export const article: Handler<'article'> = async ({ parameters: { id } }, { store }) => {
  const body = await recordText(store, 'article', id, await store.article(id));
  if (body === null) throw new ApiError(404, 'not-found', 'No article has this id.');
  return { kind: 'json', body };
};

function articleFilter({ filter, parameters }: Call<'articles'>): ArticleFilter {
  return {
    countries: filter.countries,
    groups: filter.groups,
    sources: filter.sources,
    from: filter.from,
    to: filter.to,
    text: filter.text,
    topics: splitList(parameters.topic),
    languages: splitList(parameters.language),
    outlet: parameters.outlet || null,
    event: parameters.event ?? null,
  };
}

function articleSort({ filter, parameters }: Call<'articles'>): ArticleQuestion['sort'] {
  const { sort } = parameters;
  if (sort === 'relevance' && filter.text === '') {
    throw badParameters([
      { parameter: 'sort', value: 'relevance', mend: 'Give words in q, or sort by newest or oldest.' },
    ]);
  }
  return sort ?? (filter.text === '' ? 'newest' : 'relevance');
}

/** "a,b" as a list without doubles; absent or empty is an empty list. */
export function splitList(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(',').filter(Boolean))];
}
