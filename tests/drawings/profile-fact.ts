import type { ProfileFact } from '#core/country.ts';

/** A figure of a country's profile, as changed for one test. */
export const fact = (part: Partial<ProfileFact> = {}): ProfileFact => ({
  label: 'Coca',
  value: 40300,
  unit: 'ha',
  period: '2015',
  indicator: 'coca-cultivation',
  area: '',
  publisher: 'UNODC',
  url: null,
  ...part,
});
