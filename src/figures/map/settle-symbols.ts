import type { Adm1Unit } from '#core/geo/adm1-lookup.ts';
import type { Adm1Ground, MapZone } from '#core/geo/base-map.ts';
import { type Cell, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, type WorldPoint } from '#core/geo/mercator.ts';
import { insideAlong } from '#core/geo/polygon.ts';
import type { ModelSymbol } from './map-model.ts';

const STEPS = 9;
/** Pixels from a cell's centre at which a symbol no longer hides the cell's number. */
const CLEAR = 26;
/** Two symbols of whole regions nearer than this overlap. */
const CROWD = 22;
/** How much a pixel of distance from the label point counts against a pixel of free room. */
const PULL = 0.12;

type Area = Pick<Adm1Unit, 'bbox' | 'polygons'>;
type Seat = { readonly lon: number; readonly lat: number; readonly point: WorldPoint };

/**
 * A symbol of a whole region or zone means "somewhere in here", so within it it may stand where it hides no cell. Cells outside
 * the selected dates count as well, so that symbols keep still while the dates are dragged.
 */
export function settle(
  symbols: readonly ModelSymbol[],
  cells: readonly Cell[],
  adm1: Adm1Ground | null,
  zones: readonly MapZone[],
): readonly ModelSymbol[] {
  const zoom = cells[0]?.zoom;
  if (zoom === undefined || !adm1) return symbols;
  const seats = seatsOf(symbols, cells, zoom, (symbol) => areaOf(symbol, adm1, zones));
  return symbols.map((symbol, i) => {
    const seat = seats[i];
    return seat ? { ...symbol, lon: seat.lon, lat: seat.lat } : symbol;
  });
}

/** Centres of cells, by squares as wide as they are in the way. */
type Ground = ReadonlyMap<number, readonly WorldPoint[]>;

let last: { readonly key: string; readonly ground: Ground } = { key: '', ground: new Map() };

/** Centres of the cells; the same for the same cells, which come again and again while the dates are dragged. */
function groundOf(cells: readonly Cell[], zoom: number): Ground {
  const key = `${zoom} ${cellsKey(cells)}`;
  if (last.key !== key) last = { key, ground: Map.groupBy(cells.map(cellCentrePoint), clearSquare) };
  return last.ground;
}

const clearSquare = ({ x, y }: WorldPoint): number => boxKey(Math.floor(x / CLEAR), Math.floor(y / CLEAR));

/** Where each symbol sits: the first has the choice, the others make way. */
function seatsOf(
  symbols: readonly ModelSymbol[],
  cells: readonly Cell[],
  zoom: number,
  areaAt: (symbol: ModelSymbol) => Area | null,
): readonly (Seat | null)[] {
  const ground = groundOf(cells, zoom);
  const taken: WorldPoint[] = [];
  return symbols.map((symbol) => {
    const area = areaAt(symbol);
    if (!area) return null;
    const seat = bestSeat(symbol, area, { ground, taken }, zoom);
    taken.push(seat.point);
    return seat;
  });
}

/** Tells sets of cells apart, in whatever order they come: two sums over well-mixed numbers. */
function cellsKey(cells: readonly Cell[]): string {
  let [sum, mixed] = [0, 0];
  for (const { q, r } of cells) {
    const hash = Math.imul(Math.imul(q, 0x9e3779b1) ^ (r + 0x85ebca6b), 0xc2b2ae35);
    sum = (sum + hash) | 0;
    mixed = (mixed + Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f)) | 0;
  }
  return `${cells.length}:${sum}:${mixed}`;
}

function areaOf({ style, area }: ModelSymbol, adm1: Adm1Ground, zones: readonly MapZone[]): Area | null {
  if (!area) return null;
  if (style === 'region') return adm1.units.get(area) ?? null;
  const zone = zones.find(({ id }) => id === area);
  return zone ? { bbox: zone.bbox, polygons: [[zone.ring]] } : null;
}

/** Whether symbols stand so close that most would hide one another. */
export function isCrowded(symbols: readonly Pick<ModelSymbol, 'lon' | 'lat'>[], zoom: number): boolean {
  if (symbols.length <= 6) return false;
  const boxes = inBoxes(symbols.map(({ lon, lat }) => project(lon, lat, zoom)));
  let close = 0;
  for (const box of boxes.values()) {
    if (box.points.length > 1 || overlapsBeside(box, boxes)) close += box.points.length;
    if (close > symbols.length / 2) return true;
  }
  return false;
}

/** Squares of which no two points are as far apart as symbols that just do not overlap. */
const BOX = CROWD / Math.SQRT2;
const BESIDE = [-2, -1, 0, 1, 2];
const boxKey = (column: number, row: number): number => column * 2 ** 24 + row;

interface Box {
  readonly column: number;
  readonly row: number;
  readonly points: WorldPoint[];
}

function inBoxes(points: readonly WorldPoint[]): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  for (const point of points) {
    const [column, row] = [Math.floor(point.x / BOX), Math.floor(point.y / BOX)];
    const key = boxKey(column, row);
    const box = boxes.get(key);
    if (box) box.points.push(point);
    else boxes.set(key, { column, row, points: [point] });
  }
  return boxes;
}

/** Whether the one point of a box overlaps one of another box. */
function overlapsBeside(box: Box, boxes: ReadonlyMap<number, Box>): boolean {
  const [{ x, y } = { x: 0, y: 0 }] = box.points;
  const overlaps = (other: WorldPoint): boolean => Math.hypot(other.x - x, other.y - y) < CROWD;
  return BESIDE.some((dx) =>
    BESIDE.some((dy) => {
      const beside = boxes.get(boxKey(box.column + dx, box.row + dy));
      return beside !== undefined && beside !== box && beside.points.some(overlaps);
    }),
  );
}

/** What a symbol must not hide: cells, and the symbols that sit already. */
interface Around {
  readonly ground: Ground;
  readonly taken: readonly WorldPoint[];
}

function bestSeat(symbol: ModelSymbol, area: Area, around: Around, zoom: number): Seat {
  const home: Seat = { lon: symbol.lon, lat: symbol.lat, point: project(symbol.lon, symbol.lat, zoom) };
  let bestScore = Math.min(roomOn(around.ground, home.point), room(home.point, around.taken));
  if (bestScore >= CLEAR) return home;
  let best = home;
  for (const { seat, score } of ranked(home, area, around.ground, zoom)) {
    if (score <= bestScore) break;
    const away = PULL * Math.hypot(seat.point.x - home.point.x, seat.point.y - home.point.y);
    const own = Math.min(score, room(seat.point, around.taken) - away);
    if (own > bestScore) {
      best = seat;
      bestScore = own;
    }
  }
  return best;
}

type Ranked = readonly { readonly seat: Seat; readonly score: number }[];
const rankedOver = new WeakMap<Ground, Map<string, Ranked>>();

/** Seats over an area, those first that hide no cell and are near; worked out once for a set of cells. */
function ranked(home: Seat, area: Area, ground: Ground, zoom: number): Ranked {
  const known = rankedOver.get(ground) ?? new Map<string, Ranked>();
  rankedOver.set(ground, known);
  const key = `${area.bbox.join(' ')} ${home.lon} ${home.lat}`;
  const before = known.get(key);
  if (before) return before;
  const seats = seatsIn(area, zoom).map((seat) => {
    const away = Math.hypot(seat.point.x - home.point.x, seat.point.y - home.point.y);
    return { seat, score: roomOn(ground, seat.point) - PULL * away };
  });
  seats.sort((a, b) => b.score - a.score);
  known.set(key, seats);
  return seats;
}

/** How far the nearest cell is, up to `CLEAR`: none further than in the squares beside may be nearer. */
function roomOn(ground: Ground, point: WorldPoint): number {
  const key = clearSquare(point);
  let least = CLEAR;
  for (const column of [-1, 0, 1])
    for (const row of [-1, 0, 1])
      least = Math.min(least, room(point, ground.get(key + boxKey(column, row)) ?? []));
  return least;
}

function room(point: WorldPoint, taken: readonly WorldPoint[]): number {
  let least = CLEAR;
  for (const { x, y } of taken) {
    if (Math.abs(x - point.x) < least && Math.abs(y - point.y) < least) {
      least = Math.min(least, Math.hypot(x - point.x, y - point.y));
    }
  }
  return least;
}

const known = new WeakMap<Area['polygons'], { readonly zoom: number; readonly seats: readonly Seat[] }>();

/** Places over the area at which a symbol may stand; worked out once for each zoom that is looked at. */
function seatsIn(area: Area, zoom: number): readonly Seat[] {
  const before = known.get(area.polygons);
  if (before?.zoom === zoom) return before.seats;
  const seats = [...findSeats(area, zoom)];
  known.set(area.polygons, { zoom, seats });
  return seats;
}

function* findSeats(area: Area, zoom: number): Generator<Seat> {
  const [west, south, east, north] = area.bbox;
  const lines = Array.from({ length: STEPS - 1 }, (_, j) => {
    const lat = south + ((north - south) * (j + 1)) / STEPS;
    return { lat, isInside: insideAlong(area.polygons, lat) };
  });
  for (let i = 1; i < STEPS; i += 1) {
    const lon = west + ((east - west) * i) / STEPS;
    for (const { lat, isInside } of lines) {
      if (isInside(lon)) yield { lon, lat, point: project(lon, lat, zoom) };
    }
  }
}
