import { type Ref, useId } from 'react';
import { Link } from 'wouter';
import type { Article } from '#core/article.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { topicLabel } from '#i18n/labels.ts';
import { paths } from '#state/paths.ts';
import { useView } from '#state/use-view.ts';
import styles from './EventCard.module.css';

type Props = { article: Article; position: number; setSize: number; ref?: Ref<HTMLElement> };

/** One report: date, outlet, headline in its own language, topics, linked events. */
export function ArticleCard({ article, position, setSize, ref }: Props) {
  const { t, format, lang } = useI18n();
  const { view } = useView();
  const id = useId();
  const topics = article.topics.slice(0, 3).map((topic) => topicLabel(t, topic));
  const events = article.events.length > 0 ? [t('explore.linkedEvents', { n: article.events.length })] : [];
  return (
    <article
      ref={ref}
      className={styles.card}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the APG feed pattern gives each article the focus
      tabIndex={0}
      aria-labelledby={id}
      aria-posinset={position}
      aria-setsize={setSize}
    >
      <p className={styles.top}>
        <span>{format.time(article.published, t('domain.date.unknown'))}</span>
        <span className={styles.precision}>{article.outlet}</span>
      </p>
      <h3 id={id} className={styles.headline} lang={article.lang === lang ? undefined : article.lang}>
        <Link href={paths.article(article.id, view)}>{article.headline}</Link>
      </h3>
      <p className={styles.facts}>{[...topics, ...events].join(' · ')}</p>
    </article>
  );
}
