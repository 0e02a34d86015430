import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { chooseText } from '#i18n/localised.ts';
import type { FigureTable, FigureWords } from '../figure.ts';
import { valueColumns } from '../series/series-words.ts';
import { type Edition, editionLines, licenceLine, publishersLine, shortened } from '../words.ts';
import type { IndicatorModel } from './indicator-model.ts';

/** A number with what it is of. */
export interface IndicatorSubject {
  readonly model: IndicatorModel;
  /** What is measured, and where: "Coca under cultivation, Peru". */
  readonly name: string;
  /** Where: "Peru", "VRAEM". */
  readonly where: string;
  readonly series: IndicatorSeries | null;
  readonly source: SourceInfo | null;
  readonly link: string;
  readonly edition: Edition;
}

/** A value with its unit as people read it: 89,755 ha; USD 379m; 7.9 where the label already names the rate. */
export function unitValue(value: number, unit: string, { t, format }: I18n): string {
  if (unit === 'kg') return format.kg(Math.round(value));
  if (/^million USD/.test(unit)) return format.money(value * 1e6);
  if (unit.startsWith('per 100,000')) return format.number(Math.round(value * 10) / 10);
  if (unit === 'ha') return t('records.unit.ha', { n: format.number(Math.round(value)) });
  if (unit === '% of GDP') return t('records.unit.gdp', { n: format.number(value) });
  if (unit === 'rank') return t('records.unit.rank', { n: format.number(value) });
  return format.number(value);
}

/** The value, or that none is published. */
export function valueWords({ value, unit, status }: IndicatorModel, i18n: I18n): string {
  if (value === null) return i18n.t('figures.indicator.unknown');
  const said = unitValue(value, unit, i18n);
  return status === 'about' ? i18n.t('figures.series.about', { value: said }) : said;
}

/** "+3.4% on 2023", or what it was where a share means nothing; null where there is nothing to compare with. */
export function changeWords({ before, unit }: IndicatorModel, i18n: I18n): string | null {
  const { t } = i18n;
  if (before === null) return null;
  const { period, value } = before;
  if (before.share === null) return t('country.was', { value: unitValue(value, unit, i18n), period });
  return t('country.change', { share: shareWords(before.share, i18n), period });
}

function shareWords(share: number, { format }: I18n): string {
  const said = format.percent(Math.abs(share));
  if (said === format.percent(0)) return said;
  return `${share > 0 ? '+' : '−'}${said}`;
}

/** Both values and what changed, in one sentence. */
export function indicatorSummary({ model, name }: IndicatorSubject, i18n: I18n): string {
  const { t } = i18n;
  const value = valueWords(model, i18n);
  const now = t('figures.indicator.sentence', { name, value, period: model.period });
  const { before } = model;
  if (before === null) return now;
  const was = { value: unitValue(before.value, model.unit, i18n), period: before.period };
  const then =
    before.share === null
      ? t('figures.indicator.was', was)
      : t('figures.indicator.changed', { share: shareWords(before.share, i18n), ...was });
  return `${now} ${then}`;
}

/** The twelve fields of a single number. */
export function indicatorWords(subject: IndicatorSubject, i18n: I18n): FigureWords {
  const { t } = i18n;
  const { model, name, where, series, source } = subject;
  const title =
    model.value === null
      ? t('figures.indicator.titleUnknown', { name })
      : t('figures.indicator.title', { name, value: valueWords(model, i18n), period: model.period });
  const subtitle = t('figures.series.subtitle', {
    unit: unitName(subject, i18n),
    where,
    period: model.period,
  });
  const publishers = [model.publisher, model.before?.publisher].flatMap((name) => name ?? []);
  const sources = publishersLine(publishers.length > 0 ? publishers : source ? [source.publisher] : [], i18n);
  const counts = t('figures.indicator.counts', { n: model.known });
  return {
    title,
    subtitle,
    filters: t('figures.words.filters', { filters: where }),
    period: model.period,
    caveat: caveats(model, series, i18n).join(' '),
    counts,
    sources,
    licence: licenceLine(source ? [source] : [], i18n),
    ...editionLines(subject.edition, i18n),
    link: subject.link,
    alt: shortened(
      t('figures.alt.text', {
        what: t('figures.alt.indicator'),
        ...{ title, subtitle, counts, sources },
        finding: indicatorSummary(subject, i18n),
      }),
    ),
  };
}

/** The unit in the reader's language. */
export function unitName({ model, series }: IndicatorSubject, { lang }: I18n): string {
  return chooseText(lang, model.unit, series?.unit === model.unit ? series.texts?.unit : null).text;
}

function caveats(model: IndicatorModel, series: IndicatorSeries | null, i18n: I18n): string[] {
  const { t, lang } = i18n;
  const { before, brokenIn, status } = model;
  const said = [chooseText(lang, series?.caveat ?? '', series?.texts?.caveat).text];
  if (status !== null && status !== 'final')
    said.push(t('figures.indicator.status', { status: t(`figures.series.status.${status}`) }));
  if (brokenIn !== null) said.push(t('figures.series.break', { year: String(brokenIn) }));
  else if (before === null) said.push(t('figures.indicator.noBefore'));
  else if (before.apart) said.push(t('figures.indicator.apart', { from: before.period, to: model.period }));
  said.push(t('figures.series.asPublished'));
  return said.filter((text) => text !== '');
}

/** The value and the one before it, as published. */
export function indicatorTable(subject: IndicatorSubject, caption: string, i18n: I18n): FigureTable {
  const { model, where } = subject;
  const { before } = model;
  const status = (key: IndicatorModel['status']) =>
    key === null ? null : i18n.t(`figures.series.status.${key}`);
  const row = (of: NonNullable<typeof before> | IndicatorModel) =>
    [where, of.period, of.value, of.low, of.high, status(of.status), of.publisher] as const;
  return {
    caption,
    columns: valueColumns(unitName(subject, i18n), i18n),
    rows: before === null ? [row(model)] : [row(model), row(before)],
  };
}
