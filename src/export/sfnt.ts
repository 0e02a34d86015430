import { unzlibSync } from 'fflate';

const WOFF = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface FontTable {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Uint8Array;
}

const padded = (length: number): number => (length + 3) & ~3;

/** The TrueType file inside a WOFF 1.0 file: each table is zlib-packed there. Throws for anything else. */
export function sfntOf(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < WOFF_HEADER || view.getUint32(0) !== WOFF) throw new Error('Not a WOFF file.');
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, index): FontTable => {
    const at = WOFF_HEADER + index * WOFF_ENTRY;
    const offset = view.getUint32(at + 4);
    const packed = woff.subarray(offset, offset + view.getUint32(at + 8));
    const length = view.getUint32(at + 12);
    const data = packed.length < length ? unzlibSync(packed) : packed;
    if (data.length !== length) throw new Error('A table of the WOFF file is broken.');
    return { tag: view.getUint32(at), checksum: view.getUint32(at + 16), data };
  });
  return assembled(view.getUint32(4), tables);
}

/** An sfnt file: directory, then the tables at multiples of four bytes. */
function assembled(flavor: number, tables: readonly FontTable[]): Uint8Array {
  const start = SFNT_HEADER + tables.length * SFNT_ENTRY;
  const bytes = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), start));
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, flavor);
  view.setUint16(4, tables.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 2 ** power * 16);
  let at = start;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    view.setUint32(entry, tag);
    view.setUint32(entry + 4, checksum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    bytes.set(data, at);
    at += padded(data.length);
  }
  return bytes;
}
