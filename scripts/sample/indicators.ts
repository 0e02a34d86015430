import type { IndicatorSeries } from '#core/indicator.ts';

/** Series of the bundle, by the file they are stored in. */
export function indicatorFiles(): ReadonlyMap<string, readonly IndicatorSeries[]> {
  return new Map();
}
