import type { Localised, Translated } from './localised.ts';

/** A measured series (hectares of coca, homicide rate) beside the events. */
export interface Indicator {
  readonly id: string;
  /** Key of the title in i18n (`indicator.<titleKey>`), and our English title as fallback. */
  readonly title: string;
  /** Title, unit, definition and caveat in all three languages, where the record brings them. */
  readonly texts?:
    | {
        readonly title: Localised;
        readonly unit?: Localised | undefined;
        readonly definition: Localised;
        readonly caveat: Localised | null;
      }
    | undefined;
  readonly unit: string;
  /** Our own definition and limits, English. */
  readonly definition: string;
  readonly caveat: string | null;
  readonly theme:
    | 'coca'
    | 'seizures'
    | 'homicide'
    | 'conflict'
    | 'contraband'
    | 'counterfeit'
    | 'mining'
    | 'corruption'
    | 'population'
    | 'cost'
    | 'air'
    | 'eradication'
    | 'displacement';
  readonly source: string;
  readonly geoLevel: 'country' | 'adm1' | 'zone' | 'district';
  /** Bars may start at 0; lines may not. Rates and ranks are never summed. */
  readonly additive: boolean;
  readonly countries: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly observations: number;
}

/** One value of a series. `value` null = the source published none; a missing period is simply absent. */
export interface Observation {
  readonly country: string;
  /** ADM1 id, zone or district code for sub-national series; "" for the country. */
  readonly area: string;
  readonly areaName: string;
  /** "2015", "2015-Q3" or "2015-03". */
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: 'final' | 'provisional' | 'derived' | 'disputed' | 'about' | 'revised';
  /** Our own note, e.g. how a figure was derived; null. */
  readonly note: string | null;
  /** The same note in Spanish and Portuguese, where we wrote it. */
  readonly notes?: Translated | undefined;
  readonly url: string | null;
  readonly publisher: string | null;
}

export interface IndicatorSeries extends Indicator {
  readonly values: readonly Observation[];
}
