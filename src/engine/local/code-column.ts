/** Whole numbers, one a row, as narrow as the largest of them allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of codes that starts with one byte a row and widens when a larger code comes. */
export class CodeDraft {
  codes: Codes;
  private limit = 0xff;

  constructor(capacity: number) {
    this.codes = new Uint8Array(capacity);
  }

  set(row: number, code: number): void {
    if (code > this.limit) this.widen(code);
    this.codes[row] = code;
  }

  private widen(code: number): void {
    this.limit = code > 0xffff ? 0xffffffff : 0xffff;
    this.codes = code > 0xffff ? Uint32Array.from(this.codes) : Uint16Array.from(this.codes);
  }
}
