import { Link } from 'wouter';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Group } from '#core/group.ts';
import { parseVagueDate } from '#core/time.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { sourceWords } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions, articlesOptions } from '#state/queries.ts';
import { viewReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { ArticleItem } from '#ui/ArticleItem.tsx';
import { buttonClass } from '#ui/Button.tsx';
import { Cite, CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import { GroupEvents } from './GroupEvents.tsx';
import styles from './GroupPage.module.css';
import { GroupYears } from './GroupYears.tsx';

export default function GroupPage({ params }: { params: { id?: string } }) {
  const { t } = useI18n();
  const query = useQuery(apiOptions('group', { id: params.id ?? '' }));
  const missing = (
    <Page
      quiet
      crumbs={[{ label: t('shell.title.groups'), href: paths.groups() }]}
      title={t('records.group.missing')}
    >
      <EmptyState
        title={t('records.group.missingText', { id: params.id ?? '' })}
        actions={
          <Link href={paths.groups()} className={buttonClass('primary')}>
            {t('records.group.toList')}
          </Link>
        }
      />
    </Page>
  );
  return (
    <Loaded query={query} failed={t('records.group.failed')} lines={8} missing={missing} framed>
      {(group) => <GroupRecord group={group} />}
    </Loaded>
  );
}

function GroupRecord({ group }: { group: Group }) {
  const i18n = useI18n();
  const { t } = i18n;
  useTitle(group.name);
  const edition = useEdition();
  const filter: EventFilter = { ...emptyFilter, groups: [group.id] };
  const view = { ...defaultView, filter };
  const reference = viewReference(
    { i18n, edition },
    {
      id: `group-${group.id}`,
      title: group.name,
      link: new URL(
        paths.group(group.id, { ...defaultView, asof: edition.dataVersion || null }),
        location.href,
      ).href,
      sources: useNames().sources.filter((source) => source.id === group.source),
    },
  );
  return (
    <Page
      crumbs={[{ label: t('shell.title.groups'), href: paths.groups() }]}
      title={<bdi>{group.name}</bdi>}
      kicker={t(`domain.group.${group.type}`)}
      lead={
        group.aliases.length > 0 ? (
          <p>{t('records.group.also', { names: group.aliases.join(' · ') })}</p>
        ) : null
      }
      actions={
        <>
          <Link href={paths.explore(view)} className={buttonClass('primary')}>
            <Icon name="map" size={18} />
            {t('records.events.explore')}
          </Link>
          <Link href={paths.events(view)} className={buttonClass()}>
            <Icon name="table" size={18} />
            {t('records.group.table')}
          </Link>
          <CopyLink />
        </>
      }
    >
      <div className={styles.grid}>
        <GroupYears group={group} filter={filter} />
        <GroupFacts group={group} />
      </div>
      <GroupEvents filter={filter} />
      <GroupArticles filter={filter} />
      <Panel title={t('records.group.cite')}>
        <Cite reference={reference} />
      </Panel>
    </Page>
  );
}

function GroupFacts({ group }: { group: Group }) {
  const { t, lang, format } = useI18n();
  const names = useNames();
  const dataset = names.sources.find((source) => source.id === group.source);
  const { from, to } = group.active;
  const listed = (text: string) => {
    const time = parseVagueDate(text);
    return time ? format.time(time, '') : text;
  };
  return (
    <Panel title={t('records.group.facts')} foot={t('records.group.guilt')}>
      <Facts
        facts={[
          group.countries.length > 0 && {
            label: t('records.groups.countries'),
            value: (
              <ul className={styles.inline}>
                {group.countries.map((iso2) => (
                  <li key={iso2}>
                    <Link href={paths.country(iso2)}>{format.country(iso2)}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
          (from !== null || to !== null) && {
            label: t('records.group.years'),
            value: `${from ?? '…'}–${to ?? '…'}`,
          },
          {
            label: t('records.group.inStore'),
            value: `${t('records.count.events', { n: group.events })} · ${t('records.count.articles', { n: group.articles })}`,
          },
          group.designations.length > 0 && {
            label: t('records.group.designations'),
            value: (
              <ul className={styles.stack}>
                {group.designations.map((entry) => (
                  <li key={`${entry.authority}${entry.programme}`}>
                    <ExternalLink href={entry.url}>
                      {entry.authority}, {entry.programme}
                    </ExternalLink>{' '}
                    <span className={styles.muted}>
                      {t('records.group.listed', { date: listed(entry.listed) })}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t('records.article.list'),
            value: (
              <Link href={paths.sources(group.source)}>
                {dataset ? sourceWords(lang, dataset).title : group.source}
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function GroupArticles({ filter }: { filter: EventFilter }) {
  const { t } = useI18n();
  const query = useQuery(articlesOptions(filter, { limit: 20 }));
  return (
    <Panel flush title={t('records.group.articles')}>
      <Loaded query={query} failed={t('records.articles.failed')}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className={styles.empty}>{t('records.group.noArticles')}</p>
          ) : (
            <>
              <RecordList columns>
                {rows.map((article) => (
                  <li key={article.id}>
                    <ArticleItem article={article} href={paths.article(article.id)} />
                  </li>
                ))}
              </RecordList>
              {total > rows.length ? (
                <p className={styles.empty}>
                  <Link href={paths.articles({ ...defaultView, filter })}>
                    {t('country.news.all', { n: total })}
                  </Link>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
