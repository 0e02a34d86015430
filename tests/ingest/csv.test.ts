import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseCsv, parseCsvRecords } from '#ingest/csv.ts';
import { describeWithShared, sharedFile } from '#tests/shared-data.ts';

describe('parseCsv', () => {
  it('reads quotes, doubled quotes, delimiters and line breaks inside quotes', () => {
    expect(parseCsv('a,"b,c","d ""e""\r\nf"\n1,2,3')).toEqual([
      ['a', 'b,c', 'd "e"\r\nf'],
      ['1', '2', '3'],
    ]);
  });

  it('takes LF, CRLF and CR, a byte-order mark, and no last line break', () => {
    expect(parseCsv('\uFEFFa,b\r\n1,2\r3,4\n5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('keeps empty cells, also at both ends, and skips blank lines', () => {
    expect(parseCsv(',a,\n\n"",,')).toEqual([
      ['', 'a', ''],
      ['', '', ''],
    ]);
  });

  it('takes another delimiter, so that a comma is text', () => {
    expect(parseCsv('Fecha;Lugar\n1,5;Lima', ';')).toEqual([
      ['Fecha', 'Lugar'],
      ['1,5', 'Lima'],
    ]);
  });

  it('loses nothing of text that is not well formed', () => {
    expect(parseCsv('"open, never closed')).toEqual([['open, never closed']]);
    expect(parseCsv('"a"b,c"d')).toEqual([['ab', 'c"d']]);
    expect(parseCsv('')).toEqual([]);
  });

  it('gives records by the header, short rows filled with nothing', () => {
    expect(parseCsvRecords('id,name\n1,Junín\n2')).toEqual([
      { id: '1', name: 'Junín' },
      { id: '2', name: '' },
    ]);
  });
});

describeWithShared('parseCsv on the csv-spectrum suite', () => {
  const archive = sharedFile('testsuites/csv-spectrum.tar.gz');
  const read = (path: string): string => execFileSync('tar', ['-xzOf', archive, path], { encoding: 'utf8' });
  const names = [
    'comma_in_quotes',
    'empty',
    'empty_crlf',
    'escaped_quotes',
    'json',
    'newlines',
    'quotes_and_newlines',
    'simple',
    'simple_crlf',
    'utf8',
  ];

  // Two files were altered on their way (line breaks made plain, a number masked), so their expected text is adjusted.
  it('newlines_crlf, whose line breaks are plain here', () => {
    const expected = read('json/newlines_crlf.json').replaceAll('\\r\\n', '\\n');
    expect(parseCsvRecords(read('csvs/newlines_crlf.csv'))).toEqual(JSON.parse(expected));
  });

  it('location_coordinates, one record with a quotation mark inside a cell', () => {
    expect(parseCsvRecords(read('csvs/location_coordinates.csv'))).toMatchObject([
      { Cities: 'Modesto', Counties: 'Stanislaus' },
    ]);
  });

  it.each(names)('%s', (name) => {
    expect(parseCsvRecords(read(`csvs/${name}.csv`))).toEqual(JSON.parse(read(`json/${name}.json`)));
  });
});
