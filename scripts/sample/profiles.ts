import type { Country, ProfileFact } from '#core/country.ts';
import { peru } from './profile-peru.ts';
import { bolivia, brazil, colombia, ecuador, mexico } from './profile-short.ts';
import { type Figures, factOf, type Lang, runsOf } from './profile-text.ts';

/** A written profile: one text in each language (see runsOf) and its key figures by series, period and area. */
export interface Profile {
  readonly lead: Readonly<Record<Lang, string>>;
  readonly facts: readonly (readonly [
    label: readonly [en: string, es: string, pt: string],
    indicator: string,
    period: string,
    area?: string,
  ])[];
}

const profiles: Readonly<Record<string, Profile>> = {
  BO: bolivia,
  BR: brazil,
  CO: colombia,
  EC: ecuador,
  MX: mexico,
  PE: peru,
};

/** The written lead of a country's profile, empty where none is written. */
export function profileLead(iso2: string, figures: Figures): Country['lead'] {
  const lead = profiles[iso2]?.lead;
  if (!lead) return { en: [], es: [], pt: [] };
  const runs = (lang: Lang): Country['lead'][Lang] => runsOf(lead[lang], iso2, lang, figures);
  return { en: runs('en'), es: runs('es'), pt: runs('pt') };
}

/** The key figures of a country's profile. */
export function profileFacts(iso2: string, figures: Figures): readonly ProfileFact[] {
  return (profiles[iso2]?.facts ?? []).map(([label, indicator, period, area]) =>
    factOf(figures, iso2, label, indicator, period, area),
  );
}
