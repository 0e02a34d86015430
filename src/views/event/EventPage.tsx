import { Link } from 'wouter';
import { eventHeadline } from '#i18n/event-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { kindLabel } from '#i18n/labels.ts';
import { paths } from '#state/paths.ts';
import { apiOptions, type EventRecord } from '#state/queries.ts';
import { eventReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { AddToBriefing } from '#ui/AddToBriefing.tsx';
import { buttonClass } from '#ui/Button.tsx';
import { Cite, CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { KindGlyph } from '#ui/EventItem.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordFate } from '#ui/RecordFate.tsx';
import { Tag } from '#ui/Tag.tsx';
import { EventArticles } from './EventArticles.tsx';
import { EventFacts } from './EventFacts.tsx';
import { EventMap } from './EventMap.tsx';
import styles from './EventPage.module.css';
import { EventSources } from './EventSources.tsx';
import { NearbyEvents } from './NearbyEvents.tsx';
import { RecordHistory } from './RecordHistory.tsx';

export default function EventPage({ params }: { params: { id?: string } }) {
  const { t } = useI18n();
  const query = useQuery(apiOptions('event', { id: params.id ?? '' }));
  const missing = (
    <Page
      crumbs={[{ label: t('shell.nav.events'), href: paths.events() }]}
      title={t('records.event.missing')}
      quiet
    >
      <EmptyState
        title={t('records.event.missingText', { id: params.id ?? '' })}
        actions={
          <>
            <Link href={paths.events()} className={buttonClass('primary')}>
              {t('records.event.toList')}
            </Link>
            <Link href={paths.explore()} className={buttonClass()}>
              {t('shell.notFound.action')}
            </Link>
          </>
        }
      />
    </Page>
  );
  return (
    <Loaded query={query} failed={t('records.event.failed')} lines={8} missing={missing} framed>
      {(event) => <EventDetails event={event} />}
    </Loaded>
  );
}

function EventDetails({ event }: { event: EventRecord }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const names = useNames();
  const headline = eventHeadline(event, i18n, names.adm1);
  useTitle(headline.text);
  const edition = useEdition();
  const when = format.time(event.time, t('domain.date.unknown'));
  const country = event.place.country;
  const crumbs = [
    ...(country === null ? [] : [{ label: format.country(country), href: paths.country(country) }]),
    { label: t('shell.nav.events'), href: paths.events() },
  ];
  const dataset = names.sources.find((source) => source.id === event.source);
  return (
    <Page
      crumbs={crumbs}
      quiet
      title={headline.text}
      titleLang={headline.lang ?? undefined}
      kicker={
        <>
          <span className={styles.kind}>
            <KindGlyph kind={event.kind} size={14} />
            {kindLabel(t, event.kind)}
          </span>
          <span>{when}</span>
          {event.milestone ? <Tag tone="solid">{t('records.event.milestone')}</Tag> : null}
          {event.disputes.length > 0 ? <Tag tone="warn">{t('domain.disputed')}</Tag> : null}
        </>
      }
      actions={
        <>
          <CopyLink />
          <AddToBriefing variant="plain" content={() => ({ kind: 'event', event: event.id })} />
        </>
      }
    >
      {event.gone ? (
        <RecordFate
          gone={event.gone}
          successor={
            event.gone.successor === null ? null : (
              <Link href={paths.event(event.gone.successor)}>
                {t('records.gone.successor', { id: event.gone.successor })}
              </Link>
            )
          }
        />
      ) : null}
      <div className={styles.grid}>
        <div className={styles.column}>
          <Panel title={t('records.event.facts')}>
            <EventFacts event={event} names={names} />
            <RecordHistory history={event.history ?? []} />
          </Panel>
          <EventSources event={event} dataset={dataset} />
        </div>
        <div className={styles.column}>
          <EventMap event={event} />
          <NearbyEvents event={event} />
        </div>
      </div>
      <EventArticles event={event} />
      <Panel title={t('records.event.cite')}>
        <Cite reference={eventReference({ i18n, edition }, event, headline.text, dataset)} />
      </Panel>
    </Page>
  );
}
