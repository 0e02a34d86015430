import {
  batchType,
  Column,
  type DataType,
  field,
  float32,
  int32,
  list,
  type Table,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  uint8,
  uint16,
  uint32,
} from '@uwdata/flechette';
import { type ColumnName, type ColumnSpec, columnSpecs } from './columns.ts';
import type { ListColumn, PartColumns } from './part-columns.ts';

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;
type ScalarType = Exclude<ColumnSpec['type'], 'list-u16'>;

const arrayTypes = {
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
  f32: Float32Array,
} as const satisfies Record<ScalarType, unknown>;

const arrowTypes: Readonly<Record<ScalarType, DataType>> = {
  i32: int32(),
  u32: uint32(),
  u16: uint16(),
  u8: uint8(),
  f32: float32(),
};
const listType = list(field('item', uint16(), false));
/** The writer wants a validity buffer; an empty one says that nothing is null. */
const noNulls = new Uint8Array(0);

/** A part that does not hold what its format promises; the message says what is wrong. */
export class PartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PartError';
  }
}

/** The Arrow IPC stream of a part. */
export function encodePart(columns: PartColumns): Uint8Array {
  const entries = columnSpecs.map(({ name, type }): [string, Column<unknown>] => [
    name,
    type === 'list-u16'
      ? listToColumn(columns.rows, columns[name as 'groups' | 'substances'])
      : scalarToColumn(columns.rows, arrowTypes[type], columns[name as 'n']),
  ]);
  const bytes = tableToIPC(tableFromColumns(entries), { format: 'stream' });
  if (!bytes) throw new PartError('The Arrow writer returned no bytes.');
  return bytes;
}

/**
 * The columns of an Arrow IPC part, without copying where the bytes allow it. Throws PartError when the bytes are cut off,
 * a column is missing, of another type or length, or holds nulls.
 */
export function decodePart(bytes: Uint8Array): PartColumns {
  let table: Table;
  try {
    table = tableFromIPC(bytes);
  } catch (error) {
    throw new PartError(`Not a readable Arrow stream: ${String(error)}`);
  }
  const rows = table.numRows;
  const decoded: Partial<Record<ColumnName, NumberArray | ListColumn>> = {};
  for (const spec of columnSpecs) {
    const column = table.getChild(spec.name) as Column<unknown> | null | undefined;
    if (!column) throw new PartError(`Column "${spec.name}" is missing.`);
    if (column.nullCount > 0) throw new PartError(`Column "${spec.name}" holds nulls.`);
    if (column.length !== rows) throw new PartError(`Column "${spec.name}" has another length.`);
    decoded[spec.name] =
      spec.type === 'list-u16' ? listOf(spec.name, column) : scalarOf(spec.name, spec.type, column);
  }
  return { rows, ...decoded } as PartColumns;
}

function scalarToColumn(rows: number, type: DataType, values: NumberArray): Column<unknown> {
  const Batch = batchType(type, {});
  return new Column([new Batch({ length: rows, nullCount: 0, type, validity: noNulls, values })], type);
}

function listToColumn(rows: number, { offsets, values }: ListColumn): Column<unknown> {
  const item = uint16();
  const Item = batchType(item, {});
  const Lists = batchType(listType, {});
  const child = new Item({ length: values.length, nullCount: 0, type: item, validity: noNulls, values });
  return new Column(
    [
      new Lists({
        length: rows,
        nullCount: 0,
        type: listType,
        validity: noNulls,
        offsets,
        children: [child],
      }),
    ],
    listType,
  );
}

function scalarOf(name: string, type: ScalarType, column: Column<unknown>): NumberArray {
  const Expected = arrayTypes[type];
  const values = column.length === 0 ? new Expected(0) : column.toArray();
  if (values instanceof Expected && values.length === column.length) return values;
  throw new PartError(`Column "${name}" is not ${type} or is cut off.`);
}

function listOf(name: string, column: Column<unknown>): ListColumn {
  const chunks = column.data.map((batch) => {
    const offsets = batch.offsets;
    const values = batch.children?.[0]?.values;
    if (!(offsets instanceof Int32Array) || !(values instanceof Uint16Array)) {
      throw new PartError(`Column "${name}" is not a list of u16.`);
    }
    if (offsets.length < batch.length + 1) throw new PartError(`Column "${name}" is cut off.`);
    return { offsets: offsets.subarray(0, batch.length + 1), values };
  });
  const joined = joinLists(name, chunks);
  if (joined.offsets.length !== column.length + 1)
    throw new PartError(`Column "${name}" has another length.`);
  return joined;
}

function joinLists(name: string, chunks: readonly ListColumn[]): ListColumn {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.offsets.length - 1, 0);
  const offsets = new Int32Array(rows + 1);
  const parts: Uint16Array[] = [];
  let row = 0;
  let total = 0;
  for (const chunk of chunks) {
    const first = chunk.offsets[0] ?? 0;
    for (let i = 1; i < chunk.offsets.length; i++) {
      const size = chunk.offsets[i]! - chunk.offsets[i - 1]!;
      if (size < 0 || chunk.offsets[i]! > chunk.values.length) {
        throw new PartError(`Column "${name}" has offsets outside its values.`);
      }
      offsets[row + 1] = offsets[row]! + size;
      row++;
    }
    const used = chunk.values.subarray(first, chunk.offsets.at(-1) ?? first);
    parts.push(used);
    total += used.length;
  }
  const values = new Uint16Array(total);
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return { offsets, values };
}
