import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { Answer, Query } from '#core/query.ts';
import type { View } from '#core/view.ts';
import type { Answered, EngineStatus } from '#engine/engine.ts';
import { askAhead, withDraft } from './draft-store.ts';
import {
  failureOf,
  takesQuestions,
  useEngine,
  useEngineValue,
  useOutdated,
  useRetry,
} from './engine-context.tsx';
import { askOptions, dataKey, queryText } from './queries.ts';
import { askBefore } from './shown-view.ts';
import { useQueries } from './use-query.ts';
import { useView } from './use-view.ts';

type AnswerTo<Q> = Q extends { readonly kind: infer Kind } ? Extract<Answer, { readonly kind: Kind }> : never;

export type AskedApart<Q extends readonly Query[]> = {
  /** Per question the newest answer there is; null before the first. The same array while none changes. */
  readonly answers: { readonly [K in keyof Q]: AnswerTo<Q[K]> | null };
  /** Whether they cover all rows, exactly. */
  readonly complete: boolean;
  readonly error: Error | null;
  readonly loading: boolean;
  readonly refreshing: boolean;
  /** Some of the answers are to earlier questions, about another filter say. */
  readonly behind: boolean;
  retry(): void;
};

/** What an answer was counted from: whole months ahead of the rows, or rows, and how many of all. */
export type Basis = Pick<Answered<readonly []>, 'resolution' | 'rowsLoaded' | 'rowsTotal'>;

const bases = new WeakMap<Answer, Basis>();

/** What an answer of `useAskApart` was counted from. It stays true of an answer that is still shown while newer ones are awaited. */
export const basisOf = (answer: Answer): Basis | undefined => bases.get(answer);

/** Whether an answer of `useAskApart` covers all there is, by the month or row by row: only then does it tell that there is none. */
export function isWhole(answer: Answer): boolean {
  const basis = basisOf(answer);
  return !basis || basis.resolution === 'month' || basis.rowsLoaded >= basis.rowsTotal;
}

type Parting = 'none' | 'each' | 'late';

function partingOf(status: EngineStatus): Parting {
  if (status.state === 'loading' && status.overview) return 'each';
  return status.state === 'ready' && status.ranOn === 'server' ? 'late' : 'none';
}

/**
 * Which questions go out together. All of them, so that they speak of one state of the data; but while an overview answers what it
 * can, each alone, so that none waits for another; and where the server answers, single events (`late`) apart from what follows a brush.
 */
function groupsOf(
  parting: Parting,
  queries: readonly Query[],
  late: (query: Query) => boolean,
): readonly (readonly number[])[] {
  const all = [...queries.keys()];
  if (parting === 'each') return all.map((i) => [i]);
  if (parting === 'none') return [all];
  const split = [false, true].map((wanted) => all.filter((i) => late(queries[i]!) === wanted));
  return split.filter((group) => group.length > 0);
}

interface Asked {
  readonly texts: readonly string[];
  readonly answers: readonly (Answer | null)[];
}

interface Shown extends Pick<Asked, 'answers'> {
  /** Per answer the question that it answers. */
  readonly answered: readonly (string | undefined)[];
}

/**
 * The newest answers, and older ones where those are awaited: to the same question always, to another one only while none of the
 * new questions has been answered, so that no figure stands beside one of another filter.
 */
function shownNow(
  last: Shown,
  { texts, answers }: Asked,
  queries: readonly Query[],
): readonly (Answer | null)[] {
  const anyNew = answers.some((answer) => answer !== null);
  const shown = answers.map((answer, i) => {
    const kept = last.answers[i] ?? null;
    const before = kept?.kind === queries[i]?.kind ? kept : null;
    return answer ?? (!anyNew || texts[i] === last.answered[i] ? before : null);
  });
  const same = shown.length === last.answers.length && shown.every((answer, i) => answer === last.answers[i]);
  return same ? last.answers : shown;
}

/** The answers; null before the first, and where one was refused: half a picture reads like a whole one. */
export function shownAnswers<Q extends readonly Query[]>({
  answers,
  error,
  loading,
}: AskedApart<Q>): AskedApart<Q>['answers'] | null {
  return loading || (error !== null && answers.includes(null)) ? null : answers;
}

const never = (): boolean => false;

/** Asks the engine like `useAsk`, in as few batches as let every answer be shown as soon as it is there. */
export function useAskApart<const Q extends readonly Query[]>(
  queries: Q,
  late: (query: Query) => boolean = never,
): AskedApart<Q> {
  const engine = useEngine();
  const data = useEngineValue(dataKey);
  const groups = groupsOf(useEngineValue(partingOf), queries, late);
  const enabled = useEngineValue(takesQuestions);
  const results = useQueries({
    queries: groups.map((group) => ({
      ...askOptions(
        engine,
        data,
        group.map((i) => queries[i]!),
      ),
      enabled,
    })),
  });
  const texts = queries.map(queryText);
  const last = useRef<Shown>({ answers: [], answered: [] });
  const newest: (Answer | null)[] = queries.map(() => null);
  for (const [g, group] of groups.entries()) {
    const { data: answered } = results[g]!;
    for (const [place, i] of group.entries()) {
      const answer = answered?.answers[place] ?? null;
      if (answered && answer) bases.set(answer, answered);
      newest[i] = answer;
    }
  }
  const kept = shownNow(last.current, { texts, answers: newest }, queries);
  const answered = texts.map((text, i) => (newest[i] === null ? last.current.answered[i] : text));
  const isOther = (answer: Answer | null, i: number): boolean => answer !== null && answered[i] !== texts[i];
  const refused = results.some((result) => result.error);
  const isOutdated = useOutdated(kept.some(isOther)) || refused;
  const answers =
    isOutdated && kept.some(isOther) ? kept.map((answer, i) => (isOther(answer, i) ? null : answer)) : kept;
  const behind = answers.some(isOther);
  const refetch = useRef((): void => {});
  useEffect(() => {
    last.current = { answers, answered };
    refetch.current = () => {
      for (const result of results) void result.refetch();
    };
  });
  const tryAgain = useRetry();
  const retry = useCallback(() => tryAgain(() => refetch.current()), [tryAgain]);
  const failed = useEngineValue(failureOf);
  const error = results.find((result) => result.error)?.error ?? failed;
  const known = answers.some((answer) => answer !== null);
  const complete = results.every((result) => result.data?.complete === true);
  const told = known && !refused ? null : error;
  const refreshing = known && results.some((result) => result.isFetching);
  const loading = !known && error === null;
  return useMemo(
    () => ({
      answers: answers as AskedApart<Q>['answers'],
      ...{ complete, error: told, loading, refreshing, behind, retry },
    }),
    [answers, complete, told, loading, refreshing, behind, retry],
  );
}

/** Asks questions in one batch, as `useAsk` will. */
type Ask = <const Q extends readonly Query[]>(
  queries: Q,
) => Promise<{ readonly [K in keyof Q]: AnswerTo<Q[K]> }>;

/** How questions are asked before what they are about is shown. */
function useAskNow(): { readonly ask: Ask; readonly status: () => EngineStatus } {
  const engine = useEngine();
  const client = useQueryClient();
  return useMemo(() => {
    const status = () => engine.status();
    const ask: Ask = async (queries) => {
      const { answers } = await client.fetchQuery(askOptions(engine, dataKey(status()), queries));
      return answers as never;
    };
    return { ask, status };
  }, [engine, client]);
}

/**
 * Has questions answered before a changed filter or a dragged window is shown, so that all the page follows in one drawing.
 * `questions` gives those about a view under a filter, which is the view's own with the dragged window, and stays the same
 * function while nothing else changes. What comes late, as in `useAskApart`, is not waited for, and not asked while a window is dragged.
 */
export function useAskAhead(
  questions: (filter: EventFilter, view: View) => readonly Query[],
  late: (query: Query) => boolean = never,
): void {
  const { ask, status } = useAskNow();
  const { view } = useView();
  useEffect(() => {
    const askFor = (filter: EventFilter, about: View, dragged: boolean): Promise<unknown> => {
      const queries = questions(filter, about);
      const parting = partingOf(status());
      const inTime: Promise<unknown>[] = [];
      for (const group of groupsOf(parting, queries, late)) {
        const isLate = parting === 'late' && late(queries[group[0]!]!);
        if (isLate && dragged) continue;
        const asked = ask(group.map((i) => queries[i]!));
        // Should they fail, whoever shows them asks again and says so.
        if (isLate) asked.catch(() => undefined);
        else inTime.push(asked);
      }
      return Promise.all(inTime);
    };
    // What has arrived so far is shown as it comes; nothing waits for the rest.
    const isReady = (): boolean => status().state === 'ready';
    const stops = [
      askAhead(async (window) => {
        if (isReady()) await askFor(withDraft(view.filter, window), view, true);
      }),
      askBefore(async (next) => {
        if (isReady()) await askFor(next.filter, next, false);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [ask, status, view, questions, late]);
}

/** Has what `asking` asks, one question after another if need be, answered before a changed filter is shown. */
export function useAskBefore(asking: (view: View, ask: Ask) => Promise<unknown>): void {
  const { ask, status } = useAskNow();
  useEffect(
    () =>
      askBefore(async (view) => {
        if (status().state === 'ready') await asking(view, ask);
      }),
    [ask, status, asking],
  );
}
