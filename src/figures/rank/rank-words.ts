import type { I18n } from '#i18n/i18n.tsx';
import type { FigureTable } from '../figure.ts';
import { rateNumber, rateTable, rateText } from '../map/form-words.ts';
import type { RankBar, RankModel } from './rank-model.ts';

/** Name of a bar's key, from the caller: country, group, region… */
export type NameOf = (key: string) => string;

/** "1,200 kg", "14 events", or that no figure is reported. */
export function barValue(model: RankModel, bar: RankBar, i18n: I18n): string {
  const { t, format } = i18n;
  if (bar.value === null) return t(bar.rate ? 'figures.rank.noRate' : 'figures.rank.notReported');
  if (bar.rate) return rateNumber(bar.value, i18n);
  if (model.measure === 'kg') return format.kg(bar.value);
  if (model.measure === 'usd') return format.money(bar.value);
  return format.number(bar.value);
}

export function rankSummary(model: RankModel, nameOf: NameOf, i18n: I18n): string {
  const { t } = i18n;
  const first = model.bars[0];
  if (!first) return t('figures.lanes.none');
  const sentence = t('figures.rank.sentence', {
    first: nameOf(first.key),
    value: first.rate ? rateText(first.rate, i18n) : barValue(model, first, i18n),
    n: model.bars.length + model.rest.length,
  });
  return [sentence, ...rankNotes(model, i18n)].join(' ');
}

export function rankNotes(model: RankModel, { t }: I18n): string[] {
  const notes: string[] = [];
  if (model.rest.length > 0) notes.push(`${t('figures.rank.rest', { n: model.rest.length })}.`);
  if (model.without > 0) notes.push(`${t('figures.rank.without', { n: model.without })}.`);
  return notes;
}

/** Every value, drawn or not. */
export function rankTable(model: RankModel, caption: string, nameOf: NameOf, i18n: I18n): FigureTable {
  const { t } = i18n;
  if (model.population)
    return rateTable(model.population, [...model.bars, ...model.rest], ({ key }) => nameOf(key), i18n);
  const columns: FigureTable['columns'][number][] = [
    { key: 'name', label: t('figures.table.name'), numeric: false },
  ];
  if (model.measure !== 'count')
    columns.push({ key: 'value', label: t(`figures.unit.${model.measure}`), numeric: true });
  columns.push({ key: 'events', label: t('figures.table.events'), numeric: true });
  if (model.measure !== 'count')
    columns.push({ key: 'unreported', label: t('figures.table.unreported'), numeric: true });
  const rows = [...model.bars, ...model.rest].map((bar) =>
    model.measure === 'count'
      ? [nameOf(bar.key), bar.events]
      : [nameOf(bar.key), bar.value, bar.events, bar.unreported],
  );
  return { caption, columns, rows };
}
