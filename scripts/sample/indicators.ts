import type { IndicatorSeries } from '#core/indicator.ts';
import { citedSeries } from './indicators-cited.ts';
import { cocaSeries } from './indicators-coca.ts';
import { otherSeries } from './indicators-other.ts';
import { seizureSeries } from './indicators-seizures.ts';
import { worldBankSeries } from './indicators-worldbank.ts';
import { totalSeries } from './totals.ts';

/** Series of the bundle, by the file they are stored in. */
export function indicatorFiles(): ReadonlyMap<string, readonly IndicatorSeries[]> {
  return new Map([
    ['coca', cocaSeries()],
    ['cited', citedSeries()],
    ['totals', totalSeries()],
    ['seizures', seizureSeries()],
    ['world-bank', worldBankSeries()],
    ['other', otherSeries()],
  ]);
}
