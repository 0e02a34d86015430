import { useState } from 'react';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from './IndicatorPage.module.css';

const STEP = 60;

/** Every published value, newest first, with its range, how sure it is, and who says so. */
export function IndicatorValues({ series }: { series: IndicatorSeries }) {
  const { t, lang, format } = useI18n();
  const { view } = useView();
  const [shown, setShown] = useState(STEP);
  const chosen = view.filter.countries.filter((iso2) => series.countries.includes(iso2));
  const rows = series.values
    .filter((value) => chosen.length === 0 || chosen.includes(value.country))
    .toSorted(
      (a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0) || (b.value ?? -1) - (a.value ?? -1),
    );
  const note = t('records.indicator.valuesNote', { n: rows.length });
  const areas = series.values.some((value) => value.area !== '');
  return (
    <Panel flush title={t('records.indicator.values')} note={note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={styles.scroll} tabIndex={0} aria-label={note}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('records.indicator.values')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('records.indicator.col.period')}</th>
              <th scope="col">{t('records.indicator.col.country')}</th>
              {areas ? <th scope="col">{t('records.indicator.col.area')}</th> : null}
              <th scope="col" className={styles.number}>
                {t('records.indicator.col.value')} ({chooseText(lang, series.unit, series.texts?.unit).text})
              </th>
              <th scope="col" className={styles.number}>
                {t('records.indicator.col.range')}
              </th>
              <th scope="col">{t('records.indicator.col.status')}</th>
              <th scope="col">{t('records.indicator.col.source')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((value) => (
              <Row
                key={`${value.country}${value.area}${value.period}${value.url}`}
                value={value}
                areas={areas}
              />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown ? (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + 4 * STEP)}>
            {t('records.more', { shown: format.number(shown), all: format.number(rows.length) })}
          </Button>
        </p>
      ) : null}
    </Panel>
  );
}

function Row({ value, areas }: { value: Observation; areas: boolean }) {
  const { t, format, lang } = useI18n();
  const ranged = value.low !== null || value.high !== null;
  const note = value.note === null ? null : chooseText(lang, value.note, value.notes);
  const bound = (n: number | null) => (n === null ? '…' : format.number(n));
  return (
    <tr>
      <th scope="row">{value.period}</th>
      <td>{format.country(value.country)}</td>
      {areas ? <td>{value.areaName || value.area}</td> : null}
      <td className={styles.number}>
        {value.value === null ? (
          <span className={styles.muted}>{t('records.quantity.notReported')}</span>
        ) : (
          format.number(value.value)
        )}
      </td>
      <td className={styles.number}>{ranged ? `${bound(value.low)} – ${bound(value.high)}` : '–'}</td>
      <td>
        {value.status === 'final' ? (
          t('records.status.final')
        ) : (
          <Tag tone={value.status === 'disputed' ? 'warn' : 'dashed'}>
            {t(`records.status.${value.status}`)}
          </Tag>
        )}
        {note && (
          <span className={styles.note} lang={note.lang}>
            {note.text}
          </span>
        )}
      </td>
      <td>
        <ExternalLink href={value.url}>{value.publisher ?? '–'}</ExternalLink>
      </td>
    </tr>
  );
}
