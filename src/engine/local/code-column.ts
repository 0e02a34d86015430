import { newColumn } from './memory.ts';

/** Whole numbers, one a row, as narrow as the largest of them allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of codes that starts with one byte a row and widens when a larger code comes. */
export class CodeDraft {
  codes: Codes;
  private readonly shared: boolean;
  private limit = 0xff;

  constructor(capacity: number, shared: boolean) {
    this.shared = shared;
    this.codes = newColumn(Uint8Array, capacity, shared);
  }

  set(row: number, code: number): void {
    if (code > this.limit) this.widen(code);
    this.codes[row] = code;
  }

  private widen(code: number): void {
    this.limit = code > 0xffff ? 0xffffffff : 0xffff;
    const wider = newColumn<Codes>(code > 0xffff ? Uint32Array : Uint16Array, this.codes.length, this.shared);
    wider.set(this.codes);
    this.codes = wider;
  }
}
