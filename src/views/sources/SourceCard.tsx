import { Link } from 'wouter';
import type { SourceInfo } from '#core/provenance.ts';
import { parseVagueDate } from '#core/time.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Tag } from '#ui/Tag.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import type { YearCounts } from './coverage.ts';
import styles from './SourcesPage.module.css';

/** One source in full: who publishes it, what may be done with it, what it covers and where it fails. */
export function SourceCard({ source, years }: { source: SourceInfo; years: YearCounts | null }) {
  const { t, format, lang } = useI18n();
  const english = lang === 'en' ? undefined : 'en';
  const date = (text: string | null) => {
    const time = text === null ? null : parseVagueDate(text);
    return time ? format.time(time, '') : (text ?? t('sources.open'));
  };
  const { counts, coverage } = source;
  const countries = [...coverage.countries].map((iso2) => format.country(iso2)).sort(format.compare);
  const events = paths.events({
    ...defaultView,
    filter: { ...defaultView.filter, sources: [source.id] },
  });
  return (
    <Panel
      id={source.id}
      title={source.title}
      note={
        <ExternalLink href={source.url} host>
          {source.publisher}
        </ExternalLink>
      }
      controls={
        <Tag tone={source.redistribution === 'rows' ? 'solid' : 'warn'}>
          {t(`sources.redistribution.${source.redistribution}`)}
        </Tag>
      }
    >
      <p className={styles.note} lang={english}>
        {coverage.note}
      </p>
      {years ? <CoverageStrip source={source} years={years} /> : null}
      <div className={styles.halves}>
        <Facts
          facts={[
            {
              label: t('sources.fact.holds'),
              value: (
                <ul className={styles.inline}>
                  {counts.events > 0 ? (
                    <li>
                      <Link href={events}>{t('records.count.events', { n: counts.events })}</Link>
                    </li>
                  ) : null}
                  {counts.articles > 0 ? (
                    <li>{t('records.count.articles', { n: counts.articles })}</li>
                  ) : null}
                  {counts.indicators > 0 ? (
                    <li>
                      <Link href={paths.indicators()}>
                        {t('records.count.indicators', { n: counts.indicators })}
                      </Link>
                    </li>
                  ) : null}
                  {counts.events + counts.articles + counts.indicators === 0 ? (
                    <li>{t('sources.holds.none')}</li>
                  ) : null}
                </ul>
              ),
            },
            { label: t('sources.fact.period'), value: `${date(coverage.from)} – ${date(coverage.to)}` },
            countries.length > 0 && {
              label: t('sources.fact.countries'),
              value:
                countries.length > 14
                  ? t('sources.countries', { n: countries.length })
                  : format.list(countries),
            },
            {
              label: t('sources.fact.licence'),
              value: (
                <span lang={english}>
                  <ExternalLink href={source.licenceUrl}>{source.licence}</ExternalLink>
                </span>
              ),
            },
            { label: t('sources.fact.attribution'), value: <span lang={english}>{source.attribution}</span> },
            { label: t('sources.fact.retrieved'), value: format.stamp(source.retrieved) },
            { label: t('sources.fact.id'), value: <code>{source.id}</code> },
          ]}
        />
        {source.limits.length > 0 ? (
          <div>
            <h3 className={styles.small}>{t('sources.limits')}</h3>
            <ul className={styles.limits} lang={english}>
              {source.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
