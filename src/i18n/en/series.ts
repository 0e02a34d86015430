/** Figures of indicator series. */
export const series = {
  'series.gap': 'no data',
  'series.period': '{from}–{to}',
  'series.counts': { one: '{n} value', other: '{n} values' },
  'series.caveat': 'As published; a missing year is missing, not zero.',
  'series.none': 'No value of this series is known here',
  'series.sentence':
    '{label}: {first} in {firstPeriod}, {last} in {lastPeriod}; highest {most} in {mostPeriod}, lowest {least} in {leastPeriod}.',
  'series.sentence.one': '{label}: {value} in {period}.',
  'series.unit': 'Unit: {unit}.',
  'series.gapBetween': 'Nothing between {from} and {to}.',
  'series.col.what': 'Line',
  'series.col.value': 'Value ({unit})',
  'series.col.low': 'Lowest',
  'series.col.high': 'Highest',
} as const;
