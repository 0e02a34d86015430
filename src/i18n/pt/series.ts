import type { series as source } from '../en/series.ts';
import type { Translated } from '../message.ts';

export const series: Translated<typeof source> = {
  'series.gap': 'sem dados',
  'series.period': '{from}–{to}',
  'series.counts': { one: '{n} valor', many: '{n} de valores', other: '{n} valores' },
  'series.caveat': 'Como publicado; um ano que falta falta, não é zero.',
  'series.none': 'Nenhum valor desta série é conhecido aqui',
  'series.sentence':
    '{label}: {first} em {firstPeriod}, {last} em {lastPeriod}; máximo {most} em {mostPeriod}, mínimo {least} em {leastPeriod}.',
  'series.sentence.one': '{label}: {value} em {period}.',
  'series.unit': 'Unidade: {unit}.',
  'series.gapBetween': 'Nada entre {from} e {to}.',
  'series.col.what': 'Linha',
  'series.col.value': 'Valor ({unit})',
  'series.col.low': 'Mínimo',
  'series.col.high': 'Máximo',
};
