/** ISO 3166-1 numeric (as world-atlas writes it) to alpha-2, for every country or territory of the Americas. */
export const AMERICAS: Readonly<Record<string, string>> = {
  '028': 'AG', '032': 'AR', '044': 'BS', '052': 'BB', '060': 'BM', '068': 'BO', '076': 'BR', '084': 'BZ',
  '092': 'VG', '124': 'CA', '136': 'KY', '152': 'CL', '170': 'CO', '188': 'CR', '192': 'CU', '212': 'DM',
  '214': 'DO', '218': 'EC', '222': 'SV', '238': 'FK', '304': 'GL', '308': 'GD', '320': 'GT', '328': 'GY',
  '332': 'HT', '340': 'HN', '388': 'JM', '484': 'MX', '500': 'MS', '531': 'CW', '533': 'AW', '534': 'SX',
  '558': 'NI', '591': 'PA', '600': 'PY', '604': 'PE', '630': 'PR', '652': 'BL', '659': 'KN', '660': 'AI',
  '662': 'LC', '663': 'MF', '666': 'PM', '670': 'VC', '740': 'SR', '780': 'TT', '796': 'TC', '840': 'US',
  '850': 'VI', '858': 'UY', '862': 'VE',
};

/** Countries the product is about: drawn as land that can be chosen; the rest is context. */
export const FOCUS: ReadonlySet<string> = new Set([
  'AR', 'BO', 'BR', 'BZ', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'GT', 'GY', 'HN', 'HT', 'JM', 'MX', 'NI', 'PA',
  'PE', 'PR', 'PY', 'SR', 'SV', 'TT', 'UY', 'VE', 'BS', 'GF',
]);

/**
 * Land borders of which at least a part is contested between the two states, so that they are drawn dashed.
 * The claims: Venezuela to Guyana west of the Essequibo (before the International Court of Justice since 2018),
 * Guatemala to Belize (before the Court since 2019), Suriname to the New River triangle of Guyana,
 * Suriname and French Guiana on the upper Maroni.
 */
export const DISPUTED_BORDERS: readonly (readonly [string, string])[] = [
  ['GY', 'VE'],
  ['BZ', 'GT'],
  ['GY', 'SR'],
  ['GF', 'SR'],
];

/** Territories whose sovereignty itself is claimed by another state: their coast is drawn dashed. */
export const DISPUTED_TERRITORIES: readonly string[] = ['FK'];
