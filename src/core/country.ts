import type { Localised } from './localised.ts';

/** A figure in a profile: every number is a link to its series, event list or article. */
export interface ProfileFact {
  /** English; `labels` has all three languages where the record brings them. */
  readonly label: string;
  readonly labels?: Localised | undefined;
  /** Number for people in English formatting inputs; null = no figure is known. */
  readonly value: number | null;
  readonly unit: string;
  readonly period: string;
  readonly indicator: string | null;
  /** Area code within the indicator, "" for the country. */
  readonly area: string;
  readonly publisher: string;
  readonly url: string | null;
}

/** One run of the profile's lead: plain text, or text that links to its evidence. */
export interface ProfileRun {
  readonly text: string;
  readonly href: {
    readonly kind: 'indicator' | 'event' | 'article' | 'group' | 'source' | 'url';
    readonly id: string;
  } | null;
}

export interface Country {
  readonly iso2: string;
  readonly iso3: string;
  readonly names: { readonly en: string; readonly es: string; readonly pt: string };
  readonly region: 'south-america' | 'central-america' | 'caribbean' | 'north-america';
  readonly bbox: readonly [number, number, number, number];
  /** Our own lead in each language, as runs so that each figure is a link; empty where no profile is written. */
  readonly lead: {
    readonly en: readonly ProfileRun[];
    readonly es: readonly ProfileRun[];
    readonly pt: readonly ProfileRun[];
  };
  readonly facts: readonly ProfileFact[];
  readonly groups: readonly string[];
  readonly events: number;
  readonly articles: number;
}
