import { Link } from 'wouter';
import type { Country, ProfileRun } from '#core/country.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import styles from './CountryPage.module.css';

const addresses = {
  indicator: (id: string) => paths.indicator(id),
  event: (id: string) => paths.event(id),
  article: (id: string) => paths.article(id),
  group: (id: string) => paths.group(id),
  source: (id: string) => paths.sources(id),
} as const;

/** Our own lead, in which every figure is a link to its evidence; where none is written, that is said. */
export function Lead({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const own = country.lead[lang];
  const runs = own.length > 0 ? own : country.lead.en;
  if (runs.length === 0)
    return (
      <p className={styles.unwritten}>
        {t('country.unwritten', { name: country.names[lang] })}{' '}
        {t('country.holds', {
          events: t('records.count.events', { n: country.events }),
          articles: t('records.count.articles', { n: country.articles }),
        })}
      </p>
    );
  return (
    <p lang={own.length > 0 || lang === 'en' ? undefined : 'en'}>
      {runs.map((run, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one sentence never change order
        <Run key={at} run={run} />
      ))}
    </p>
  );
}

function Run({ run: { text, href } }: { run: ProfileRun }) {
  if (href === null) return text;
  if (href.kind === 'url') return <ExternalLink href={href.id}>{text}</ExternalLink>;
  return <Link href={addresses[href.kind](href.id)}>{text}</Link>;
}
