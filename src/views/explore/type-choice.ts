import { type FamilyKey, families, type KindKey, kinds, kindsOfType, typeOfKind } from '#core/taxonomy.ts';

/** Kinds that a list of `type` words chooses. */
export function chosenKinds(types: readonly string[]): Set<KindKey> {
  return new Set(types.flatMap((type) => kindsOfType(type)));
}

/** The shortest list of `type` words for a set of kinds: a whole family is one word. */
export function typesOf(chosen: ReadonlySet<KindKey>): string[] {
  return families.flatMap((family) => {
    const members = kinds.filter((kind) => kind.family === family.key);
    const inside = members.filter((kind) => chosen.has(kind.key));
    if (inside.length === members.length) return [family.key];
    return inside.map((kind) => typeOfKind(kind.key));
  });
}

/** Turns a whole family on or off. */
export function withFamily(types: readonly string[], family: FamilyKey, on: boolean): string[] {
  const chosen = chosenKinds(types);
  for (const kind of kinds) {
    if (kind.family !== family) continue;
    if (on) chosen.add(kind.key);
    else chosen.delete(kind.key);
  }
  return typesOf(chosen);
}

/** Turns one kind on or off. */
export function withKind(types: readonly string[], kind: KindKey, on: boolean): string[] {
  const chosen = chosenKinds(types);
  if (on) chosen.add(kind);
  else chosen.delete(kind);
  return typesOf(chosen);
}
