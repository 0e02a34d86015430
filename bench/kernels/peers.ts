import { loadPeer } from '../peers/load-peer.ts';
import type { BenchColumns } from './columns.ts';
import { type Derived, derive } from './derived.ts';
import { type Contestant, type Move, monthCount, type Update } from './update.ts';

export const familyCount = 8;
export const topRows = 10;

interface PlainEvent {
  readonly day: number;
  readonly family: number;
  readonly country: number;
  readonly month: number;
  readonly cell: number;
  readonly grams: number;
}

/** The usual way: an array of objects, filtered anew for each panel. */
export async function plainArrays(data: BenchColumns): Promise<Contestant> {
  const derived = derive(data.part);
  const events = Array.from(
    { length: data.part.rows },
    (_, row): PlainEvent => ({
      day: derived.day[row]!,
      family: derived.family[row]!,
      country: derived.country[row]!,
      month: derived.month[row]!,
      cell: derived.cell[row]!,
      grams: derived.grams[row]!,
    }),
  );
  const countryCount = data.dictionaries.country.length;
  return {
    name: 'Array.filter over objects',
    update(move) {
      const inTime = ({ day }: PlainEvent): boolean => day >= move.from && day <= move.to;
      const inFamily = ({ family }: PlainEvent): boolean => move.families?.[family] ?? true;
      const inCountry = ({ country }: PlainEvent): boolean => move.countries?.[country] ?? true;
      const matching = events.filter((event) => inTime(event) && inFamily(event) && inCountry(event));
      const cells = new Uint32Array(derived.cellCount);
      for (const { cell } of matching) cells[cell]!++;
      const months = new Uint32Array(monthCount * familyCount);
      for (const event of events.filter((own) => inFamily(own) && inCountry(own))) {
        months[event.month * familyCount + event.family]!++;
      }
      const countries = new Uint32Array(countryCount);
      for (const { country } of events.filter((own) => inTime(own) && inFamily(own))) countries[country]!++;
      const top = matching
        .filter(({ grams }) => grams >= 0)
        .sort((a, b) => b.grams - a.grams)
        .slice(0, topRows)
        .map(({ grams }) => grams);
      return updateOf(matching.length, cells, months, countries, top);
    },
  };
}

interface CrossGroup<T = number> {
  all(): readonly { readonly key: number; readonly value: T }[];
  reduce<V>(
    add: (value: V, row: number) => V,
    remove: (value: V, row: number) => V,
    initial: () => V,
  ): CrossGroup<V>;
}
interface CrossDimension {
  filterRange(range: readonly [number, number]): void;
  filterFunction(test: (value: number) => boolean): void;
  filterAll(): void;
  group(key?: (value: number) => number): CrossGroup;
  top(count: number): readonly number[];
}
interface Crossfilter {
  dimension(value: (row: number) => number): CrossDimension;
  groupAll(): { value(): number };
}

/** crossfilter2: dimensions with incremental groups; a group never sees its own dimension's filter, as the product's panels do. */
export async function crossfilter2(data: BenchColumns): Promise<Contestant> {
  const name = 'crossfilter2';
  const { default: crossfilter } = await loadPeer<{ default: (rows: number[]) => Crossfilter }>(name);
  const derived = derive(data.part);
  const cross = crossfilter(Array.from({ length: data.part.rows }, (_, row) => row));
  const time = cross.dimension((row) => derived.day[row]!);
  const family = cross.dimension((row) => derived.family[row]!);
  const country = cross.dimension((row) => derived.country[row]!);
  const cells = cross.dimension((row) => derived.cell[row]!).group();
  const weight = cross.dimension((row) => derived.grams[row]!);
  const monthOf = monthsOfDays(derived);
  const months = time
    .group((day) => monthOf.get(day)!)
    .reduce(
      (counts: number[], row: number) => {
        counts[derived.family[row]!]!++;
        return counts;
      },
      (counts: number[], row: number) => {
        counts[derived.family[row]!]!--;
        return counts;
      },
      () => new Array<number>(familyCount).fill(0),
    );
  const countries = country.group();
  const all = cross.groupAll();
  const spread = (group: CrossGroup, size: number): Uint32Array => {
    const counts = new Uint32Array(size);
    for (const { key, value } of group.all()) counts[key] = value;
    return counts;
  };
  let last: Move | null = null;
  return {
    name,
    update(move) {
      time.filterRange([move.from, move.to + 1]);
      if (move.families !== last?.families) switchOn(family, move.families);
      if (move.countries !== last?.countries) switchOn(country, move.countries);
      last = move;
      const top = weight
        .top(topRows)
        .map((row) => derived.grams[row]!)
        .filter((grams) => grams >= 0);
      return updateOf(
        all.value(),
        spread(cells, derived.cellCount),
        monthsByFamily(months),
        spread(countries, data.dictionaries.country.length),
        top,
      );
    },
  };
}

function monthsByFamily(group: CrossGroup<number[]>): Uint32Array {
  const counts = new Uint32Array(monthCount * familyCount);
  for (const { key, value } of group.all()) counts.set(value, key * familyCount);
  return counts;
}

function switchOn(dimension: CrossDimension, on: readonly boolean[] | null): void {
  if (on) dimension.filterFunction((value) => on[value] === true);
  else dimension.filterAll();
}

function monthsOfDays({ day, month }: Derived): Map<number, number> {
  return new Map(Array.from(day, (own, row) => [own, month[row]!]));
}

interface ArqueroTable {
  params(values: object): ArqueroTable;
  filter(test: string): ArqueroTable;
  groupby(...names: string[]): ArqueroTable;
  count(): ArqueroTable;
  orderby(order: unknown): ArqueroTable;
  slice(first: number, end: number): ArqueroTable;
  numRows(): number;
  array(name: string): number[];
}
interface Arquero {
  table(columns: object): ArqueroTable;
  desc(name: string): unknown;
}

/** arquero: columnar verbs with compiled expressions. */
export async function arquero(data: BenchColumns): Promise<Contestant> {
  const name = 'arquero';
  const { table, desc } = await loadPeer<Arquero>(name);
  const { day, family, country, month, cell, grams, cellCount } = derive(data.part);
  const events = table({ day, family, country, month, cell, grams });
  const countryCount = data.dictionaries.country.length;
  return {
    name,
    update(move) {
      const bound = events.params({
        from: move.from,
        to: move.to,
        families: move.families ?? new Array(familyCount).fill(true),
        countries: move.countries ?? new Array(countryCount).fill(true),
      });
      const kinds = '$.families[d.family]';
      const lands = '$.countries[d.country]';
      const days = 'd.day >= $.from && d.day <= $.to';
      const matching = bound.filter(`(d, $) => ${days} && ${kinds} && ${lands}`);
      const counts = (
        rows: ArqueroTable,
        size: number,
        code: (at: number, keys: number[][]) => number,
        ...by: string[]
      ) => {
        const grouped = rows.groupby(...by).count();
        const keys = by.map((key) => Array.from(grouped.array(key)));
        const result = new Uint32Array(size);
        for (const [at, count] of Array.from(grouped.array('count')).entries())
          result[code(at, keys)] = count;
        return result;
      };
      const first = (at: number, keys: number[][]): number => keys[0]![at]!;
      const top = matching
        .filter('d => d.grams >= 0')
        .orderby(desc('grams'))
        .slice(0, topRows)
        .array('grams');
      return updateOf(
        matching.numRows(),
        counts(matching, cellCount, first, 'cell'),
        counts(
          bound.filter(`(d, $) => ${kinds} && ${lands}`),
          monthCount * familyCount,
          (at, keys) => keys[0]![at]! * familyCount + keys[1]![at]!,
          'month',
          'family',
        ),
        counts(bound.filter(`(d, $) => ${days} && ${kinds}`), countryCount, first, 'country'),
        Array.from(top),
      );
    },
  };
}

const sum = (values: Uint32Array): number => values.reduce((all, one) => all + one, 0);
const occupied = (values: Uint32Array): number => values.reduce((all, one) => all + Number(one > 0), 0);

export function updateOf(
  total: number,
  cells: Uint32Array,
  months: Uint32Array,
  countries: Uint32Array,
  top: readonly number[],
): Update {
  return {
    total,
    cells: occupied(cells),
    inCells: sum(cells),
    months: occupied(months),
    inMonths: sum(months),
    countries: Array.from(countries),
    top,
  };
}
