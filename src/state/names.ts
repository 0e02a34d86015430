import type { SourceInfo } from '#core/provenance.ts';

/** Names that only the data knows: groups, sources, provinces. */
export interface Names {
  group(id: string): string | null;
  source(id: string): string | null;
  adm1(id: string): string | null;
}

/** The names, and the sources whole. */
export interface Reference extends Names {
  readonly sources: readonly SourceInfo[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function lookup<R>(rows: readonly R[] | undefined, key: (row: R) => string, name: (row: R) => string) {
  const names = new Map((rows ?? []).map((row) => [key(row), name(row)]));
  return (id: string) => names.get(id) ?? null;
}

/** Lookups over what has arrived; what has not yields null. */
export function referenceOf(
  groups: readonly Named[] | undefined,
  sources: readonly SourceInfo[] | undefined,
  adm1: readonly Named[] | undefined,
): Reference {
  const idOf = (row: { readonly id: string }) => row.id;
  const nameOf = (row: Named) => row.name;
  return {
    group: lookup(groups, idOf, nameOf),
    source: lookup(sources, idOf, (row) => row.publisher),
    adm1: lookup(adm1, idOf, nameOf),
    sources: sources ?? [],
  };
}
