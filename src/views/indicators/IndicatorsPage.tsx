import { Link } from 'wouter';
import type { Indicator } from '#core/indicator.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './IndicatorsPage.module.css';

/** The order in which themes are told. */
const THEMES = [
  'coca',
  'eradication',
  'seizures',
  'air',
  'contraband',
  'counterfeit',
  'mining',
  'homicide',
  'conflict',
  'displacement',
  'corruption',
  'cost',
  'population',
] as const satisfies readonly Indicator['theme'][];

export default function IndicatorsPage() {
  const { t } = useI18n();
  useTitle(t('shell.title.indicators'));
  const query = useQuery(apiOptions('indicators'));
  return (
    <Page title={t('records.indicators.title')} lead={t('records.indicators.lead')}>
      <Loaded query={query} failed={t('records.indicators.failed')} lines={14}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('records.indicators.none')} />
          ) : (
            THEMES.map((theme) => (
              <Theme key={theme} theme={theme} rows={rows.filter((row) => row.theme === theme)} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function Theme({ theme, rows }: { theme: Indicator['theme']; rows: readonly Indicator[] }) {
  const { t, lang, format } = useI18n();
  if (rows.length === 0) return null;
  return (
    <Panel flush title={t(`records.theme.${theme}`)}>
      <ul className={styles.list}>
        {rows.map((row) => {
          const title = chooseText(lang, row.title, row.texts?.title);
          const definition = chooseText(lang, row.definition, row.texts?.definition);
          const where =
            row.countries.length > 4
              ? t('records.countries', { n: row.countries.length })
              : format.list(row.countries.map(format.country));
          return (
            <li key={row.id}>
              <h3 className={styles.title}>
                <Link href={paths.indicator(row.id)} lang={title.lang}>
                  {title.text}
                </Link>
              </h3>
              <p className={styles.definition} lang={definition.lang}>
                {definition.text}
              </p>
              <p className={styles.meta}>
                {[
                  chooseText(lang, row.unit, row.texts?.unit).text,
                  `${row.from.slice(0, 4)}–${row.to.slice(0, 4)}`,
                  where,
                  t(`records.level.${row.geoLevel}`),
                ].join(' · ')}
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
