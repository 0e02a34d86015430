import { useState } from 'react';
import { Link } from 'wouter';
import type { SourceInfo } from '#core/provenance.ts';
import { parseVagueDate } from '#core/time.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { sourceWords } from '#i18n/localised.ts';
import { useSourcesT } from '#i18n/sources-words.ts';
import { paths } from '#state/paths.ts';
import { datasetReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { Cite } from '#ui/Cite.tsx';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Tag } from '#ui/Tag.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import type { YearCounts } from './coverage.ts';
import styles from './SourcesPage.module.css';

/** One source in full: who publishes it, what may be done with it, what it covers and where it fails. */
export function SourceCard({ source, years }: { source: SourceInfo; years: YearCounts | null }) {
  const { lang } = useI18n();
  const say = useSourcesT();
  const words = sourceWords(lang, source);
  return (
    <Panel
      id={source.id}
      title={words.title}
      note={
        <ExternalLink href={source.url} host>
          {source.publisher}
        </ExternalLink>
      }
      controls={
        <Tag tone={source.redistribution === 'rows' ? 'solid' : 'warn'}>
          {say(`sources.redistribution.${source.redistribution}`)}
        </Tag>
      }
    >
      <p className={styles.note} lang={words.lang}>
        {words.note}
      </p>
      {years ? <CoverageStrip source={source} years={years} /> : null}
      <div className={styles.halves}>
        <SourceFacts source={source} />
        {words.limits.length > 0 ? (
          <div>
            <h3 className={styles.small}>{say('sources.limits')}</h3>
            <ul className={styles.limits} lang={words.lang}>
              {words.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <CiteSource source={source} />
    </Panel>
  );
}

/** The citation of a dataset, folded away until it is wanted: the page lists many. */
function CiteSource({ source }: { source: SourceInfo }) {
  const i18n = useI18n();
  const edition = useEdition();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.cite} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.t('cite.source')}</summary>
      {open ? <Cite reference={datasetReference({ i18n, edition }, source)} /> : null}
    </details>
  );
}

function SourceFacts({ source }: { source: SourceInfo }) {
  const { t, format, lang } = useI18n();
  const say = useSourcesT();
  const words = sourceWords(lang, source);
  const english = lang === 'en' ? undefined : 'en';
  const date = (text: string | null) => {
    const time = text === null ? null : parseVagueDate(text);
    return time ? format.time(time, '') : (text ?? say('sources.open'));
  };
  const { from, to, countries } = source.coverage;
  const names = countries.map((iso2) => format.country(iso2)).sort(format.compare);
  const where =
    names.length > 14 ? t('records.countries', { n: names.length }) : names.length > 0 && format.list(names);
  return (
    <Facts
      facts={[
        { label: say('sources.fact.holds'), value: <Gives source={source} /> },
        { label: say('sources.fact.period'), value: `${date(from)} – ${date(to)}` },
        where !== false && { label: t('records.fact.countries'), value: where },
        {
          label: say('sources.fact.licence'),
          value: (
            <span lang={words.lang}>
              <ExternalLink href={source.licenceUrl}>{words.licence}</ExternalLink>
            </span>
          ),
        },
        { label: say('sources.fact.attribution'), value: <span lang={english}>{source.attribution}</span> },
        { label: say('sources.fact.retrieved'), value: format.stamp(source.retrieved) },
        { label: say('sources.fact.id'), value: <code>{source.id}</code> },
      ]}
    />
  );
}

/** How much of it there is, each number leading to the records. */
function Gives({ source: { id, counts } }: { source: SourceInfo }) {
  const { t } = useI18n();
  const say = useSourcesT();
  const view = { ...defaultView, filter: { ...defaultView.filter, sources: [id] } };
  const parts = [
    counts.events > 0 && (
      <Link href={paths.events(view)}>{t('records.count.events', { n: counts.events })}</Link>
    ),
    counts.articles > 0 && (
      <Link href={paths.articles(view)}>{t('records.count.articles', { n: counts.articles })}</Link>
    ),
    counts.indicators > 0 && (
      <Link href={paths.indicators()}>{t('records.count.indicators', { n: counts.indicators })}</Link>
    ),
  ].filter((part) => part !== false);
  if (parts.length === 0) return say('sources.holds.none');
  return (
    <ul className={styles.inline}>
      {parts.map((part) => (
        <li key={part.props.href}>{part}</li>
      ))}
    </ul>
  );
}
