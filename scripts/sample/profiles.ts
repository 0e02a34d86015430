import type { Country, ProfileFact } from '#core/country.ts';

const noLead: Country['lead'] = { en: [], es: [], pt: [] };

/** The written lead of a country's profile, empty where none is written. */
export function profileLead(_iso2: string): Country['lead'] {
  return noLead;
}

/** The key figures of a country's profile. */
export function profileFacts(_iso2: string): readonly ProfileFact[] {
  return [];
}
