import { binary, type Table, tableFromArrays, tableFromIPC, tableToIPC } from '@uwdata/flechette';
import { type PackedName, packedNames } from './columns.ts';
import { packColumns, unpackColumns } from './packed-part.ts';
import type { PartColumns } from './part-columns.ts';

/** A part that does not hold what its format promises; the message says what is wrong. */
export class PartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PartError';
  }
}

/** The Arrow IPC stream of a part: one row, each column the bytes of one stream (contract/columns.ts). */
export function encodePart(columns: PartColumns): Uint8Array {
  const packed = packColumns(columns);
  const table = tableFromArrays(
    packedNames.map((name): [string, Uint8Array[]] => [name, [packed[name]]]),
    { types: Object.fromEntries(packedNames.map((name) => [name, binary()])) },
  );
  const bytes = tableToIPC(table, { format: 'stream' });
  if (!bytes) throw new PartError('The Arrow writer returned no bytes.');
  return bytes;
}

/** The columns of an Arrow IPC part. Throws PartError when the bytes are cut off, a stream is missing or cannot be read. */
export function decodePart(bytes: Uint8Array): PartColumns {
  let table: Table;
  try {
    table = tableFromIPC(bytes);
  } catch (error) {
    throw new PartError(`Not a readable Arrow stream: ${String(error)}`);
  }
  const streams = packedNames.map((name): [PackedName, Uint8Array] => {
    const stream: unknown = table.getChild(name)?.get(0);
    if (!(stream instanceof Uint8Array)) throw new PartError(`Stream "${name}" is missing.`);
    return [name, stream];
  });
  try {
    return unpackColumns(Object.fromEntries(streams) as Record<PackedName, Uint8Array>);
  } catch (error) {
    if (error instanceof RangeError) throw new PartError(`The part is damaged: ${error.message}`);
    throw error;
  }
}
