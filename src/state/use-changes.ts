import type { Reply } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { apiOptions } from './queries.ts';
import { useQuery } from './use-query.ts';
import { useView } from './use-view.ts';

export type Changes = Reply<'changes'>;

/** How the state of the data that the address pins stands to the latest. */
export type Pin =
  | { readonly state: 'latest' }
  /** The state is shown as it was; `changes` says what became of it. */
  | { readonly state: 'older'; readonly asof: string; readonly changes: Changes }
  /** The state cannot be shown; `changes` is null where it was never held here. */
  | { readonly state: 'gone'; readonly asof: string; readonly changes: Changes | null };

const latest: Pin = { state: 'latest' };

/** What the address pins. Asks nothing while it pins nothing. */
export function usePin(): Pin {
  const { asof } = useView().view;
  const { data, error } = useQuery({
    ...apiOptions('changes', { since: asof ?? '', limit: '1' }),
    enabled: asof !== null,
  });
  if (asof === null) return latest;
  if (error instanceof ApiError && error.status === 410) return { state: 'gone', asof, changes: null };
  if (!data || data.since.dataVersion === data.now.dataVersion) return latest;
  return { state: data.since.kept ? 'older' : 'gone', asof, changes: data };
}
