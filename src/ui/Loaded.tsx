import { type ReactNode, useDeferredValue } from 'react';
import { type Key, useI18n } from '#i18n/i18n.tsx';
import { ErrorState } from './ErrorState.tsx';
import pageStyles from './Page.module.css';
import { Loading } from './Skeleton.tsx';

/** What a page reads from a query, whichever library asked it. */
export type Fetched<T> = {
  readonly data: T | undefined;
  readonly error: Error | null;
  refetch(): unknown;
};

type Failure = 'not-found' | 'unreachable' | 'busy' | 'failed';

const field = (error: Error, key: string): unknown => (key in error ? error[key as keyof Error] : undefined);

/** Why a call failed, as far as a reader can act on it. */
export function failureOf(error: Error): Failure {
  const code = field(error, 'code');
  if (code === 'not-found' || field(error, 'status') === 404) return 'not-found';
  if (code === 'unreachable') return 'unreachable';
  return code === 'busy' || code === 'too-many-requests' ? 'busy' : 'failed';
}

const WORDS: Record<Failure, Key & `records.failed.${string}`> = {
  'not-found': 'records.failed.gone',
  unreachable: 'records.failed.unreachable',
  busy: 'records.failed.busy',
  failed: 'records.failed.text',
};

/** "code · request id · time": enough to find the line in the server's log. */
export function detailOf(error: Error, now = new Date()): string {
  const id = field(error, 'requestId');
  const code = field(error, 'code');
  return [code, id, error.message, now.toISOString()]
    .filter((part) => typeof part === 'string' && part)
    .join(' · ');
}

type Props<T> = {
  query: Fetched<T>;
  /** What failed, in a sentence: "This event could not be loaded". */
  failed: string;
  /** What is being loaded, for screen readers. */
  label?: string;
  lines?: number;
  /** Shown instead of an error where the record does not exist. */
  missing?: ReactNode;
  /** Said instead of loading where nothing is on its way. */
  instead?: string;
  /** The whole page is awaited: states stand in the page's own frame. */
  framed?: boolean;
  children(data: T): ReactNode;
};

/** Loading, error with retry, not found, or the thing itself. Data once shown stays, whatever comes after. */
export function Loaded<T>({ query, failed, label, lines = 4, missing, framed, instead, children }: Props<T>) {
  const { t } = useI18n();
  // Drawn in slices: a whole page at once would hold up the gesture that comes with it.
  const data = useDeferredValue(query.data);
  if (query.data !== undefined && data !== undefined) return children(data);
  const frame = (state: ReactNode) => (framed ? <div className={pageStyles.page}>{state}</div> : state);
  if (query.error === null && instead) return frame(<p className={pageStyles.instead}>{instead}</p>);
  if (query.error === null) return frame(<Loading lines={lines} {...(label ? { label } : {})} />);
  const why = failureOf(query.error);
  if (why === 'not-found' && missing !== undefined) return missing;
  return frame(
    <ErrorState
      title={failed}
      text={t(WORDS[why])}
      detail={detailOf(query.error)}
      onRetry={() => void query.refetch()}
    />,
  );
}
