import { describe, expect, it } from 'vitest';
import { csvTable } from '#core/csv.ts';
import { articleTable, groupTable, observationTable } from '#core/record-tables.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();

describe('record tables', () => {
  it.each([
    ['articles', articleTable.columns.map((column) => column.name)],
    ['groups', groupTable.columns.map((column) => column.name)],
    ['observations', observationTable.columns.map((column) => column.name)],
  ])('%s have each column once, a source among them', (_name, names) => {
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('source');
  });

  it('write one line a record', () => {
    expect(csvTable(articleTable, world.articles).split('\r\n')).toHaveLength(world.articles.length + 2);
    expect(csvTable(groupTable, world.groups).split('\r\n')).toHaveLength(world.groups.length + 2);
  });

  it('leave a value empty where the source published none, and fall back to the data set for its address', () => {
    const indicator = world.indicators[0]!;
    const value = { ...indicator.values[0]!, value: null, url: null, publisher: null };
    const source = { publisher: 'UNODC', url: 'https://example.org', licence: 'terms' };
    const row = Object.fromEntries(
      observationTable.columns.map((column) => [column.name, column.cell({ indicator, value, source })]),
    );
    expect(row).toMatchObject({ value: null, source_publisher: 'UNODC', source_url: 'https://example.org' });
  });
});
