import { expect, it } from 'vitest';
import { everyRow } from '#server/routes/paging.ts';

it('lets other work have its turn between two batches of an export, even where rows come at once', async () => {
  let turns = 0;
  setImmediate(() => (turns += 1));
  const turnsBefore: number[] = [];
  const ask = async ({ after }: { after: unknown }) => {
    turnsBefore.push(turns);
    return { rows: ['{}'], total: null, next: after === null ? ([1, 1] as const) : null };
  };
  let batches = 0;
  for await (const batch of everyRow(ask)) batches += batch.length;
  expect(batches).toBe(2);
  expect(turnsBefore).toEqual([0, 1]);
});
