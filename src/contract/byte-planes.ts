/**
 * Whole numbers from 0 to 2^53 - 1 as planes: the lowest byte of every number, then the next byte of every number, as many
 * planes as the largest needs. Bytes of one plane are alike, which compressors like.
 */
export function toPlanes(values: ArrayLike<number>): Uint8Array {
  const { length } = values;
  let largest = 0;
  for (let i = 0; i < length; i++) if (values[i]! > largest) largest = values[i]!;
  let planes = 1;
  for (let rest = largest; rest >= 256; rest = Math.floor(rest / 256)) planes++;
  const bytes = new Uint8Array(planes * length);
  for (let plane = 0, scale = 1; plane < planes; plane++, scale *= 256) {
    const base = plane * length;
    for (let i = 0; i < length; i++) bytes[base + i] = Math.floor(values[i]! / scale) % 256;
  }
  return bytes;
}

/** Reads `length` numbers. Throws RangeError when the bytes are not whole planes of that length. */
export function fromPlanes(bytes: Uint8Array, length: number): Uint32Array | Float64Array {
  if (length === 0 ? bytes.length > 0 : bytes.length % length > 0 || bytes.length < length)
    throw new RangeError(`${bytes.length} bytes do not hold ${length} numbers.`);
  const planes = length === 0 ? 0 : bytes.length / length;
  if (planes > 6) throw new RangeError('a number is too large.');
  const values = planes > 4 ? new Float64Array(length) : new Uint32Array(length);
  for (let plane = 0, scale = 1; plane < planes; plane++, scale *= 256) {
    const base = plane * length;
    for (let i = 0; i < length; i++) values[i]! += bytes[base + i]! * scale;
  }
  return values;
}

/** A number of either sign as one from 0, small ones small. */
export const unsigned = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

/** The number that `unsigned` was given. */
export const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
