import { expect, it } from 'vitest';
import { fileName } from '#export/file-name.ts';

const parts = {
  subject: 'Peru seizures',
  from: '2014-01-01',
  to: '2015-12-31',
  dataVersion: '2026-11-23.3f9a1c04',
  tag: '16x9',
  extension: 'png',
};

it('says what, when, of which data and how large', () => {
  expect(fileName(parts)).toBe('peru-seizures_2014-01_2015-12_asof-2026-11-23_16x9.png');
});

it('keeps days that are not the ends of months', () => {
  expect(fileName({ ...parts, from: '2015-02-04', to: '2015-02-28' })).toContain('_2015-02-04_2015-02_');
  expect(fileName({ ...parts, from: null, to: null })).toBe('peru-seizures_asof-2026-11-23_16x9.png');
});

it.each([
  ['Perú · incautaciones “coca”', 'peru-incautaciones-coca'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON: nul?*', 'con-nul'],
  ['', 'figure'],
  ['地図', 'figure'],
])('makes a safe name of %s', (subject, expected) => {
  expect(fileName({ ...parts, subject }).split('_')[0]).toBe(expected);
});

it('shortens a long subject at a word', () => {
  const name = fileName({ ...parts, subject: 'seizures and shoot downs '.repeat(8) }).split('_')[0]!;
  expect(name.length).toBeLessThanOrEqual(60);
  expect(name.endsWith('-')).toBe(false);
});
