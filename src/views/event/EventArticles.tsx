import type { CrimeEvent } from '#core/event.ts';
import { useT } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { ArticleItem } from '#ui/ArticleItem.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordList } from '#ui/RecordList.tsx';

/** Articles of the store that report this event; left out where there are none. */
export function EventArticles({ event }: { event: CrimeEvent }) {
  const t = useT();
  const some = event.articles.length > 0;
  const query = useQuery({ ...apiOptions('articles', { event: event.id, limit: '100' }), enabled: some });
  if (!some) return null;
  return (
    <Panel flush title={t('records.event.articles')}>
      <Loaded query={query} failed={t('records.articles.failed')}>
        {(page) => (
          <RecordList>
            {page.rows.map((article) => (
              <li key={article.id}>
                <ArticleItem article={article} href={paths.article(article.id)} summary />
              </li>
            ))}
          </RecordList>
        )}
      </Loaded>
    </Panel>
  );
}
