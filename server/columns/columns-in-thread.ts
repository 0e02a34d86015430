import type { Snapshot } from '#server/jobs/snapshot.ts';
import { Crew } from '#server/store/threads.ts';
import type { Columns } from './columns.ts';

/** Rows from which the columns are read when the server starts, rather than when somebody first asks for them. */
const readAtStart = 1_000_000;
/** Reading ten million rows takes seconds; a question may wait for it. */
const milliseconds = 25_000;

/** The columns in one thread of their own, which starts when it is first needed: most readers' browsers hold the rows themselves. */
export function columnsInThread(snapshot: Snapshot): Columns {
  let crew: Crew | null = null;
  const started = (): Crew => {
    crew ??= new Crew(new URL('./columns-thread.ts', import.meta.url), snapshot, {
      threads: 1,
      milliseconds,
    });
    return crew;
  };
  const ask = <T>(method: keyof Columns, ...args: unknown[]): Promise<T> =>
    started().ask({ method, args }) as Promise<T>;
  if (snapshot.manifest.rows >= readAtStart) started();
  return {
    tiles: (question, hits) => ask('tiles', question, hits),
    answers: (queries, hits) => ask('answers', queries, hits),
    close: async () => {
      await crew?.close();
    },
  };
}
