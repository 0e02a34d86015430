import { type BenchColumns, benchColumns } from '../kernels/columns.ts';
import { answersTo, buildLedger } from '../kernels/ours.ts';
import type { Move } from '../kernels/update.ts';

/** The engine's kernels off the main thread, as in the product: answers travel as structured clones. */
export type Asked = { readonly build: number } | { readonly move: Move };

let data: BenchColumns;
let ledger: ReturnType<typeof buildLedger>;

function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + bytesOf(part), 0);
}

self.onmessage = ({ data: asked }: MessageEvent<Asked>) => {
  if ('move' in asked) {
    self.postMessage(answersTo(ledger, asked.move, data));
    return;
  }
  data = benchColumns(asked.build, true);
  const began = performance.now();
  ledger = buildLedger(data);
  const buildMs = performance.now() - began;
  self.postMessage({ buildMs, bufferBytes: bytesOf(ledger.selections.columns) });
};
