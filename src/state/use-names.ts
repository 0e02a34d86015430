import { useMemo } from 'react';
import { type Reference, referenceOf } from './names.ts';
import { apiOptions, gazetteerOptions } from './queries.ts';
import { useQuery } from './use-query.ts';

export type { Names } from './names.ts';

/** Names that only the data knows: groups, sources, provinces. The same object until one of them arrives. */
export function useNames(): Reference {
  const groups = useQuery(apiOptions('groups', { limit: '1000' })).data?.rows;
  const sources = useQuery(apiOptions('sources')).data?.rows;
  const adm1 = useQuery(gazetteerOptions()).data;
  return useMemo(() => referenceOf(groups, sources, adm1), [groups, sources, adm1]);
}
