import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Country, ProfileFact } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import {
  factPart,
  HEADLINES,
  headlineFigure,
  headlineIds,
  latestFact,
} from '#drawings/indicator/headline.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { indicatorDrawing } from '#figures/indicator/indicator-drawing.ts';
import { changeWords, type IndicatorSubject, valueWords } from '#figures/indicator/indicator-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useQueries, useQuery } from '#state/use-query.ts';
import { Skeleton } from '#ui/Skeleton.tsx';
import styles from './CountryPage.module.css';

/** Four numbers, each with its period, its change against the one before, and who says so. */
export function HeadlineNumbers({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const list = useQuery(apiOptions('indicators', { c: country.iso2 })).data?.rows;
  const ids = headlineIds(
    country,
    (list ?? []).map((row) => row.id),
  );
  const queries = useQueries({
    queries: ids.map((id) => apiOptions('indicator', { id, c: country.iso2 })),
  });
  const series = new Map(queries.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
  const written = country.facts.slice(0, HEADLINES);
  const facts: readonly ProfileFact[] =
    written.length > 0
      ? written
      : ids.flatMap((id) => {
          const one = series.get(id);
          return one ? (latestFact(one, chooseText(lang, one.title, one.texts?.title).text) ?? []) : [];
        });
  const waiting = written.length === 0 && queries.some((query) => query.isPending);
  if (waiting) return <Skeleton height={190} />;
  if (facts.length === 0) return null;
  return (
    <dl className={styles.numbers} aria-label={t('country.numbers')}>
      {facts.map((fact) => (
        <HeadlineNumber
          key={fact.label}
          {...{ country, fact }}
          series={series.get(fact.indicator ?? '') ?? null}
        />
      ))}
    </dl>
  );
}

type NumberProps = { country: Country; fact: ProfileFact; series: IndicatorSeries | null };

function HeadlineNumber({ country, fact, series }: NumberProps) {
  const i18n = useI18n();
  const names = useNames();
  const edition = useEdition();
  const subject = useMemo(
    () => headlineFigure(country, fact, series, { i18n, names, edition, origin: location.origin }),
    [country, fact, series, i18n, names, edition],
  );
  const { model } = subject;
  const label = chooseText(i18n.lang, fact.label, fact.labels);
  const value = valueWords(model, i18n);
  return (
    <div className={styles.number}>
      <dt lang={label.lang}>{label.text}</dt>
      <dd className={styles.value}>
        {model.value === null ? (
          <span className={styles.unknown}>{value}</span>
        ) : fact.indicator === null ? (
          value
        ) : (
          <Link href={paths.indicator(fact.indicator)}>{value}</Link>
        )}
      </dd>
      <dd className={styles.meta}>
        {[model.period, changeWords(model, i18n), model.publisher].filter(Boolean).join(' · ')}
      </dd>
      {factPart(fact) !== null && series ? (
        <dd className={styles.leave}>
          <NumberExport {...{ country, series, subject }} />
        </dd>
      ) : null}
    </div>
  );
}

type ExportProps = { country: Country; series: IndicatorSeries; subject: IndicatorSubject };

/** The number as a figure, and every value of its series for the country. */
function NumberExport({ country, series, subject }: ExportProps) {
  const i18n = useI18n();
  const { name, link, source, edition } = subject;
  const values = series.values.filter((value) => value.country === country.iso2);
  return (
    <ExportMenu
      figure="indicator"
      name={name}
      link={link}
      subject={() => ({
        subject: name,
        from: null,
        to: null,
        dataVersion: edition.dataVersion,
        toolVersion: edition.version,
        sources: source === null ? [] : [source],
        drawing: () => indicatorDrawing(subject, i18n).drawing,
        rows: {
          kind: 'values',
          n: values.length,
          values: () => values.map((value) => ({ indicator: series, value, source })),
        },
      })}
    />
  );
}
