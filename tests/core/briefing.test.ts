import { describe, expect, it } from 'vitest';
import {
  type Briefing,
  changeItem,
  differences,
  insertItem,
  moveItem,
  newItem,
  removeItem,
} from '#core/briefing.ts';

const briefing: Briefing = {
  id: 'b',
  title: '',
  audience: '',
  lang: 'en',
  items: ['a', 'b', 'c'].map((id) => newItem(id, { kind: 'note' })),
};
const order = (changed: Briefing) => changed.items.map((item) => item.id).join('');

describe('items of a briefing', () => {
  it.each([
    ['a', 1, 'bac'],
    ['c', -2, 'cab'],
    ['a', -1, 'abc'],
    ['a', 9, 'bca'],
    ['none', 1, 'abc'],
  ])('%s moved by %i', (id, by, expected) => {
    expect(order(moveItem(briefing, id, by))).toBe(expected);
  });

  it('are put in, changed and taken out without touching the rest', () => {
    const more = insertItem(briefing, newItem('d', { kind: 'event', event: 'e-1' }), 1);
    expect(order(more)).toBe('adbc');
    expect(more.items[1]).toMatchObject({ kind: 'event', event: 'e-1', pinned: null });
    expect(order(removeItem(more, 'd'))).toBe('abc');
    const named = changeItem(briefing, 'b', (item) => ({ ...item, message: 'New' }));
    expect(named.items.map((item) => item.message)).toEqual(['', 'New', '']);
    expect(order(briefing)).toBe('abc');
  });
});

describe('differences', () => {
  const state = (id: string, period: string, dataVersion: string) => ({ id, period, dataVersion });

  it('are none while all known ones agree', () => {
    expect(differences([state('a', '2014', 'v1'), state('b', '', ''), state('c', '2014', 'v1')])).toEqual({
      periods: [],
      dataVersions: [],
    });
  });

  it('name the periods and the versions', () => {
    expect(
      differences([state('a', '2014', 'v1'), state('b', '2015', 'v2'), state('c', '2014', 'v1')]),
    ).toEqual({
      periods: ['2014', '2015'],
      dataVersions: ['v1', 'v2'],
    });
  });
});
