import { cpus } from 'node:os';

interface Spent {
  readonly idle: number;
  readonly all: number;
}

function spent(): Spent {
  const times = cpus().map(({ times: own }) => own);
  const idle = times.reduce((sum, own) => sum + own.idle, 0);
  const all = times.reduce(
    (sum, { user, nice, sys, idle: rest, irq }) => sum + user + nice + sys + rest + irq,
    0,
  );
  return { idle, all };
}

/** The share of the processors that is at work over two seconds in which the bench itself does nothing: what others do. */
export async function shareOfOthers(milliseconds = 2000): Promise<number> {
  const before = spent();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const after = spent();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}
