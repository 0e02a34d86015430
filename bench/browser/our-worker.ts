import { type PackedAnswer, Packer } from '#engine/local/wire.ts';
import { type BenchColumns, benchColumns } from '../kernels/columns.ts';
import { answersTo, buildLedger } from '../kernels/ours.ts';
import type { Move } from '../kernels/update.ts';

/** The engine's kernels off the main thread; answers travel as they do in the product. */
export interface Packed {
  readonly packed: readonly PackedAnswer[];
  readonly top: readonly number[];
}
export type Asked = { readonly build: number } | { readonly move: Move };

let data: BenchColumns;
let ledger: ReturnType<typeof buildLedger>;
const packer = new Packer();

function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + bytesOf(part), 0);
}

self.onmessage = ({ data: asked }: MessageEvent<Asked>) => {
  if ('move' in asked) {
    const { answers, top } = answersTo(ledger, asked.move, data);
    const { packed, transfer } = packer.pack(answers);
    self.postMessage({ packed, top } satisfies Packed, { transfer });
    return;
  }
  data = benchColumns(asked.build, true);
  const began = performance.now();
  ledger = buildLedger(data);
  const buildMs = performance.now() - began;
  self.postMessage({ buildMs, bufferBytes: bytesOf(ledger.selections.columns) });
};
