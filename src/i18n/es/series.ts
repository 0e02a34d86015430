import type { series as source } from '../en/series.ts';
import type { Translated } from '../message.ts';

export const series: Translated<typeof source> = {
  'series.gap': 'sin datos',
  'series.period': '{from}–{to}',
  'series.counts': { one: '{n} valor', many: '{n} de valores', other: '{n} valores' },
  'series.caveat': 'Como se publicó; un año que falta falta, no es cero.',
  'series.none': 'Aquí no se conoce ningún valor de esta serie',
  'series.sentence':
    '{label}: {first} en {firstPeriod}, {last} en {lastPeriod}; máximo {most} en {mostPeriod}, mínimo {least} en {leastPeriod}.',
  'series.sentence.one': '{label}: {value} en {period}.',
  'series.unit': 'Unidad: {unit}.',
  'series.gapBetween': 'Nada entre {from} y {to}.',
  'series.col.what': 'Línea',
  'series.col.value': 'Valor ({unit})',
  'series.col.low': 'Mínimo',
  'series.col.high': 'Máximo',
};
