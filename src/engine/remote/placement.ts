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
/** A first pass may run before the browser has compiled it, or while the page is drawn: a device is slow that is slow at every try. */
const tries = 16;
const breatherMs = 8;

/**
 * Whether the server should answer: more rows, or more to fetch, than a browser should hold, or a device on which one pass over
 * the rows takes longer than a frame allows, each time it is tried. `openPass` makes what times such a pass, in nanoseconds a row.
 */
export async function belongsOnServer(
  { rows, wireBytes }: Pick<SnapshotManifest, 'rows' | 'wireBytes'>,
  openPass: () => () => number = timedPass,
): Promise<boolean> {
  if (rows > mostRows || wireBytes > mostBytes) return true;
  if (rows <= always) return false;
  const pass = openPass();
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await breather();
    if ((pass() * rows) / 1e6 <= passMs) return false;
  }
  return true;
}

/** In a page out of sight timers come once a second: there a turn must do. */
const breather = (): Promise<void> =>
  new Promise((resume) => {
    if (!globalThis.document?.hidden) {
      setTimeout(resume, breatherMs);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });

/** A pass like the engine's own: a predicate on two columns and a scattered count. */
function timedPass(): () => number {
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
  return () => {
    const start = performance.now();
    for (let row = 0; row < probeRows; row++) {
      if (days[row]! > 4000 && kinds[row]! < 20) counts[cells[row]!]!++;
    }
    return ((performance.now() - start) * 1e6) / probeRows;
  };
}
