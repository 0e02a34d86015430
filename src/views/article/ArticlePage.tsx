import { Link } from 'wouter';
import type { Article } from '#core/article.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { topicLabel } from '#i18n/labels.ts';
import { chooseText, sourceWords } from '#i18n/localised.ts';
import { articlesAbout, paths } from '#state/paths.ts';
import { type ArticleRecord, apiOptions } from '#state/queries.ts';
import { articleReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQueries, useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { AddToBriefing } from '#ui/AddToBriefing.tsx';
import { buttonClass } from '#ui/Button.tsx';
import { Cite, CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { EventItem } from '#ui/EventItem.tsx';
import { ExternalLink, hostOf } from '#ui/ExternalLink.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordFate } from '#ui/RecordFate.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import styles from './ArticlePage.module.css';

export default function ArticlePage({ params }: { params: { id?: string } }) {
  const { t } = useI18n();
  const query = useQuery(apiOptions('article', { id: params.id ?? '' }));
  const missing = (
    <Page
      quiet
      crumbs={[{ label: t('shell.nav.articles'), href: paths.articles() }]}
      title={t('records.article.missing')}
    >
      <EmptyState
        title={t('records.article.missingText', { id: params.id ?? '' })}
        actions={
          <Link href={paths.articles()} className={buttonClass('primary')}>
            {t('records.article.toList')}
          </Link>
        }
      />
    </Page>
  );
  return (
    <Loaded query={query} failed={t('records.article.failed')} lines={8} missing={missing} framed>
      {(article) => <ArticleDetails article={article} />}
    </Loaded>
  );
}

/** Our record of one article: what it is, what we say it reports, and the way to it. Its text stays with its publisher. */
function ArticleDetails({ article }: { article: ArticleRecord }) {
  const i18n = useI18n();
  const { t, format, lang } = i18n;
  useTitle(article.headline);
  const edition = useEdition();
  const ours = article.summary === null ? null : chooseText(lang, article.summary, article.summaries);
  const when = format.time(article.published, t('domain.date.unknown'));
  const host = article.url === null ? null : hostOf(article.url);
  return (
    <Page
      quiet
      narrow
      crumbs={[{ label: t('shell.nav.articles'), href: paths.articles() }]}
      title={article.headline}
      titleLang={article.lang}
      kicker={
        <>
          <strong>{article.outlet}</strong>
          <span>{when}</span>
          <span>{format.language(article.lang)}</span>
        </>
      }
      lead={
        ours && (
          <p lang={ours.lang}>
            {ours.text} <span className={styles.ours}>{t('records.article.ours')}</span>
          </p>
        )
      }
      actions={
        <>
          {article.url === null ? null : (
            <ExternalLink href={article.url} className={buttonClass('primary')}>
              {t('records.article.open', { host: host ?? '' })}
            </ExternalLink>
          )}
          <CopyLink />
          <AddToBriefing variant="plain" content={() => ({ kind: 'article', article: article.id })} />
        </>
      }
    >
      {article.gone ? <RecordFate gone={article.gone} /> : null}
      {article.url === null ? <p className={styles.noLink}>{t('records.article.noLink')}</p> : null}
      <Panel title={t('records.article.about')}>
        <ArticleFacts article={article} />
      </Panel>
      <LinkedEvents article={article} />
      <Panel title={t('records.article.cite')}>
        <Cite reference={articleReference({ i18n, edition }, article)} />
      </Panel>
    </Page>
  );
}

function ArticleFacts({ article }: { article: Article }) {
  const { t, lang, format } = useI18n();
  const names = useNames();
  const dataset = names.sources.find((source) => source.id === article.source);
  const precision = article.published.precision;
  return (
    <Facts
      facts={[
        {
          label: t('records.article.published'),
          value: `${format.time(article.published, t('domain.date.unknown'))}${
            precision === 'day' || precision === 'unknown' ? '' : ` (${t(`domain.date.${precision}`)})`
          }`,
        },
        article.topics.length > 0 && {
          label: t('records.article.topics'),
          value: (
            <ul className={styles.inline}>
              {article.topics.map((key) => (
                <li key={key}>
                  <Link href={articlesAbout(key)}>{topicLabel(t, key)}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        article.countries.length > 0 && {
          label: t('records.article.countries'),
          value: (
            <ul className={styles.inline}>
              {article.countries.map((iso2) => (
                <li key={iso2}>
                  <Link href={paths.country(iso2)}>{format.country(iso2)}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        article.groups.length > 0 && {
          label: t('records.fact.groups'),
          value: (
            <ul className={styles.inline}>
              {article.groups.map((id) => (
                <li key={id}>
                  <Link href={paths.group(id)}>{names.group(id) ?? id}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          label: t('records.article.list'),
          value: (
            <Link href={paths.sources(article.source)}>
              {dataset ? sourceWords(lang, dataset).title : article.source}
            </Link>
          ),
        },
      ]}
    />
  );
}

/** Events that this article reports, each loaded by itself so that one failure hides only one row. */
function LinkedEvents({ article }: { article: Article }) {
  const { t } = useI18n();
  const names = useNames();
  const ids = article.events.slice(0, 30);
  const queries = useQueries({ queries: ids.map((id) => apiOptions('event', { id })) });
  if (ids.length === 0)
    return (
      <Panel title={t('records.article.linked')}>
        <p className={styles.muted}>{t('records.article.noEvents')}</p>
        {article.countries[0] === undefined ? null : (
          <Link
            href={paths.events({
              ...defaultView,
              filter: { ...defaultView.filter, countries: article.countries },
            })}
          >
            {t('records.article.countryEvents')}
          </Link>
        )}
      </Panel>
    );
  return (
    <Panel
      flush
      title={t('records.article.linked')}
      note={t('records.article.linkedNote', { n: ids.length })}
    >
      <RecordList>
        {queries.map((query, at) => (
          <li key={ids[at]}>
            <Loaded query={query} failed={t('records.event.failed')} lines={2}>
              {(event) => <EventItem event={event} href={paths.event(event.id)} adm1Name={names.adm1} />}
            </Loaded>
          </li>
        ))}
      </RecordList>
    </Panel>
  );
}
