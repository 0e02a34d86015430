import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvCell, csvHeader, csvLine, csvTable, joinedCell, type RecordTable } from '#core/csv.ts';

describe('B61 B62 cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+51 1 555', "'+51 1 555"],
    ['-1250.5', "'-1250.5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    ['＝1', "'＝1"],
    ['－1', "'－1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['nul\0byte', 'nulbyte'],
    ['', ''],
  ])('text %j is written %j', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  it('leaves numbers numbers, and unknown empty', () => {
    expect(csvLine([-1250.5, -1e-7, 0, null, true, false, Number.NaN, Number.POSITIVE_INFINITY])).toBe(
      '-1250.5,-1e-7,0,,true,false,,\r\n',
    );
  });
});

describe('tables', () => {
  const table: RecordTable<readonly Cell[]> = {
    columns: [
      { name: 'one', cell: (row) => row[0] ?? null },
      { name: 'two', cell: (row) => row[1] ?? null },
    ],
  };

  it('have a header, CRLF line ends, and a byte-order mark only where asked', () => {
    expect(csvHeader(table)).toBe('one,two\r\n');
    expect(csvTable(table, [['a', 1]])).toBe('one,two\r\na,1\r\n');
    expect(csvTable(table, [], true)).toBe('\ufeffone,two\r\n');
  });

  it('come back from a reader as they went in, but for the apostrophe', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((value) => value.replaceAll('\0', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer()), { maxLength: 20 }), (rows) => {
        const read = parse(csvTable(table, rows), { columns: true }) as { one: string; two: string }[];
        expect(read).toHaveLength(rows.length);
        for (const [index, row] of rows.entries()) {
          expect(read[index]?.one.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')).toBe(row[0]);
          expect(Number(read[index]?.two)).toBe(row[1]);
        }
      }),
      { seed: 3 },
    );
  });

  it('join several values in one cell', () => {
    expect(joinedCell([])).toBeNull();
    expect(joinedCell(['a', 'b'])).toBe('a; b');
  });
});
