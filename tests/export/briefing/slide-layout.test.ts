import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from '#export/briefing/slide-layout.ts';
import { textWidth } from '#figures/text-width.ts';

const cell = fc.string({ maxLength: 40 });
const rows = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  );

describe('widths of columns', () => {
  it('fill the width, none of them negative', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 100, max: 1000 }), (table, width) => {
        const widths = columnWidths(table, width, 11);
        expect(widths).toHaveLength(table[0]!.length);
        expect(widths.every((one) => one >= 0)).toBe(true);
        expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 3);
      }),
    );
  });

  it('keep words whole beside a long text', () => {
    const table = [
      ['Date', 'Event', 'Kind', 'Country'],
      ['24 Apr 1992', 'A long sentence about what happened there. '.repeat(12), 'Forced landing', 'Peru'],
    ];
    const [, , kind = 0, country = 0] = columnWidths(table, 450, 9);
    expect(kind).toBeGreaterThan(textWidth('landing', 9));
    expect(country).toBeGreaterThan(textWidth('Country', 9, 'bold'));
  });
});
