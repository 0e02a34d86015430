import { datePrecisionCodes, noDay, notReported } from '#contract/columns.ts';
import type { ListColumn } from '#contract/part-columns.ts';
import { activeDimensions, type DimensionKey, type EventFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { gramsOf } from '#core/measure.ts';
import { inArea, inBbox, isPlaced, type PlacePrecision } from '#core/place.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import { inWindow, type WindowMembership } from '#core/time.ts';
import type { BenchColumns } from './columns.ts';
import { hasWord } from './made-words.ts';

type RowTest = (row: number) => boolean;
type Rule = (data: BenchColumns, filter: EventFilter) => RowTest;

export const figureNames = { kg: 'grams', usd: 'usd', people: 'people' } as const;

/** How each dimension but time narrows, as core states it, read from the columns of a part: nothing of the engine's is used. */
const rules: { readonly [K in Exclude<DimensionKey, 'time'>]: Rule } = {
  country: ({ part, dictionaries }, { countries }) => oneOf(part.country, dictionaries.country, countries),
  adm1: ({ part, dictionaries }, { adm1 }) => oneOf(part.adm1, dictionaries.adm1, adm1),
  source: ({ part, dictionaries }, { sources }) => oneOf(part.source, dictionaries.source, sources),
  group: ({ part, dictionaries }, { groups }) => anyOf(part.groups, dictionaries.group, groups),
  substance: ({ part, dictionaries }, { substances }) =>
    anyOf(part.substances, dictionaries.substance, substances),
  type: ({ part }, { types }) => {
    const kinds = new Set(types.flatMap((type) => kindsOfType(type)).map(codeOfKind));
    return (row) => kinds.has(part.kind[row]!);
  },
  precision:
    ({ part }, { precisions }) =>
    (row) =>
      precisions.includes(part.placePrecision[row]! as PlacePrecision),
  datePrecision:
    ({ part }, { datePrecisions }) =>
    (row) =>
      datePrecisions.includes(datePrecisionCodes[part.datePrecision[row]!]!),
  text:
    ({ part }, { text }) =>
    (row) =>
      hasWord(part.n[row]!, text),
  map: onMap,
  quantity: ({ part }, filter) => {
    const { measure, min, max } = filter.quantity!;
    const whole = (figure: number): number => (measure === 'kg' ? gramsOf(figure) : Math.round(figure));
    const figures = part[figureNames[measure]];
    return (row) =>
      figures[row] !== notReported &&
      (min === null || figures[row]! >= whole(min)) &&
      (max === null || figures[row]! <= whole(max));
  },
};

function oneOf(codes: Uint16Array, keys: readonly string[], chosen: readonly string[]): RowTest {
  const wanted = new Set(chosen.map((key) => keys.indexOf(key)));
  return (row) => wanted.has(codes[row]!);
}

function anyOf({ offsets, values }: ListColumn, keys: readonly string[], chosen: readonly string[]): RowTest {
  const wanted = new Set(chosen.map((key) => keys.indexOf(key)));
  return (row) => {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) if (wanted.has(values[i]!)) return true;
    return false;
  };
}

/** Whether a row counts in cells and on-map filters. */
export const isOnMap = ({ part }: BenchColumns, row: number): boolean =>
  isPlaced(part.placePrecision[row]!) && !Number.isNaN(part.lat[row]!);

function onMap(data: BenchColumns, { bbox, area, cell }: EventFilter): RowTest {
  const { lat, lon } = data.part;
  const inCell = (row: number): boolean => {
    const own = cellAt(lon[row]!, lat[row]!, cell!.zoom);
    return own.q === cell!.q && own.r === cell!.r;
  };
  return (row) =>
    isOnMap(data, row) &&
    (!bbox || inBbox(lat[row]!, lon[row]!, bbox)) &&
    (!area || inArea(lat[row]!, lon[row]!, area)) &&
    (!cell || inCell(row));
}

/** Whether a row passes every dimension but time and those left out. */
export function rowTest(
  data: BenchColumns,
  filter: EventFilter,
  without: readonly DimensionKey[] = [],
): RowTest {
  const tests = activeDimensions(filter).flatMap((key) =>
    key === 'time' || without.includes(key) ? [] : [rules[key](data, filter)],
  );
  return (row) => tests.every((passes) => passes(row));
}

/** How a row stands to the filter's window. */
export function windowTest(
  { part }: BenchColumns,
  { from, to }: EventFilter,
): (row: number) => WindowMembership {
  const day = (days: Int32Array, row: number): number | null => (days[row] === noDay ? null : days[row]!);
  return (row) =>
    inWindow(
      {
        from: day(part.from, row),
        to: day(part.to, row),
        precision: datePrecisionCodes[part.datePrecision[row]!]!,
      },
      from,
      to,
    );
}
