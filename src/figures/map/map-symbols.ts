import type { BaseMap } from '#core/geo/base-map.ts';
import { aroundBoth, type Bbox, type PlacePrecision } from '#core/place.ts';
import type { AreasAnswer, EventPoint, KnownArea, PointsAnswer } from '#core/query.ts';
import { type FamilyKey, familyOf } from '#core/taxonomy.ts';
import { joinHomes } from './join-symbols.ts';
import type { MapModelInput, ModelSymbol, SymbolStyle } from './map-model.ts';
import { isCrowded } from './settle-symbols.ts';
import { boxOfHome, type Home, homeAtPoint, homesOf, placeable } from './symbol-home.ts';

type Parts = ModelSymbol['parts'];

/** How each level is drawn. */
const STYLE: Readonly<Record<PlacePrecision, SymbolStyle | null>> = {
  1: 'dot',
  2: 'near',
  3: 'hollow',
  4: 'region',
  5: 'zone',
  6: null,
  7: 'waters',
};

/** What shares a symbol: events of areas by family, or single events. */
interface Spot {
  readonly home: Home;
  readonly precision: PlacePrecision;
  readonly within: KnownArea[];
  readonly families: Map<FamilyKey, number>;
  readonly rows: number[];
}

/** The symbols near what is in sight before they are seated, and what they do not show. */
export interface FoundSymbols {
  /** Null where they would hide one another, or are too far to be told apart. */
  readonly symbols: readonly ModelSymbol[] | null;
  /** Events known to an area only that have a symbol there, or would have one if more areas were told apart; null while that is asked. */
  readonly placeable: number | null;
  /** Events counted in no symbol: single ones not sent because there were more than the limit, and those of areas not told apart. */
  readonly heldBack: number;
}

/** What becomes of symbols that would hide one another at a zoom: `join` has neighbours share one, `hide` draws none. */
export type Crowded = 'join' | 'hide';

/**
 * One symbol for each place that events are known to. Areas come counted, all that match; single events one by one. Over hexagons
 * of a `zoom` they are drawn all or none: whether they would hide one another is told by where they belong, so that it does not
 * hang on what is in sight. Where there is no hexagon, what would hide one another is joined.
 */
export function findSymbols(
  input: MapModelInput,
  zoom: number | null,
  crowded: Crowded = 'hide',
): FoundSymbols {
  const spots = new Map<string, Spot>();
  if (input.areas) addAreas(spots, input.areas, input);
  for (const point of input.points?.points ?? []) addPoint(spots, point);
  const shown = unshown(input);
  const isShort = (input.areas?.elsewhere ?? 0) > 0;
  if (zoom !== null && crowded === 'join')
    return { symbols: joinedSymbols(spots, zoom, input, isShort), ...shown };
  const all = [...spots.values()];
  const isHidden =
    zoom !== null &&
    isCrowded(
      all.map(({ home }) => home),
      zoom,
    );
  if (isHidden) return { symbols: null, ...shown };
  const near = all.filter(isNear(input));
  return { symbols: near.map((spot) => symbolOf(spot, isShort)), ...shown };
}

/** One symbol for each group of neighbours at all dates, called by the one with most events. */
function joinedSymbols(
  spots: ReadonlyMap<string, Spot>,
  zoom: number,
  input: MapModelInput,
  isShort: boolean,
): readonly ModelSymbol[] {
  const near = isNear(input);
  const { faintAreas, adm1, zones = NO_ZONES } = input;
  const homes = new Map([...spots.values()].map(({ home }) => [home.key, home]));
  for (const home of homesOf(faintAreas?.areas ?? [], adm1, zones)) if (home) homes.set(home.key, home);
  return joinHomes([...homes.values()], zoom).flatMap((group) => {
    const own = group.homes.flatMap(({ key }) => spots.get(key) ?? []);
    if (!own.some(near)) return [];
    return [group.homes.length > 1 ? joinedSymbol(group.middle, own, isShort) : symbolOf(own[0]!, isShort)];
  });
}

function joinedSymbol(at: Home, spots: readonly Spot[], isShort: boolean): ModelSymbol {
  const symbols = spots.map((spot) => symbolOf(spot, isShort)).toSorted((a, b) => b.events - a.events);
  const most = symbols[0]!;
  const isAlone = symbols.length === 1;
  const countries = new Set(symbols.map(({ place }) => place?.country ?? ''));
  return {
    ...most,
    // Where it stands does not hang on the dates; what it outlines when pointed at is the region.
    ...{ lon: at.lon, lat: at.lat, key: `joined@${at.key}`, area: isAlone ? most.area : null },
    place: most.place && countries.size > 1 ? { ...most.place, country: '' } : most.place,
    others: symbols.length - 1,
    parts: partsIn(symbols),
    events: symbols.reduce((sum, { events }) => sum + events, 0),
    within: symbols.flatMap(({ within }) => within),
    rows: symbols.flatMap(({ rows }) => rows),
  };
}

function symbolOf({ home, precision, within, families, rows }: Spot, isShort: boolean): ModelSymbol {
  const parts = mostFirst(families);
  return {
    ...home,
    others: 0,
    style: STYLE[precision] ?? 'dot',
    ...{ precision, parts, within, rows },
    events: parts.reduce((sum, { events }) => sum + events, 0),
    atLeast: isShort && within.length > 0,
  };
}

function spotAt(spots: Map<string, Spot>, home: Home, precision: PlacePrecision): Spot {
  const known = spots.get(home.key);
  if (known) return known;
  const spot: Spot = { home, precision, within: [], families: new Map(), rows: [] };
  spots.set(home.key, spot);
  return spot;
}

const add = ({ families }: Spot, family: FamilyKey, events: number): unknown =>
  families.set(family, (families.get(family) ?? 0) + events);

function addAreas(spots: Map<string, Spot>, { areas, events }: AreasAnswer, input: MapModelInput): void {
  const homes = homesOf(areas, input.adm1, input.zones ?? NO_ZONES);
  for (const [i, area] of areas.entries()) {
    const home = homes[i];
    if (!home || events[i] === 0) continue;
    const spot = spotAt(spots, home, area.precision);
    spot.within.push(area);
    add(spot, area.family, events[i]!);
  }
}

function addPoint(spots: Map<string, Spot>, point: EventPoint): void {
  const spot = spotAt(spots, homeAtPoint(point), point.precision);
  spot.rows.push(point.n);
  add(spot, familyOf(point.kind), 1);
}

const NO_ZONES: NonNullable<MapModelInput['zones']> = [];

/** Whether what is near touches a spot's place: the legend and the table speak of no others. */
function isNear({ near = null, adm1, zones = NO_ZONES }: MapModelInput): (spot: Spot) => boolean {
  if (near === null) return () => true;
  const [west, south, east, north] = near;
  return ({ home }) => {
    const [left, bottom, right, top] = boxOfHome(home, adm1, zones);
    return left <= east && right >= west && bottom <= north && top >= south;
  };
}

/** Families among events that have no symbol from afar, most events first. */
export function unseenParts({ areas }: MapModelInput): Parts {
  const all = new Map<FamilyKey, number>();
  for (const [i, { family }] of (areas?.areas ?? []).entries())
    all.set(family, (all.get(family) ?? 0) + areas!.events[i]!);
  return mostFirst(all);
}

/** The same events where no symbol is drawn. */
export const unseenSymbols = (input: MapModelInput): FoundSymbols => ({ symbols: null, ...unshown(input) });

/** Places of events under all dates that have no symbol now. */
export function faintSymbols(input: MapModelInput, drawn: readonly ModelSymbol[]): ModelSymbol[] {
  const taken = new Set(drawn.map(({ key }) => key));
  const rest = { ...input, points: input.faintPoints ?? null, areas: input.faintAreas ?? null };
  return (findSymbols(rest, null).symbols ?? []).filter(({ key }) => !taken.has(key));
}

const mostFirst = (events: ReadonlyMap<FamilyKey, number>): Parts =>
  [...events]
    .filter(([, n]) => n > 0)
    .map(([family, n]) => ({ family, events: n }))
    .sort((a, b) => b.events - a.events);

/** Families among the events of symbols, most events first. */
export function partsIn(symbols: readonly ModelSymbol[]): Parts {
  const all = new Map<FamilyKey, number>();
  for (const { parts } of symbols)
    for (const { family, events } of parts) all.set(family, (all.get(family) ?? 0) + events);
  return mostFirst(all);
}

function unshown(input: MapModelInput): Pick<FoundSymbols, 'placeable' | 'heldBack'> {
  const { areas, points } = input;
  const heldBack = (areas?.elsewhere ?? 0) + heldBackOf(points);
  return { placeable: areas ? areas.elsewhere + placedIn(areas, input) : null, heldBack };
}

const heldBackOf = (points: PointsAnswer | null): number =>
  points?.truncated ? points.matched - points.points.length : 0;

function placedIn({ areas, events }: AreasAnswer, { adm1 }: MapModelInput): number {
  const hasPlace = placeable(areas, adm1);
  let placed = 0;
  for (let i = 0; i < areas.length; i++) if (hasPlace[i]) placed += events[i]!;
  return placed;
}

/** The box around the regions and zones that hold events; null where there are none. */
export function boxOfAreas({ areas, events }: AreasAnswer, ground: BaseMap): Bbox | null {
  const { adm1, zones } = ground;
  let box: Bbox | null = null;
  for (const [i, home] of homesOf(areas, adm1, zones).entries())
    if (home && events[i]! > 0) box = aroundBoth(box, boxOfHome(home, adm1, zones));
  return box;
}
