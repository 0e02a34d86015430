import { datePrecisionCodes, notReported } from '#contract/columns.ts';
import {
  type DimensionKey,
  dimensionKeys,
  type EventFilter,
  emptyFilter,
  type FilterPart,
} from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { type QuantityMeasure, quantityMeasures } from '#core/measure.ts';
import { type Bbox, type LatLon, placePrecisions } from '#core/place.ts';
import { families, kinds } from '#core/taxonomy.ts';
import { binEnd, binStart, type CivilDay, dayOf } from '#core/time.ts';
import { type Random, seeded } from '../random.ts';
import type { BenchColumns } from './columns.ts';
import { madeWords } from './made-words.ts';
import { figureNames, isOnMap, rowTest, windowTest } from './row-rules.ts';

/** Events that a filter must let through and hold back at least, so that it is no trivial one. */
const fewest = 20;
const mostTries = 200;

type Draw = (random: Random, data: BenchColumns) => FilterPart;

/** The ways to narrow in each dimension. */
const ways: { readonly [K in DimensionKey]: readonly Draw[] } = {
  country: [(random, { dictionaries }) => ({ countries: some(random, dictionaries.country) })],
  adm1: [(random, { dictionaries }) => ({ adm1: some(random, dictionaries.adm1) })],
  type: [families, kinds].map(
    (types): Draw =>
      (random) => ({ types: some<{ readonly key: string }>(random, types).map(({ key }) => key) }),
  ),
  time: [
    drawWindow,
    (random) => {
      const { from, to } = drawWindow(random);
      return { from: binStart(from, 'month'), to: binEnd(to, 'month') };
    },
    (random) => ({ from: drawWindow(random).from }),
    (random) => ({ to: drawWindow(random).to }),
  ],
  group: [(random, { dictionaries }) => ({ groups: some(random, dictionaries.group) })],
  substance: [(random, { dictionaries }) => ({ substances: some(random, dictionaries.substance) })],
  source: [(random, { dictionaries }) => ({ sources: some(random, dictionaries.source) })],
  precision: [(random) => ({ precisions: some(random, placePrecisions).map(({ level }) => level) })],
  datePrecision: [(random) => ({ datePrecisions: some(random, datePrecisionCodes) })],
  text: [(random) => ({ text: random.pick(Object.keys(madeWords)) })],
  map: [
    (random, data) => ({ bbox: box(random, somewhere(random, data)) }),
    (random) => ({ bbox: box(random, { lat: below(random, -30, 20), lon: 180 }) }),
    (random, data) => ({ area: star(random, somewhere(random, data)) }),
    (random, data) => {
      const { lat, lon } = somewhere(random, data);
      return { cell: cellAt(lon, lat, 1 + random.below(3)) };
    },
  ],
  quantity: quantityMeasures.map(
    (measure): Draw =>
      (random, data) => ({ quantity: drawRange(random, data, measure) }),
  ),
};

const allWays = dimensionKeys.flatMap((key) => ways[key].map((draw) => ({ key, draw })));
/** So many filters take every way once. */
export const everyWay = allWays.length;

const below = (random: Random, least: number, most: number): number => least + random.below(most - least);
/** A longitude brought back to within 180°. */
const around = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);

/** Half of the items, and at least one. */
function some<T>(random: Random, items: readonly T[]): T[] {
  const sure = random.below(items.length);
  return items.filter((_, i) => random.next() < 0.5 || i === sure);
}

function somewhere(random: Random, data: BenchColumns): LatLon {
  for (;;) {
    const row = random.below(data.part.rows);
    if (isOnMap(data, row)) return { lat: data.part.lat[row]!, lon: data.part.lon[row]! };
  }
}

function box(random: Random, { lat, lon }: LatLon): Bbox {
  const south = Math.max(-90, lat - below(random, 2, 25));
  const north = Math.min(90, lat + below(random, 2, 25));
  return [around(lon - below(random, 4, 50)), south, around(lon + below(random, 4, 50)), north];
}

/** A drawn area with corners far and near, so that it is hollow in places. */
function star(random: Random, { lat, lon }: LatLon): LatLon[] {
  const corners = below(random, 4, 10);
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    const reach = below(random, 4, 28);
    return {
      lat: Math.max(-85, Math.min(85, lat + reach * Math.sin(turn))),
      lon: Math.max(-180, Math.min(180, lon + reach * Math.cos(turn))),
    };
  });
}

function drawWindow(random: Random): { readonly from: CivilDay; readonly to: CivilDay } {
  const from = dayOf(1992, 1, 1) + random.below(9000);
  return { from, to: from + 100 + random.below(6000) };
}

/** From the very figure of one event on, up to that of another, or between. */
function drawRange(
  random: Random,
  { part }: BenchColumns,
  measure: QuantityMeasure,
): NonNullable<EventFilter['quantity']> {
  const figures = part[figureNames[measure]];
  const figure = (): number => {
    for (;;) {
      const found = figures[random.below(part.rows)]!;
      if (found !== notReported) return measure === 'kg' ? found / 1000 : found;
    }
  };
  const [one, other] = [figure(), figure()];
  const open = random.below(4);
  return {
    measure,
    min: open === 0 ? null : Math.min(one, other),
    max: open === 1 ? null : Math.max(one, other),
  };
}

/** Whether enough events pass and enough do not. */
function isTelling(data: BenchColumns, filter: EventFilter): boolean {
  const passes = rowTest(data, filter);
  const membership = windowTest(data, filter);
  let [within, without] = [0, 0];
  for (let row = 0; row < data.part.rows && Math.min(within, without) < fewest; row++) {
    if (passes(row) && membership(row) === 'in') within++;
    else without++;
  }
  return Math.min(within, without) >= fewest;
}

/** Narrows in one way, and often in up to two dimensions more. */
function drawFilter(random: Random, data: BenchColumns, own: (typeof allWays)[number]): EventFilter {
  for (let tries = 0; tries < mostTries; tries++) {
    const others = Array.from({ length: random.below(3) }, () => random.pick(allWays));
    const apart = others.filter(({ key }) => key !== own.key);
    const parts = [...apart, own].map(({ draw }) => draw(random, data));
    const filter: EventFilter = Object.assign({}, emptyFilter, ...parts);
    if (isTelling(data, filter)) return filter;
  }
  throw new Error(`No filter by ${own.key} lets through some events and holds back others.`);
}

/** Seeded filters over all dimensions, every way to narrow in its turn; none lets everything or nothing through. */
export function randomFilters(data: BenchColumns, count: number, seed: number): EventFilter[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, turn) =>
    drawFilter(random, data, allWays[turn % allWays.length]!),
  );
}

/**
 * A hand at the timeline under a filter, with the window last as it was first: the end dragged on by days, the whole window by weeks and
 * back by a day, a jump, an open end.
 */
export function windowMoves(filter: EventFilter): EventFilter[] {
  const from = dayOf(2001, 3, 17);
  const to = dayOf(2014, 8, 2);
  const windows: readonly (readonly [from: number | null, to: number | null])[] = [
    [from, to],
    [from, to + 3],
    [from, to + 30],
    [from + 14, to + 44],
    [from + 13, to + 43],
    [binStart(from + 700, 'month'), binEnd(to - 700, 'month')],
    [binStart(from + 740, 'month'), binEnd(to - 660, 'month')],
    [null, to - 660],
    [from, to],
  ];
  return windows.map(([first, last]) => ({ ...filter, from: first, to: last }));
}
