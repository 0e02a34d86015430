import { useT } from '#i18n/i18n.tsx';
import { useInfiniteQuery } from '#state/use-infinite-query.ts';
import { useTitle } from '#state/use-title.ts';
import { useView } from '#state/use-view.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { ArticleFacets } from './ArticleFacets.tsx';
import styles from './ArticlesPage.module.css';
import { articlePages } from './article-search.ts';
import { Results } from './Results.tsx';
import { SearchField } from './SearchField.tsx';

/** Full-text search over cited reports, with facets that count what they would leave. */
export default function ArticlesPage() {
  const t = useT();
  useTitle(t('shell.title.articles'));
  const { view, changeFilter } = useView();
  const query = useInfiniteQuery(articlePages(view));
  const newest = query.data?.pages.at(-1);
  const rows = (query.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <Page title={t('records.articles.title')} lead={t('records.articles.lead')}>
      <SearchField text={view.filter.text} onText={(text) => changeFilter({ text })} />
      <Loaded
        query={{ data: newest, error: query.error, refetch: query.refetch }}
        failed={t('records.articles.failed')}
        label={t('records.articles.loading')}
        lines={14}
      >
        {({ total, facets }) => (
          <div className={styles.columns}>
            <ArticleFacets facets={facets} />
            <Results
              rows={rows}
              total={total}
              busy={query.isFetching}
              more={query.hasNextPage ? () => void query.fetchNextPage() : null}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
