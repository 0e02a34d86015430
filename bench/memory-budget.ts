import type { Verdict } from './sections.ts';

const million = 1_000_000;

/** What buffers may take of a million rows and fewer, and of ten million. */
export const bufferBudget = (rows: number): number => (rows > million ? 300e6 : 32e6);

/** Whether the buffers of an engine over so many rows keep within their budget. */
export function bufferVerdict(what: string, rows: number, bytes: number): Verdict {
  const most = bufferBudget(rows);
  return {
    what: `buffers, ${what}, ${rows.toLocaleString('en')} events`,
    must: `≤ ${most / 1e6} MB`,
    measured: `${(bytes / 1e6).toFixed(1)} MB`,
    met: bytes <= most,
  };
}
