/**
 * The two-level taxonomy of events: eight families (ux.md 9 fixes their order, colour and glyph) and the kinds under
 * them. `code` numbers travel in snapshots: never reuse or renumber one, only append.
 */

export const families = [
  { key: 'seizure', code: 1, glyph: 'square' },
  { key: 'air', code: 2, glyph: 'triangle' },
  { key: 'clash', code: 3, glyph: 'cross' },
  { key: 'arrest', code: 4, glyph: 'circle' },
  { key: 'eradication', code: 5, glyph: 'diamond' },
  { key: 'killing', code: 6, glyph: 'plus' },
  { key: 'trafficking', code: 7, glyph: 'hexagon' },
  { key: 'policy', code: 8, glyph: 'ring' },
] as const;

export type FamilyKey = (typeof families)[number]['key'];
export type GlyphShape = (typeof families)[number]['glyph'];

export const kinds = [
  { key: 'drug-seizure', code: 1, family: 'seizure' },
  { key: 'contraband-seizure', code: 2, family: 'seizure' },
  { key: 'counterfeit-seizure', code: 3, family: 'seizure' },
  { key: 'mining-seizure', code: 4, family: 'seizure' },
  { key: 'arms-seizure', code: 5, family: 'seizure' },
  { key: 'other-seizure', code: 6, family: 'seizure' },
  { key: 'shoot-down', code: 10, family: 'air' },
  { key: 'forced-landing', code: 11, family: 'air' },
  { key: 'aircraft-seizure', code: 12, family: 'air' },
  { key: 'aircraft-crash', code: 13, family: 'air' },
  { key: 'airstrip-destruction', code: 14, family: 'air' },
  { key: 'combat', code: 20, family: 'clash' },
  { key: 'attack', code: 21, family: 'clash' },
  { key: 'non-state-clash', code: 22, family: 'clash' },
  { key: 'riot', code: 23, family: 'clash' },
  { key: 'arrest', code: 30, family: 'arrest' },
  { key: 'raid', code: 31, family: 'arrest' },
  { key: 'crop-eradication', code: 40, family: 'eradication' },
  { key: 'laboratory-destruction', code: 41, family: 'eradication' },
  { key: 'mining-destruction', code: 42, family: 'eradication' },
  { key: 'massacre', code: 50, family: 'killing' },
  { key: 'one-sided-violence', code: 51, family: 'killing' },
  { key: 'kidnapping', code: 52, family: 'killing' },
  { key: 'airstrip-detection', code: 60, family: 'trafficking' },
  { key: 'mining-detection', code: 61, family: 'trafficking' },
  { key: 'trafficking-case', code: 62, family: 'trafficking' },
  { key: 'policy', code: 70, family: 'policy' },
  { key: 'judicial', code: 71, family: 'policy' },
  { key: 'report', code: 72, family: 'policy' },
  { key: 'other', code: 73, family: 'policy' },
] as const satisfies readonly { key: string; code: number; family: FamilyKey }[];

export type KindKey = (typeof kinds)[number]['key'];
/** A value of the `type` filter: a whole family or one kind. Where both share a word ("arrest", "policy") see `kindsOfType`. */
export type TypeKey = FamilyKey | KindKey | `${FamilyKey}.${KindKey}`;

export const substances = [
  'cocaine',
  'coca-base',
  'coca-leaf',
  'cannabis',
  'opiates',
  'synthetics',
  'precursors',
  'drugs-unspecified',
  'contraband-goods',
  'counterfeit-money',
  'minerals',
  'arms',
  'money',
] as const;

/** What was seized, found or destroyed: a drug, or a class of goods. */
export type SubstanceKey = (typeof substances)[number];

const familyByKind = new Map<string, FamilyKey>(kinds.map((kind) => [kind.key, kind.family]));
const kindByCode = new Map<number, KindKey>(kinds.map((kind) => [kind.code, kind.key]));
const codeByKind = new Map<string, number>(kinds.map((kind) => [kind.key, kind.code]));

/** The family a kind belongs to. */
export function familyOf(kind: KindKey): FamilyKey {
  return familyByKind.get(kind) ?? 'policy';
}

/** The kind for a snapshot code, or null for a code this build does not know. */
export function kindFromCode(code: number): KindKey | null {
  return kindByCode.get(code) ?? null;
}

/** The snapshot code of a kind. */
export function codeOfKind(kind: KindKey): number {
  return codeByKind.get(kind) ?? 0;
}

/**
 * The kinds a `type` value stands for. A bare word names the family if there is one ("arrest" = all of arrest, raid);
 * "arrest.arrest" names the kind where the two share a word. Unknown words give an empty list.
 */
export function kindsOfType(type: string): readonly KindKey[] {
  const dotted = type.split('.');
  if (dotted.length === 2) {
    return kinds
      .filter((kind) => kind.family === dotted[0] && kind.key === dotted[1])
      .map((kind) => kind.key);
  }
  const inFamily = kinds.filter((kind) => kind.family === type).map((kind) => kind.key);
  if (inFamily.length > 0) return inFamily;
  return kinds.filter((kind) => kind.key === type).map((kind) => kind.key);
}

/** The `type` value that names exactly one kind, e.g. "shoot-down" or "arrest.arrest". */
export function typeOfKind(kind: KindKey): TypeKey {
  return families.some((family) => family.key === kind) ? `${familyOf(kind)}.${kind}` : kind;
}
