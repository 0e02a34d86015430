import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import type { Citation, Dispute, SourceInfo } from '#core/provenance.ts';
import { parseVagueDate } from '#core/time.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { kindLabel } from '#i18n/labels.ts';
import { chooseText, sourceWords } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from './EventPage.module.css';

/** Who says so: every publication behind the event, and where they disagree. */
export function EventSources({ event, dataset }: { event: CrimeEvent; dataset: SourceInfo | undefined }) {
  const { t, lang } = useI18n();
  const words = dataset && sourceWords(lang, dataset);
  return (
    <Panel
      title={t('records.event.sources')}
      note={t('records.event.sourcesNote', { n: event.citations.length })}
    >
      {event.disputes.length > 0 ? (
        <div className={styles.dispute}>
          <h3 className={styles.small}>{t('records.event.disputed')}</h3>
          <ul>
            {event.disputes.map((dispute) => (
              <li key={dispute.text}>
                <strong>{t(`records.dispute.${dispute.field}`)}</strong> <DisputeText dispute={dispute} />
                {dispute.field === 'kind' && dispute.alternative !== null ? (
                  <span className={styles.muted}>
                    {' '}
                    {t('records.dispute.versions', {
                      one: kindLabel(t, event.kind),
                      other: kindLabel(t, dispute.alternative),
                    })}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {event.citations.length === 0 ? (
        <p className={styles.muted}>{t('records.event.noCitations')}</p>
      ) : (
        <ul className={styles.sources}>
          {event.citations.map((citation) => (
            <li key={`${citation.publisher}${citation.url}`}>
              <CitationLine citation={citation} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.dataset}>
        {t('records.event.dataset')}:{' '}
        <Link href={paths.sources(event.source)}>{words ? words.title : event.source}</Link>
        {dataset && words ? `, ${dataset.publisher}. ${words.licence}.` : '.'}{' '}
        {t('records.event.record', { id: event.sourceRecordId })}
      </p>
    </Panel>
  );
}

function DisputeText({ dispute }: { dispute: Dispute }) {
  const { lang } = useI18n();
  const chosen = chooseText(lang, dispute.text, dispute.texts);
  return <span lang={chosen.lang}>{chosen.text}</span>;
}

function CitationLine({ citation }: { citation: Citation }) {
  const { t, format } = useI18n();
  const published = citation.published === null ? null : parseVagueDate(citation.published);
  return (
    <>
      <ExternalLink href={citation.url} host>
        {citation.publisher}
      </ExternalLink>{' '}
      <span className={styles.muted}>
        {published ? format.time(published, '') : t('records.event.undatedPage')}
      </span>
      {citation.weak ? (
        <>
          {' '}
          <Tag tone="warn">{t('domain.weak')}</Tag>{' '}
          <span className={styles.muted}>{t('records.event.weakText')}</span>
        </>
      ) : null}
      {citation.url === null ? <span className={styles.muted}> {t('records.event.noLink')}</span> : null}
    </>
  );
}
