import type { SnapshotManifest } from '#contract/schemas.ts';

/** Rows that this project's kind of machine counts anew within its share of a frame (docs/performance.md). */
const mostRows = 2_000_000;
/** Compressed bytes that a reader may be asked to wait for. */
const mostBytes = 20_000_000;
/** What counting all rows anew may take, so that a frame still fits. */
const passMs = 11;
/** Snapshots below this are held here whatever the device. */
const always = 250_000;
const probeRows = 65_536;

/**
 * Whether the server should answer: more rows, or more to fetch, than a browser should hold, or a device on which one pass over
 * the rows would take longer than a frame allows. `nanosecondsPerRow` times such a pass.
 */
export function belongsOnServer(
  { rows, wireBytes }: Pick<SnapshotManifest, 'rows' | 'wireBytes'>,
  nanosecondsPerRow: () => number = timedPass,
): boolean {
  if (rows > mostRows || wireBytes > mostBytes) return true;
  return rows > always && (nanosecondsPerRow() * rows) / 1e6 > passMs;
}

/** Nanoseconds a row of a pass like the engine's own: a predicate on two columns and a scattered count. Best of a few. */
function timedPass(): number {
  const days = new Uint16Array(probeRows);
  const kinds = new Uint8Array(probeRows);
  const cells = new Uint16Array(probeRows);
  const counts = new Uint32Array(4096);
  for (let row = 0; row < probeRows; row++) {
    const spread = Math.imul(row, 2_654_435_761) >>> 0;
    days[row] = spread >>> 18;
    kinds[row] = spread & 31;
    cells[row] = (spread >>> 5) & 4095;
  }
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 8; attempt++) {
    const start = performance.now();
    for (let row = 0; row < probeRows; row++) {
      if (days[row]! > 4000 && kinds[row]! < 20) counts[cells[row]!]!++;
    }
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1e6) / probeRows;
}
