/** Bytes of the buffers behind all typed arrays that a value holds, each buffer once and whole. */
export function bufferBytes(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return bufferBytes(value.buffer, seen);
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return value.byteLength;
  const held = value instanceof Map ? [...value.keys(), ...value.values()] : Object.values(value);
  return held.reduce((sum: number, part: unknown) => sum + bufferBytes(part, seen), 0);
}
