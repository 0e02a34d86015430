import { useMemo } from 'react';
import { apiOptions } from './queries.ts';
import { useQuery } from './use-query.ts';

/** What the tool says of itself and its data, and when the page was made. */
export type PageEdition = {
  readonly version: string;
  /** "" until the service has said it. */
  readonly dataVersion: string;
  /** ISO day; "" until the service has said it. */
  readonly dataAsOf: string;
  readonly now: Date;
};

/** Version of tool and data, for the words of figures and citations. */
export function useEdition(): PageEdition {
  const meta = useQuery(apiOptions('meta')).data;
  return useMemo(
    () => ({
      version: meta?.version ?? '',
      dataVersion: meta?.dataVersion ?? '',
      dataAsOf: meta?.dataAsOf ?? '',
      now: new Date(),
    }),
    [meta],
  );
}
