import { describe, expect, it } from 'vitest';
import { dimensionKeys, type EventFilter, emptyFilter } from '#core/filter.ts';
import {
  filterPhrases,
  filterSentence,
  periodWords,
  placeWords,
  subjectWords,
  titleSentence,
  type Wording,
} from '#core/sentence.ts';
import { dayOf } from '#core/time.ts';

/** A language that shows its bones: each sentence is its key with its holes. */
const bones: Wording = {
  say: (key, holes = {}) => {
    const inside = Object.entries(holes).map(([name, value]) => `${name}=${value}`);
    return inside.length === 0 ? key : `${key}(${inside.join(', ')})`;
  },
  list: (items) => items.join('+'),
  number: (value) => String(value),
  day: (day) => `d${day}`,
  range: (from, to) => `d${from}..d${to}`,
  country: (iso2) => iso2.toLowerCase(),
  adm1: (id) => `adm1:${id}`,
  type: (type) => `type:${type}`,
  subject: (type) => type,
  capital: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  group: (id) => `group:${id}`,
  substance: (key) => `substance:${key}`,
  source: (id) => `source:${id}`,
  precision: (level) => `p${level}`,
  datePrecision: (precision) => precision,
};

const full: EventFilter = {
  ...emptyFilter,
  countries: ['PE', 'BO'],
  adm1: ['PE.AY'],
  types: ['seizure'],
  from: dayOf(2014, 1, 1),
  to: dayOf(2015, 12, 31),
  groups: ['sendero'],
  substances: ['cocaine'],
  sources: ['unodc'],
  precisions: [1, 2],
  datePrecisions: ['month'],
  text: 'no-fly zone',
  bbox: [-82, -19, -68, 0],
  quantity: { measure: 'kg', min: 100, max: 500 },
};

describe('a filter in words', () => {
  it('says that nothing narrows', () => {
    expect(filterSentence(emptyFilter, bones)).toBe('none');
    expect(filterPhrases(emptyFilter, bones)).toEqual([]);
  });

  it('has a phrase for every dimension, in the order of the table', () => {
    const phrases = filterPhrases(full, bones);
    expect(phrases.map(({ dimension }) => dimension)).toEqual([...dimensionKeys]);
    expect(phrases.every(({ text }) => text !== '')).toBe(true);
    expect(phrases.find(({ dimension }) => dimension === 'map')?.text).toBe(
      'box(west=west(degrees=82), east=west(degrees=68), south=south(degrees=19), north=north(degrees=0))',
    );
    expect(phrases.find(({ dimension }) => dimension === 'quantity')?.text).toBe(
      'between.kg(min=100, max=500)',
    );
  });

  it('spells out six names and counts the rest', () => {
    const countries = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'PE'];
    expect(filterSentence({ ...emptyFilter, countries }, bones)).toBe(
      'andMore(names=ar, bo, br, cl, co, n=2)',
    );
    expect(filterSentence({ ...emptyFilter, countries: countries.slice(1) }, bones)).toBe(
      'bo+br+cl+co+ec+pe',
    );
  });

  it.each([
    [{ min: 100, max: null }, 'atLeast.kg(min=100)'],
    [{ min: null, max: 5 }, 'atMost.kg(max=5)'],
    [{ min: null, max: null }, 'reported.kg'],
  ])('words a quantity of %o', (range, expected) => {
    expect(filterSentence({ ...emptyFilter, quantity: { measure: 'kg', ...range } }, bones)).toBe(expected);
  });

  it('names an opened cell without degrees', () => {
    expect(filterSentence({ ...emptyFilter, cell: { zoom: 6, q: 1, r: 2 } }, bones)).toBe('cell');
  });

  it('prefers a drawn area to the box around it', () => {
    const area = [
      { lat: 0, lon: 0 },
      { lat: 1, lon: 0 },
      { lat: 0, lon: 1 },
    ];
    expect(filterSentence({ ...emptyFilter, bbox: [0, 0, 1, 1], area }, bones)).toContain('area(n=3)');
  });
});

describe('periods and titles', () => {
  it('words closed, half-open and open periods', () => {
    expect(periodWords({ from: 1, to: 5 }, bones)).toBe('d1..d5');
    expect(periodWords({ from: 1, to: null }, bones)).toBe('fromDay(day=d1)');
    expect(periodWords({ from: null, to: 5 }, bones)).toBe('untilDay(day=d5)');
    expect(periodWords({ from: null, to: null }, bones)).toBe('allDates');
  });

  it('names what, where and when, and leaves the place out where there is none', () => {
    expect(titleSentence({ ...emptyFilter, types: ['seizure'], countries: ['PE'] }, bones)).toBe(
      'title(what=Seizure, when=allDates, where=pe)',
    );
    expect(titleSentence(emptyFilter, bones)).toBe('titleNoPlace(what=everything, when=allDates)');
    expect(placeWords(emptyFilter, bones)).toBe('everywhere');
    expect(subjectWords({ ...emptyFilter, substances: ['cocaine'] }, bones)).toBe('Substance:cocaine');
    expect(placeWords({ ...emptyFilter, adm1: ['PE.AY'], countries: ['PE'] }, bones)).toBe('adm1:PE.AY');
  });
});
