import { expect, it } from 'vitest';
import { seeded } from '#bench/random.ts';
import { cellAt, cellAtPoint } from '#core/geo/hexagon.ts';
import { squareAt, squareAtPoint } from '#core/geo/square.ts';
import { type PieceAt, PieceNumbers } from '#engine/local/piece-numbers.ts';

type Point = readonly [lon: number, lat: number];
type Columns = ConstructorParameters<typeof PieceNumbers>[1];

const many = 30_000;

/** Rows at the points, as the columns hold them; `start` rows before them are not live. */
function columnsOf(points: readonly Point[], start = 3): Columns {
  const capacity = points.length + start;
  const lat = new Float32Array(capacity).fill(Number.NaN);
  const lon = new Float32Array(capacity).fill(Number.NaN);
  for (const [i, point] of points.entries()) [lon[start + i], lat[start + i]] = point;
  return { lat, lon, start, capacity } as Columns;
}

/** The number of every live row. */
function numbersOf(numbers: PieceNumbers, { start, capacity }: Columns): Uint32Array {
  const rows = Uint32Array.from({ length: capacity - start }, (_, i) => start + i);
  const into = new Uint32Array(rows.length);
  numbers.number(rows, into);
  return into;
}

const tilings: Record<string, { at: PieceAt; direct: (lon: number, lat: number, zoom: number) => string }> = {
  hexagons: {
    at: (x, y, zoom) => cellAtPoint({ x, y }, zoom),
    direct: (lon, lat, zoom) => {
      const { q, r } = cellAt(lon, lat, zoom);
      return `${q} ${r}`;
    },
  },
  squares: {
    at: (x, y) => {
      const square = squareAtPoint({ x, y });
      return { q: square.x, r: square.y };
    },
    direct: (lon, lat, zoom) => {
      const { x, y } = squareAt(lon, lat, zoom);
      return `${x} ${y}`;
    },
  },
};

const random = seeded(5);
const between = (low: number, high: number): number => low + random.next() * (high - low);
const points: Record<string, readonly Point[]> = {
  'all over the world, on its edges too': Array.from({ length: many }, (_, i): Point => {
    const lon = i % 7 === 0 ? [-180, 180, 0, 179.99999][i % 4]! : between(-180, 180);
    return [lon, i % 11 === 0 ? [-90, 90, 85.06, -85.05][i % 4]! : between(-90, 90)];
  }),
  'on whole and half degrees of one region': Array.from(
    { length: many },
    (): Point => [-Math.floor(between(60, 240)) / 2, Math.floor(between(-110, 60)) / 2],
  ),
  'within one town, and one far away': [
    ...Array.from({ length: many }, (): Point => [between(-77.1, -77), between(-12.1, -12)]),
    [120.5, 40.25],
  ],
};

it.each(
  Object.keys(points).flatMap((where) => Object.keys(tilings).map((pieces) => [pieces, where] as const)),
)('numbers %s as if each row were projected: %s', (pieces, where) => {
  const { at, direct } = tilings[pieces]!;
  const columns = columnsOf(points[where]!);
  for (const zoom of [0, 3, 4, 6, 11]) {
    const numbers = new PieceNumbers(at, columns, zoom);
    const { q, r } = numbers.book;
    const wrong = numbersOf(numbers, columns).filter((number, i) => {
      const row = columns.start + i;
      return `${q[number]} ${r[number]}` !== direct(columns.lon[row]!, columns.lat[row]!, zoom);
    });
    expect(wrong).toHaveLength(0);
  }
});

it('knows only pieces in which a row lies, and each once', () => {
  const { at } = tilings.hexagons!;
  const columns = columnsOf(points['on whole and half degrees of one region']!);
  const numbers = new PieceNumbers(at, columns, 5);
  const met = new Set(numbersOf(numbers, columns));
  const { q, r } = numbers.book;
  expect(q).toHaveLength(met.size);
  expect(new Set(Array.from(q, (own, i) => `${own} ${r[i]}`)).size).toBe(met.size);
});

it('numbers nothing where no row has a point', () => {
  const columns = columnsOf(Array.from({ length: many }, (): Point => [Number.NaN, Number.NaN]));
  expect(() => new PieceNumbers(tilings.hexagons!.at, columns, 4)).not.toThrow();
});
