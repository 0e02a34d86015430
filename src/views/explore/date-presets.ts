import { addBins, type Bin, binEnd, binStart, type CivilDay, civilOf, dayOf } from '#core/time.ts';

export type Preset = {
  readonly key: 'd30' | 'y1' | 'y5' | 'all';
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
};

/** The usual windows, counted back from the last day of the data. */
export function presets(asOf: CivilDay): Preset[] {
  const { year, month, day } = civilOf(asOf);
  return [
    { key: 'd30', from: asOf - 29, to: asOf },
    { key: 'y1', from: dayOf(year - 1, month, day) + 1, to: asOf },
    { key: 'y5', from: dayOf(year - 5, month, day) + 1, to: asOf },
    { key: 'all', from: null, to: null },
  ];
}

/** The coarsest calendar bin that a window fills exactly by whole bins, or null. */
function wholeBin(from: CivilDay, to: CivilDay): Bin | null {
  const order = ['year', 'quarter', 'month', 'week', 'day'] as const;
  return order.find((bin) => binStart(from, bin) === from && binEnd(to, bin) === to) ?? null;
}

/** The window of equal length before or after: 2014–2015 → 2016–2017; calendar-true where it is made of whole bins. */
export function stepped(from: CivilDay, to: CivilDay, direction: 1 | -1): { from: CivilDay; to: CivilDay } {
  const bin = wholeBin(from, to) ?? 'day';
  let length = 0;
  for (let start = from; start <= to; start = addBins(start, bin, 1)) length++;
  const first = addBins(from, bin, direction * length);
  return { from: first, to: addBins(first, bin, length) - 1 };
}
