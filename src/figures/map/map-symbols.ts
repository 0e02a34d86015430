import type { Adm1Ground } from '#core/geo/base-map.ts';
import type { PlacePrecision } from '#core/place.ts';
import { type EventPoint, type FacetAnswer, type PointsAnswer, readRegionOnlyKey } from '#core/query.ts';
import { type FamilyKey, familyOf } from '#core/taxonomy.ts';
import type { MapModelInput, ModelSymbol, SymbolStyle } from './map-model.ts';
import { isCrowded } from './settle-symbols.ts';
import { type Home, type HomeFinder, homeFinder, homeOfRegion } from './symbol-home.ts';

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

interface Region {
  /** Most events first. */
  readonly parts: { readonly family: FamilyKey; readonly events: number }[];
  events: number;
}

/** Events known to a region only, of all that match, as the records name their regions. */
interface Regions {
  readonly named: ReadonlyMap<string, Region>;
  /** Those of which the record names no region, or none that the ground knows: they are counted where they were sent. */
  readonly unnamed: number;
}

interface Spot {
  readonly home: Home;
  readonly points: EventPoint[];
}

/** The symbols of a map before they are seated, those out of sight too, and what they do not show. */
export interface FoundSymbols {
  /** Null where they would hide one another, or are too far to be told apart. */
  readonly symbols: readonly ModelSymbol[] | null;
  /** Events that have a symbol, or would have one had they been sent; null while that is asked. */
  readonly placeable: number | null;
  /** Single events not sent because there were more than the limit, and counted in no symbol. */
  readonly heldBack: number;
}

/**
 * One symbol for each place that events are known to. A region's number is what the engine counted there, of all that match;
 * other numbers are of the events sent, and say so where some were held back. While those are asked for, the symbols of
 * before stay, without a number: where they are is known, how many events each has now is not. Single events of before do not
 * stay: of each it must be known that it is among those shown. Over hexagons of a `zoom` they are drawn all or none: whether
 * they would hide one another is told by where they belong, so that it does not hang on what is in sight.
 */
export function findSymbols(input: MapModelInput, zoom: number | null): FoundSymbols {
  const homes = homesOf(input);
  const regions = input.areas ? regionsIn(input.areas, input.adm1) : null;
  const answer = input.points ?? input.pointsBefore ?? null;
  const spots = spotsOf(drawnPoints(answer), homes);
  for (const id of regions?.named.keys() ?? []) {
    const home = homeOfRegion(id, input.adm1);
    if (home && !spots.has(home.key)) spots.set(home.key, { home, points: [] });
  }
  const isCounted = (point: EventPoint): boolean =>
    regions !== null && point.precision === 4 && point.adm1 !== null && knows(input.adm1, point.adm1);
  const shown = unshown(input.points, regions, isCounted);
  if (
    zoom !== null &&
    isCrowded(
      Array.from(spots.values(), ({ home }) => home),
      zoom,
    )
  )
    return { symbols: null, ...shown };
  const waits = input.points === null;
  const partial = answer?.truncated === true;
  const symbols = [...spots.values()].flatMap(({ home, points }): ModelSymbol[] => {
    const precision = points[0]?.precision ?? 4;
    const style = STYLE[precision];
    const loose = points.filter((point) => !isCounted(point));
    const counted = precision === 4 && home.area !== null ? regions?.named.get(home.area) : undefined;
    if (!style || (loose.length === 0 && !counted)) return [];
    if (waits && style !== 'region' && style !== 'zone') return [];
    const parts = counted && loose.length === 0 ? counted.parts : partsOf(counted?.parts ?? [], loose);
    const isVague = style === 'zone' || (style === 'region' && (regions?.unnamed ?? 1) > 0);
    return [
      {
        ...home,
        ...{ style, precision, parts },
        events: waits && loose.length > 0 ? null : parts.reduce((sum, { events }) => sum + events, 0),
        atLeast: partial && !waits && isVague,
        rows: points.map(({ n }) => n),
      },
    ];
  });
  return { symbols, ...shown };
}

/** Symbols of places that what is near touches: the legend and the table speak of no others. */
export function symbolsNear(
  symbols: readonly ModelSymbol[],
  { near = null, adm1, zones = [] }: MapModelInput,
): readonly ModelSymbol[] {
  if (near === null) return symbols;
  const [west, south, east, north] = near;
  return symbols.filter(({ lon, lat, area }) => {
    const own = area === null ? null : (adm1?.units.get(area) ?? zones.find(({ id }) => id === area));
    const [left, bottom, right, top] = own?.bbox ?? [lon, lat, lon, lat];
    return left <= east && right >= west && bottom <= north && top >= south;
  });
}

/** Families among events that have no symbol from afar, most events first: nobody asks where each would stand. */
export function unseenParts({ points }: MapModelInput): Parts {
  return partsOf([], drawnPoints(points));
}

/** The same events where no region is counted. */
export function unseenSymbols(input: MapModelInput): FoundSymbols {
  return { symbols: null, ...unshown(input.points, null, () => false) };
}

/** Places of events under all dates that have no symbol now. */
export function faintSymbols(input: MapModelInput, drawn: readonly ModelSymbol[]): ModelSymbol[] {
  const taken = new Set(drawn.map(({ key }) => key));
  const rest = { ...input, points: input.faintPoints ?? null, pointsBefore: null, areas: null };
  return symbolsNear(findSymbols(rest, null).symbols ?? [], input).filter(({ key }) => !taken.has(key));
}

const homesOf = ({ adm1, zones }: MapModelInput): HomeFinder => homeFinder(adm1, zones ?? []);

const drawnPoints = (answer: PointsAnswer | null): readonly EventPoint[] =>
  answer?.points.filter(({ precision }) => STYLE[precision] !== null) ?? [];

const knows = (adm1: Adm1Ground | null, id: string): boolean => adm1?.index.has(id) === true;

/** The values come with most events first, and so do each region's parts. */
function regionsIn({ values }: FacetAnswer, adm1: Adm1Ground | null): Regions {
  const named = new Map<string, Region>();
  let unnamed = 0;
  for (const { key, total } of values) {
    const read = readRegionOnlyKey(key);
    if (!read) continue;
    const { events } = total;
    const { adm1: id, family } = read;
    const region = id === null ? undefined : named.get(id);
    if (region) {
      region.parts.push({ family, events });
      region.events += events;
    } else if (id !== null && knows(adm1, id)) named.set(id, { parts: [{ family, events }], events });
    else unnamed += events;
  }
  return { named, unnamed };
}

function spotsOf(points: readonly EventPoint[], homeOf: HomeFinder): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const point of points) {
    const home = homeOf(point);
    const spot = spots.get(home.key);
    if (spot) spot.points.push(point);
    else spots.set(home.key, { home, points: [point] });
  }
  return spots;
}

/** Families among events that are counted and single ones, most events first. */
function partsOf(counted: Parts, single: readonly EventPoint[]): Parts {
  const events = new Map(counted.map((part) => [part.family, part.events]));
  for (const { kind } of single) {
    const family = familyOf(kind);
    events.set(family, (events.get(family) ?? 0) + 1);
  }
  return mostFirst(events);
}

const mostFirst = (events: ReadonlyMap<FamilyKey, number>): Parts =>
  [...events].map(([family, n]) => ({ family, events: n })).sort((a, b) => b.events - a.events);

/** Families among the events of symbols, most events first. */
export function partsIn(symbols: readonly ModelSymbol[]): Parts {
  const all = new Map<FamilyKey, number>();
  for (const { parts } of symbols)
    for (const { family, events } of parts) all.set(family, (all.get(family) ?? 0) + events);
  return mostFirst(all);
}

/** What was sent or counted, against what there is; a region's events that were not sent are counted all the same. */
function unshown(
  answer: PointsAnswer | null,
  regions: Regions | null,
  isCounted: (point: EventPoint) => boolean,
): Pick<FoundSymbols, 'placeable' | 'heldBack'> {
  if (!answer) return { placeable: null, heldBack: 0 };
  const sent = new Map<string, number>();
  for (const point of answer.points)
    if (point.adm1 !== null && isCounted(point)) sent.set(point.adm1, (sent.get(point.adm1) ?? 0) + 1);
  let countedOnly = 0;
  for (const [id, { events }] of regions?.named ?? [])
    countedOnly += Math.max(0, events - (sent.get(id) ?? 0));
  const shown = answer.points.length + countedOnly;
  return {
    placeable: Math.max(answer.matched, shown),
    heldBack: answer.truncated ? Math.max(0, answer.matched - shown) : 0,
  };
}
