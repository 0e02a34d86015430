import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Article } from '#core/article.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { topicLabel } from '#i18n/labels.ts';
import { chooseText } from '#i18n/localised.ts';
import { Marked, type Meets } from './Marked.tsx';
import styles from './RecordItem.module.css';

type Props = {
  article: Article;
  href: string;
  /** Which words were searched: they are marked in headline and summary. */
  meets?: Meets | undefined;
  summary?: boolean;
  level?: 3 | 4;
  extra?: ReactNode;
};

/** One article in a list: when, outlet, headline in its own language, topics, linked events. */
export function ArticleItem({ article, href, meets, summary = false, level = 3, extra }: Props) {
  const { t, format, lang } = useI18n();
  const ours = summary && article.summary ? chooseText(lang, article.summary, article.summaries) : null;
  const Heading = `h${level}` as const;
  return (
    <article className={styles.item}>
      <p className={styles.meta}>
        <span>
          {format.time(article.published, t('domain.date.unknown'))}
          {['day', 'unknown'].includes(article.published.precision) ? null : (
            <span className={styles.vague}> · {t(`domain.date.${article.published.precision}`)}</span>
          )}
        </span>
        <span className={styles.end}>{article.outlet}</span>
      </p>
      <Heading className={styles.headline}>
        <Link href={href}>
          <bdi lang={article.lang}>
            <Marked text={article.headline} meets={meets} />
          </bdi>
        </Link>
      </Heading>
      {ours ? (
        <p className={styles.summary} lang={ours.lang}>
          <Marked text={ours.text} meets={meets} />
        </p>
      ) : null}
      <p className={styles.facts}>
        <span>{article.topics.map((topic) => topicLabel(t, topic)).join(' · ')}</span>
        {article.events.length > 0 ? (
          <span>{t('records.article.events', { n: article.events.length })}</span>
        ) : null}
        {extra}
      </p>
    </article>
  );
}
