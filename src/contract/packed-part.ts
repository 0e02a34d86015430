import { fromPlanes, signed, toPlanes, unsigned } from './byte-planes.ts';
import { noDay, notReported, type PackedName } from './columns.ts';
import { type PlaceFields, packPlaces, unpackPlaces } from './packed-places.ts';
import { blankColumns, type ListColumn, type PartColumns, quantityColumnNames } from './part-columns.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** The streams of a part by name. */
export type PackedPart = Readonly<Record<PackedName, Uint8Array>>;

/** Columns as the streams that a part carries (contract/columns.ts says how each is packed). */
export function packColumns(columns: PartColumns): PackedPart {
  const { rows, n, from, to } = columns;
  const packed: Partial<Record<PackedName, Uint8Array>> = {
    rows: wholes([rows]),
    n: wholes(Array.from(n, (value, row) => unsigned(value - (row === 0 ? 0 : n[row - 1]!) - 1))),
    from: wholes(packFirstDays(from)),
    to: toPlanes(Array.from(to, (day, row) => (day === noDay ? 0 : unsigned(day - baseDay(from[row]!)) + 1))),
    datePrecision: columns.datePrecision,
    kind: columns.kind,
    source: toPlanes(columns.source),
    ...packPlaces(columns),
  };
  for (const name of ['groups', 'substances'] as const) {
    const { codes, table } = packLists(columns[name], rows);
    packed[name] = codes;
    packed[`${name}Table`] = table;
  }
  return { ...packed, ...packQuantities(columns) } as PackedPart;
}

/** The columns that streams hold. Throws RangeError where a stream is cut off, too long, or points outside its table. */
export function unpackColumns(packed: PackedPart): PartColumns {
  const rows = oneWhole(packed.rows);
  if (packed.kind.length !== rows || packed.datePrecision.length !== rows)
    throw new RangeError(`${packed.kind.length} kinds do not fit ${rows} rows.`);
  const columns = blankColumns(
    rows,
    unpackLists(packed.groups, packed.groupsTable, rows),
    unpackLists(packed.substances, packed.substancesTable, rows),
  );
  const steps = readWholes(packed.n, rows);
  for (let row = 0, before = 0; row < rows; row++) columns.n[row] = before += signed(steps[row]!) + 1;
  unpackFirstDays(readWholes(packed.from, rows), columns.from);
  const to = fromPlanes(packed.to, rows);
  for (let row = 0; row < rows; row++) {
    const value = to[row]!;
    if (value > 0) columns.to[row] = baseDay(columns.from[row]!) + signed(value - 1);
  }
  columns.datePrecision.set(packed.datePrecision);
  columns.kind.set(packed.kind);
  columns.source.set(fromPlanes(packed.source, rows));
  unpackPlaces(packed, columns satisfies PlaceFields);
  unpackQuantities(packed, columns);
  return columns;
}

const baseDay = (from: number): number => (from === noDay ? 0 : from);

/** 0 = undated, else one more than the steps since the last dated row. */
function packFirstDays(from: Int32Array): number[] {
  let before = 0;
  return Array.from(from, (day) => {
    if (day === noDay) return 0;
    const step = day - before;
    before = day;
    return unsigned(step) + 1;
  });
}

function unpackFirstDays(steps: Float64Array, from: Int32Array): void {
  let before = 0;
  for (let row = 0; row < from.length; row++) {
    const step = steps[row]!;
    if (step === 0) continue;
    before += signed(step - 1);
    from[row] = before;
  }
}

/** Each list a code of a table of the lists there are, the most frequent first. */
function packLists({ offsets, values }: ListColumn, rows: number): { codes: Uint8Array; table: Uint8Array } {
  const known = new Map<string, { readonly list: Uint16Array; times: number; code: number }>();
  const own = Array.from({ length: rows }, (_, row) => {
    const list = values.subarray(offsets[row], offsets[row + 1]);
    const key = list.join();
    const entry = known.get(key) ?? { list, times: 0, code: 0 };
    entry.times++;
    known.set(key, entry);
    return entry;
  });
  const lists = [...known.values()].sort((a, b) => b.times - a.times);
  for (const [code, entry] of lists.entries()) entry.code = code;
  return {
    codes: toPlanes(own.map(({ code }) => code)),
    table: wholes(lists.flatMap(({ list }) => [list.length, ...list])),
  };
}

function unpackLists(codeBytes: Uint8Array, tableBytes: Uint8Array, rows: number): ListColumn {
  const reader = new ByteReader(tableBytes);
  const lists: Uint32Array[] = [];
  while (!reader.atEnd) lists.push(reader.fill(reader.room(reader.whole(), Uint32Array)));
  const codes = fromPlanes(codeBytes, rows);
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const list = lists[codes[row]!];
    if (!list) throw new RangeError(`row ${row} names a list that is not there.`);
    offsets[row + 1] = offsets[row]! + list.length;
  }
  const values = new Uint16Array(offsets[rows]!);
  for (let row = 0; row < rows; row++) values.set(lists[codes[row]!]!, offsets[row]);
  return { offsets, values };
}

/** Which figures a row reports is a code of a table of such sets; the figures of each column follow without gaps. */
function packQuantities(columns: PartColumns): Partial<Record<PackedName, Uint8Array>> {
  const sets = new Uint16Array(columns.rows);
  const packed: Partial<Record<PackedName, Uint8Array>> = {};
  for (const [bit, name] of quantityColumnNames.entries()) {
    const figures: number[] = [];
    const zeros: number[] = [];
    for (const [row, figure] of columns[name].entries()) {
      if (figure === notReported) continue;
      sets[row]! |= 1 << bit;
      const power = decimalZeros(figure);
      figures.push(figure / 10 ** power);
      zeros.push(power);
    }
    packed[name] = toPlanes(figures);
    packed[`${name}Zeros`] = toPlanes(zeros);
  }
  const times = new Map<number, number>();
  for (const set of sets) times.set(set, (times.get(set) ?? 0) + 1);
  const table = [...times].sort((a, b) => b[1] - a[1]).map(([set]) => set);
  const codes = new Map(table.map((set, code) => [set, code]));
  packed.reported = toPlanes(Array.from(sets, (set) => codes.get(set)!));
  packed.reportedTable = wholes(table);
  return packed;
}

function unpackQuantities(packed: PackedPart, columns: PartColumns): void {
  const { rows } = columns;
  const codes = fromPlanes(packed.reported, rows);
  const table = readAll(packed.reportedTable);
  for (const [bit, name] of quantityColumnNames.entries()) {
    const column = columns[name];
    const reports = table.map((set) => (set >> bit) & 1);
    const wanted: number[] = [];
    for (let row = 0; row < rows; row++) {
      const reported = reports[codes[row]!];
      if (reported === undefined)
        throw new RangeError(`row ${row} names a set of figures that is not there.`);
      if (reported === 1) wanted.push(row);
    }
    const figures = fromPlanes(packed[name], wanted.length);
    const zeros = fromPlanes(packed[`${name}Zeros`], wanted.length);
    for (let i = 0; i < wanted.length; i++) column[wanted[i]!] = figures[i]! * 10 ** zeros[i]!;
  }
}

function decimalZeros(figure: number): number {
  let power = 0;
  for (let rest = figure; rest !== 0 && rest % 10 === 0; rest /= 10) power++;
  return power;
}

function wholes(values: readonly number[]): Uint8Array {
  const out = new ByteWriter();
  for (const value of values) out.whole(value);
  return out.bytes();
}

function readAll(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const values: number[] = [];
  while (!reader.atEnd) values.push(reader.whole());
  return values;
}

function readWholes(bytes: Uint8Array, length: number): Float64Array {
  const reader = new ByteReader(bytes);
  const values = reader.fill(reader.room(length, Float64Array));
  if (!reader.atEnd) throw new RangeError('more numbers follow than there are rows.');
  return values;
}

function oneWhole(bytes: Uint8Array): number {
  const [value, ...rest] = readAll(bytes);
  if (value === undefined || rest.length > 0) throw new RangeError('the number of rows is not one number.');
  return value;
}
