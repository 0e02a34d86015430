import { useMemo } from 'react';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { chosenCountry, indicatorFigure } from '#drawings/series/indicator-figure.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import type { ValueRows } from '#export/export-job.ts';
import { SeriesFigure } from '#figures/series/SeriesFigure.tsx';
import { useI18n } from '#i18n/i18n.tsx';
import { useSettings } from '#state/settings-store.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { Select } from '#ui/Select.tsx';
import styles from './IndicatorPage.module.css';

/** The series drawn: all countries side by side, or one of them; the choice is in the address. */
export function IndicatorChart({ series }: { series: IndicatorSeries }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { view, changeFilter } = useView();
  const theme = useSettings((settings) => settings.shown);
  const edition = useEdition();
  const names = useNames();
  const { filter } = view;
  const chosen = chosenCountry(series, filter);
  const subject = useMemo(
    () => indicatorFigure(series, filter, { i18n, names, edition, origin: location.origin }),
    [series, filter, i18n, names, edition],
  );
  const { link, where, source } = subject;
  return (
    <div className={styles.chart}>
      {series.countries.length > 1 ? (
        <p>
          <Select
            label={t('records.indicator.country')}
            value={chosen ?? ''}
            options={[
              { value: '', label: t('records.indicator.all') },
              ...series.countries
                .map((iso2) => ({ value: iso2, label: format.country(iso2) }))
                .sort((a, b) => format.compare(a.label, b.label)),
            ]}
            onChange={(iso2) => changeFilter({ countries: iso2 === '' ? [] : [iso2] })}
          />
        </p>
      ) : null}
      <SeriesFigure
        level={2}
        {...subject}
        theme={theme}
        height={320}
        menu={(drawing) => (
          <ExportMenu
            link={link}
            figure="series"
            subject={() => ({
              subject: `${series.title} ${where}`,
              from: null,
              to: null,
              dataVersion: edition.dataVersion,
              toolVersion: edition.version,
              sources: source === null ? [] : [source],
              drawing,
              rows: valueRows(series, chosen, source),
            })}
          />
        )}
      />
    </div>
  );
}

/** Every published value of the series, or of the country chosen. */
function valueRows(series: IndicatorSeries, iso2: string | null, source: SourceInfo | null): ValueRows {
  const values = series.values.filter(({ country }) => iso2 === null || country === iso2);
  return {
    kind: 'values',
    n: values.length,
    values: () => values.map((value) => ({ indicator: series, value, source })),
  };
}
