import { memo, useState } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { useLate } from '#state/use-late.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { ArticleCard } from './ArticleCard.tsx';
import { LATE_MS } from './explore-queries.ts';
import styles from './Feed.module.css';
import { useArticles } from './use-articles.ts';

/** Reports that match the filters which articles have: country, group, dates, words, source. */
export const ArticleList = memo(function ArticleList() {
  const { t } = useI18n();
  const [steps, setSteps] = useState(1);
  const { data, error, refetch, isPlaceholderData, isFetching } = useArticles(steps);
  const isLate = useLate(isPlaceholderData, LATE_MS);
  if (!data) {
    return error ? (
      <ErrorState
        title={t('explore.articles.failed')}
        detail={error.message}
        onRetry={() => void refetch()}
      />
    ) : (
      <div className={styles.wait}>
        <Loading lines={6} />
      </div>
    );
  }
  if (data.total === 0) {
    return <EmptyState title={t('explore.articles.none')}>{t('explore.articles.noneText')}</EmptyState>;
  }
  return (
    <div aria-busy={isFetching} className={isLate ? styles.refreshing : undefined}>
      <div role="feed" aria-label={t('explore.tab.articles')} className={styles.list}>
        {data.rows.map((article, at) => (
          <ArticleCard key={article.id} article={article} position={at + 1} setSize={data.total} />
        ))}
      </div>
      {data.rows.length < data.total ? (
        <div className={styles.more}>
          <Button onClick={() => setSteps(steps + 1)}>{t('explore.loadMore')}</Button>
          {t('explore.ofMany', { n: data.rows.length, all: data.total })}
        </div>
      ) : null}
    </div>
  );
});
