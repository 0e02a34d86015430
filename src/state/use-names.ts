import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SourceInfo } from '#core/provenance.ts';
import { apiOptions, gazetteerOptions } from './queries.ts';

export type Names = {
  group(id: string): string | null;
  source(id: string): string | null;
  adm1(id: string): string | null;
};

const lookup = <R>(rows: readonly R[] | undefined, key: (row: R) => string, name: (row: R) => string) => {
  const names = new Map((rows ?? []).map((row) => [key(row), name(row)]));
  return (id: string) => names.get(id) ?? null;
};

/** Names that only the data knows: groups, sources, provinces. The same object until one of them arrives. */
export function useNames(): Names & { readonly sources: readonly SourceInfo[] } {
  const groups = useQuery(apiOptions('groups', { limit: '1000' })).data?.rows;
  const sources = useQuery(apiOptions('sources')).data?.rows;
  const adm1 = useQuery(gazetteerOptions()).data;
  return useMemo(
    () => ({
      group: lookup(
        groups,
        (row) => row.id,
        (row) => row.name,
      ),
      source: lookup(
        sources,
        (row) => row.id,
        (row) => row.publisher,
      ),
      adm1: lookup(
        adm1,
        (row) => row.id,
        (row) => row.name,
      ),
      sources: sources ?? [],
    }),
    [groups, sources, adm1],
  );
}
