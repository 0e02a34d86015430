const high = 0x80;

/** Collects whole numbers as bytes, seven bits each, lowest first (LEB128). */
export class ByteWriter {
  private buffer = new Uint8Array(4096);
  private size = 0;

  /** A whole number from 0 to 2^53 - 1. */
  whole(value: number): void {
    if (this.size + 8 > this.buffer.length) this.grow(8);
    let rest = value;
    while (rest >= high) {
      this.buffer[this.size++] = (rest % high) + high;
      rest = Math.floor(rest / high);
    }
    this.buffer[this.size++] = rest;
  }

  /** A whole number of either sign, small ones short. */
  signed(value: number): void {
    this.whole(value < 0 ? -value * 2 - 1 : value * 2);
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.whole(encoded.length);
    this.raw(encoded);
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.buffer.length) this.grow(bytes.length);
    this.buffer.set(bytes, this.size);
    this.size += bytes.length;
  }

  /** Steps from one number to the next, of either sign. */
  steps(values: Int32Array | Uint32Array): void {
    let before = 0;
    for (const value of values) {
      this.signed(value - before);
      before = value;
    }
  }

  /** What was written so far. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.size);
  }

  private grow(least: number): void {
    const larger = new Uint8Array(this.buffer.length * 2 + least);
    larger.set(this.buffer);
    this.buffer = larger;
  }
}

/** Reads what ByteWriter wrote. Every method throws RangeError where the bytes end too soon or make no sense. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; ; scale *= high) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('the bytes end too soon.');
      value += (byte % high) * scale;
      if (byte < high) return value;
      if (scale > 2 ** 46) throw new RangeError('a number is too large.');
    }
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.whole()));
  }

  /** As many bytes as they are; a view of what is read. */
  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('bytes are cut off.');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** As many numbers as `ByteWriter.steps` wrote. */
  steps(length: number): Int32Array<ArrayBuffer> {
    const values = this.room(length, Int32Array);
    let value = 0;
    for (let i = 0; i < length; i++) values[i] = value += this.signed();
    return values;
  }

  /** An array for `length` numbers, of which each needs a byte: a false length is refused before memory is taken. */
  room<A>(length: number, Type: new (length: number) => A): A {
    if (length > this.bytes.length - this.at) throw new RangeError('more numbers are promised than follow.');
    return new Type(length);
  }

  /** Fills an array with whole numbers. */
  fill<A extends Uint32Array | Float64Array>(values: A): A {
    for (let i = 0; i < values.length; i++) values[i] = this.whole();
    return values;
  }

  /** Fills an array with whole numbers of either sign. */
  fillSigned(values: Float64Array): Float64Array {
    for (let i = 0; i < values.length; i++) values[i] = this.signed();
    return values;
  }
}
