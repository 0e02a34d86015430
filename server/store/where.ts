import { type DimensionKey, dimensionKeys, type EventFilter } from '#core/filter.ts';
import { cellCorners } from '#core/geo/hexagon.ts';
import { gramsOf, type QuantityMeasure } from '#core/measure.ts';
import { placePrecisions } from '#core/place.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import type { CivilDay } from '#core/time.ts';
import { wantedWords } from '#ingest/search-words.ts';
import type { Sql } from './sqlite/database.ts';
import { matchText } from './sqlite/match-text.ts';

/** The condition of each dimension over `event e`, or null where the filter does not narrow by it. Values are always bound. */
const conditions: Readonly<Record<DimensionKey, (filter: EventFilter) => Sql | null>> = {
  country: (filter) => among('e.country', filter.countries),
  adm1: (filter) => among('e.adm1', filter.adm1),
  type: (filter) => {
    if (filter.types.length === 0) return null;
    return among('e.kind', [...new Set(filter.types.flatMap(kindsOfType).map(codeOfKind))], true);
  },
  time: (filter) => inWindowSql(filter.from, filter.to),
  group: (filter) => listed('event_group', 'group_id', filter.groups),
  substance: (filter) => listed('event_substance', 'substance', filter.substances),
  source: (filter) => among('e.source', filter.sources),
  precision: (filter) => among('e.place_precision', filter.precisions),
  datePrecision: (filter) => among('e.date_precision', filter.datePrecisions),
  text: (filter) => {
    if (filter.text === '') return null;
    const match = matchText(wantedWords(filter.text));
    if (match === null) return { text: '0', values: [] };
    return { text: 'e.n in (select rowid from event_text where event_text match ?)', values: [match] };
  },
  map: onMap,
  quantity: (filter) => reported(filter.quantity),
};

/** The rows that may be given out and match the filter, as a condition over `event e`. */
export function whereOf(filter: EventFilter): Sql {
  const parts = dimensionKeys
    .map((key) => conditions[key](filter))
    .filter((part): part is Sql => part !== null);
  return {
    text: ['e.shared = 1', ...parts.map((part) => `(${part.text})`)].join(' and '),
    values: parts.flatMap((part) => part.values),
  };
}

/** `column in (…)`; an empty list is no condition, unless `strict`, where it lets nothing through. */
export function among(column: string, values: readonly (string | number)[], strict = false): Sql | null {
  if (values.length === 0) return strict ? { text: '0', values: [] } : null;
  return { text: `${column} in (${values.map(() => '?').join(', ')})`, values };
}

/** core/time.ts inWindow as SQL over a row's from_day, to_day and date_precision. */
export function inWindowSql(from: CivilDay | null, to: CivilDay | null, table = 'e'): Sql | null {
  if (from === null && to === null) return null;
  const [first, last] = [from ?? -2147483648, to ?? 2147483647];
  return {
    text: `${table}.from_day <= ? and ${table}.to_day >= ?
      and (${table}.date_precision = 'day' or (${table}.from_day >= ? and ${table}.to_day <= ?))`,
    values: [last, first, first, last],
  };
}

function listed(table: string, column: string, values: readonly string[]): Sql | null {
  const inner = among(column, values);
  return inner && { text: `e.n in (select n from ${table} where ${inner.text})`, values: inner.values };
}

const placedLevels = placePrecisions.filter((entry) => entry.placed).map((entry) => entry.level);

function onMap({ bbox, area, cell }: EventFilter): Sql | null {
  if (!bbox && !area && !cell) return null;
  const texts = [`e.place_precision in (${placedLevels.join(', ')})`, 'e.lat is not null'];
  const values: (string | number)[] = [];
  if (bbox) {
    const [west, south, east, north] = bbox;
    texts.push(
      'e.lat between ? and ?',
      west <= east ? 'e.lon between ? and ?' : '(e.lon >= ? or e.lon <= ?)',
    );
    values.push(south, north, west, east);
  }
  if (area) {
    const latitudes = area.map((corner) => corner.lat);
    texts.push('e.lat between ? and ?', 'in_area(e.lat, e.lon, ?)');
    values.push(Math.min(...latitudes), Math.max(...latitudes), JSON.stringify(area));
  }
  if (cell) {
    const latitudes = cellCorners(cell).map(([, lat]) => lat);
    texts.push('e.lat between ? and ?', 'in_cell(e.lat, e.lon, ?, ?, ?)');
    values.push(Math.min(...latitudes) - 0.01, Math.max(...latitudes) + 0.01, cell.zoom, cell.q, cell.r);
  }
  return { text: texts.join(' and '), values };
}

/** The column that holds a measure in whole grams, dollars or people. */
export const quantityColumns: Readonly<Record<QuantityMeasure, string>> = {
  kg: 'grams',
  usd: 'usd',
  people: 'people',
};

function reported(quantity: EventFilter['quantity']): Sql | null {
  if (!quantity) return null;
  const column = `e.${quantityColumns[quantity.measure]}`;
  const whole = quantity.measure === 'kg' ? gramsOf : Math.round;
  const texts = [`${column} is not null`];
  const values: number[] = [];
  if (quantity.min !== null) {
    texts.push(`${column} >= ?`);
    values.push(whole(quantity.min));
  }
  if (quantity.max !== null) {
    texts.push(`${column} <= ?`);
    values.push(whole(quantity.max));
  }
  return { text: texts.join(' and '), values };
}
