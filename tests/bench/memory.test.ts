import { describe, expect, it } from 'vitest';
import { bufferBytes } from '#bench/kernels/buffer-bytes.ts';
import { differences, type Scan } from '#bench/kernels/scan.ts';
import { bufferVerdict } from '#bench/memory-budget.ts';

describe('buffers', () => {
  it('are counted whole and once, wherever they are held', () => {
    const buffer = new ArrayBuffer(100);
    const shared = new Uint32Array(new SharedArrayBuffer(40));
    const held = {
      part: new Uint8Array(buffer, 0, 10),
      other: new Uint8Array(buffer, 10, 20),
      kept: new Map([['by name', { deep: [shared] }]]),
      again: shared,
      nothing: null,
    };
    expect(bufferBytes(held)).toBe(140);
    expect(bufferBytes([held, held])).toBe(140);
  });

  it('keep to 32 MB up to a million rows, and to 300 MB past it', () => {
    const isMet = (rows: number, bytes: number): boolean => bufferVerdict('columns', rows, bytes).met;
    expect([isMet(1_000_000, 32e6), isMet(1_000_000, 32.1e6)]).toEqual([true, false]);
    expect([isMet(10_000_000, 300e6), isMet(10_000_000, 301e6)]).toEqual([true, false]);
    expect(bufferVerdict('columns', 1_000_000, 27_571_012)).toMatchObject({
      what: 'buffers, columns, 1,000,000 events',
      measured: '27.6 MB',
    });
  });
});

describe('answers of the engine and of the plain loop', () => {
  const figures = { best: 1, low: 1, high: 1, unreported: 0 };
  const scan: Scan = {
    events: 3,
    tooVague: 0,
    elsewhere: 0,
    sums: { kg: figures, usd: figures, people: figures },
    byCountry: [1, 2],
    byCell: new Map([[7, 3]]),
    bySquare: new Map(),
    byArea: new Map([['A1 seizures', 2]]),
  };

  it('differ in nothing where they are the same', () => {
    expect(differences(scan, structuredClone(scan))).toEqual([]);
  });

  it('differ where a figure does, or where only one has it', () => {
    const other: Scan = {
      ...scan,
      sums: { ...scan.sums, usd: { ...figures, high: 2 } },
      byCountry: [1, 1],
      byCell: new Map([[8, 3]]),
    };
    expect(differences(scan, other)).toEqual([
      ' sums usd high: 1, not 2',
      ' byCountry 1: 2, not 1',
      ' byCell 7: 3, not undefined',
      ' byCell 8: undefined, not 3',
    ]);
  });
});
