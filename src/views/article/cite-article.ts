import type { Article } from '#core/article.ts';
import type { I18n } from '#i18n/i18n.tsx';

/** Cites the article itself: outlet, headline as printed, date as exact as it is known, address, date of access. */
export function citeArticle(article: Article, { t, format }: I18n, now: Date): string {
  const headline = article.headline.trim();
  const stop = /[.!?…]$/.test(headline) ? '' : '.';
  return [
    `${article.outlet}.`,
    `“${headline}${stop}”`,
    `${format.time(article.published, t('domain.date.unknown'))}.`,
    article.url === null ? t('records.article.noAddress') : article.url,
    t('records.cite.accessed', { date: format.stamp(now.toISOString()) }),
  ].join(' ');
}
