import type { Adm1Ground, MapCountry, MapZone } from '#core/geo/base-map.ts';
import { type Cell, cellKey } from '#core/geo/hexagon.ts';
import type { Measure, Total } from '#core/measure.ts';
import type { Bbox, PlacePrecision } from '#core/place.ts';
import type {
  AreasAnswer,
  CellsAnswer,
  CountAnswer,
  DensityAnswer,
  FacetAnswer,
  KnownArea,
  PointsAnswer,
} from '#core/query.ts';
import { remember } from '#core/remember.ts';
import { type FamilyKey, families } from '#core/taxonomy.ts';
import { isHot, type MapForm, type MapMode } from '#core/view.ts';
import { type DensityModel, densityModel } from './density-model.ts';
import type { HotModel } from './hot-model.ts';
import { type ClassScale, classOf, classScale } from './map-classes.ts';
import { faintSymbols, findSymbols, partsIn, unseenParts, unseenSymbols } from './map-symbols.ts';
import { type Population, type Rate, rateOf } from './rates.ts';
import { settle } from './settle-symbols.ts';
import type { AreaPlace } from './symbol-home.ts';

/** What the engine answered for one map, and the outlines that regions need. Null answers are not drawn. */
export interface MapModelInput {
  readonly mode: MapForm;
  readonly measure: Measure;
  /** `cells` for the present filter. Mode `cells`, and mode `density` to point at. */
  readonly cells: CellsAnswer | null;
  /** Mode `density` only. */
  readonly density?: DensityAnswer | null;
  /** `cells` without the time window (or whatever is brushed): drawn faint where `cells` has none. */
  readonly faintCells?: CellsAnswer | null;
  /** `points` for the present filter, of levels that have a place of their own. Mode `events` only. */
  readonly points: PointsAnswer | null;
  /** `areas` for the present filter: events known to a region or zone only, whose symbols lie over the cells too. Modes `cells` and `events`. */
  readonly areas?: AreasAnswer | null;
  /** Where symbols are drawn, listed and explained; null for everywhere. */
  readonly near?: Bbox | null;
  /** `points` and `areas` without the brushed dimension, drawn faint. */
  readonly faintPoints?: PointsAnswer | null;
  readonly faintAreas?: AreasAnswer | null;
  /** `facet` of dimension `adm1` (mode `regions`) or of the chosen countries (modes `countries` and `rates`). */
  readonly regions: FacetAnswer | null;
  /** Outlines of countries. Modes `countries` and `rates`. */
  readonly countries?: readonly MapCountry[];
  /** What `rates` are taken of; null while unknown. */
  readonly population?: Population | null;
  /** `count` for the present filter. */
  readonly count: CountAnswer | null;
  readonly adm1: Adm1Ground | null;
  /** Modes of hot spots; null while unknown. */
  readonly hot?: HotModel | null;
  /** The zone gazetteer, so that events of one zone share one symbol. */
  readonly zones?: readonly MapZone[];
}

/** A hexagon with its total. `value` is null when events are there but none reports the measure. */
export interface ModelCell {
  readonly key: string;
  readonly cell: Cell;
  readonly lon: number;
  readonly lat: number;
  readonly total: Total;
  readonly value: number | null;
  /** 0 (lowest) to 4; null with a null value: hatched, never the lowest class. */
  readonly level: number | null;
  /** Whether the number is written on it. */
  readonly labelled: boolean;
}

/** A province or country with its total; its outline is `outlineOf(base, id)`. */
export interface ModelRegion {
  readonly id: string;
  readonly name: AreaPlace['name'];
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  readonly total: Total;
  readonly value: number | null;
  readonly level: number | null;
  /** Mode `rates`: what the value was taken of, or why there is none. */
  readonly rate: Rate | null;
}

/** How a place is drawn for what is known of it (ux.md M4); P6 never becomes a symbol. */
export type SymbolStyle = 'dot' | 'near' | 'hollow' | 'region' | 'zone' | 'waters';

/** Events at one spot known equally well: one symbol, split by family. */
export interface ModelSymbol {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  /** The province (P4) or zone (P5) that the symbol stands for, when the ground knows it. */
  readonly area: string | null;
  /** What the province or zone is called; null for events that have a point of their own. */
  readonly place: AreaPlace | null;
  /** How many more regions and zones share it, for theirs would hide one another; its name, style and precision are of the one with most events. */
  readonly others: number;
  readonly style: SymbolStyle;
  readonly precision: PlacePrecision;
  /** Families present, most events first. */
  readonly parts: readonly { readonly family: FamilyKey; readonly events: number }[];
  readonly events: number;
  /** Some events of areas not told apart may belong here: so many or more. */
  readonly atLeast: boolean;
  /** The areas that hold the events of a region or zone. */
  readonly within: readonly KnownArea[];
  /** Snapshot rows of single events, in the engine's order. */
  readonly rows: readonly number[];
}

/** A map figure without pixels: the screen's canvas and the exported SVG draw the same one. */
export interface MapModel {
  readonly mode: MapForm;
  readonly measure: Measure;
  /** Modes of hot spots draw these places and nothing else; null in other modes. */
  readonly hot: HotModel | null;
  /** Mode `density` draws these squares; its cells are only what can be pointed at. */
  readonly density: DensityModel | null;
  /** Mode `rates`; null in other modes and while unknown. */
  readonly population: Population | null;
  /** Null when nothing is classed. */
  readonly scale: ClassScale | null;
  /** Zoom level the cells belong to; null when there are none. */
  readonly cellZoom: number | null;
  readonly cells: readonly ModelCell[];
  readonly faintCells: readonly Cell[];
  readonly regions: readonly ModelRegion[];
  readonly symbols: readonly ModelSymbol[];
  readonly faintSymbols: readonly ModelSymbol[];
  /** Families among the symbols, those too far to be drawn included, in the fixed order. */
  readonly families: readonly FamilyKey[];
  /** Styles among the symbols: the legend explains each. */
  readonly styles: readonly SymbolStyle[];
  /** Events with a place in this form that only it can tell; null while unknown. */
  readonly placeable: number | null;
  /** Matching events that this map shows nowhere; null while the count is not known. */
  readonly notPlaced: number | null;
  /** Events known only to a region or zone whose symbols would hide one another at this zoom: drawn from closer on. */
  readonly tooFar: number;
  /** The family most of those belong to. */
  readonly farFamily: FamilyKey | null;
  /** Events counted in no symbol, for there are more than are told apart. */
  readonly heldBack: number;
}

/** Numbers are written on cells from this value on. */
export const LABEL_FROM = 8;
/** Symbols of whole regions lie over the cells from this cell zoom on. */
export const VAGUE_FROM_ZOOM = 4;

/** Whether a mode fills provinces or countries. */
export function isRegional(mode: MapMode): mode is 'regions' | 'countries' | 'rates' {
  return mode === 'regions' || mode === 'countries' || mode === 'rates';
}

/** The measure a mode shows: hot spots, density and rates count events whatever the measure. */
export function shownMeasure(mode: MapMode, measure: Measure): Measure {
  return isHot(mode) || mode === 'density' || mode === 'rates' ? 'count' : measure;
}

/** The number a figure shows for a total; null when no event reports the measure. */
export function shownValue(total: Total, measure: Measure): number | null {
  if (measure === 'count') return total.events;
  return total.unreported >= total.events ? null : total.best;
}

/** Builds the model; pure, and cheap enough to run at every answer. */
export function buildMapModel(given: MapModelInput): MapModel {
  const input = { ...given, measure: shownMeasure(given.mode, given.measure) };
  return countedMap(uncounted(input), input.count);
}

/** The same map with the count of what matches, which tells what has no place on it. */
export function countedMap(model: MapModel, count: CountAnswer | null): MapModel {
  return { ...model, notPlaced: count && notPlaced(model, count) };
}

function uncounted(input: MapModelInput): MapModel {
  const { mode } = input;
  if (isHot(mode)) return { ...emptyMap(input), hot: input.hot ?? null, cellZoom: input.hot?.zoom ?? null };
  if (mode === 'density') return densityMap(input);
  return isRegional(mode) ? regionalMap(input) : placedMap(input);
}

/** Cells and symbols. */
function placedMap(input: MapModelInput): MapModel {
  const answer = input.mode === 'cells' ? input.cells : null;
  const { scale, cells } = answer ? modelCells(answer, input.measure) : { scale: null, cells: [] };
  const faintCells = input.mode === 'cells' ? faintOnly(input.faintCells ?? null, cells) : [];
  const zoom = answer?.zoom ?? null;
  const isFar = zoom !== null && zoom < VAGUE_FROM_ZOOM;
  // Where there is no cell to hide, symbols are all that the map has to say.
  const isBare = answer !== null && cells.length === 0 && faintCells.length === 0;
  const found = isFar && !isBare ? unseenSymbols(input) : findSymbols(input, zoom, isBare ? 'join' : 'hide');
  const { placeable } = found;
  const occupied = (): Cell[] => [...cells.map(({ cell }) => cell), ...faintCells];
  const symbols = found.symbols && seated(found.symbols, occupied(), input);
  const parts = symbols ? partsIn(symbols) : unseenParts(input);
  return {
    ...emptyMap(input),
    scale,
    cellZoom: zoom,
    cells,
    faintCells,
    symbols: symbols ?? [],
    faintSymbols: symbols && input.mode === 'events' ? faintSymbols(input, symbols) : [],
    families: families.map(({ key }) => key).filter((key) => parts.some(({ family }) => family === key)),
    styles: [...new Set(symbols?.map((symbol) => symbol.style))],
    placeable,
    tooFar: symbols ? 0 : (placeable ?? 0),
    farFamily: symbols ? null : (parts[0]?.family ?? null),
    heldBack: symbols ? found.heldBack : 0,
  };
}

/** A model that draws no event yet. */
function emptyMap(input: MapModelInput): MapModel {
  return {
    mode: input.mode,
    measure: input.measure,
    hot: null,
    density: null,
    population: null,
    scale: null,
    cellZoom: null,
    cells: [],
    faintCells: [],
    regions: [],
    symbols: [],
    faintSymbols: [],
    families: [],
    styles: [],
    placeable: null,
    notPlaced: null,
    tooFar: 0,
    farFamily: null,
    heldBack: 0,
  };
}

/** Squares to look at, and the cells of the same zoom to point at: a square is smaller than a target may be. */
function densityMap(input: MapModelInput): MapModel {
  const density = input.density ? densityModel(input.density) : null;
  return {
    ...emptyMap(input),
    density,
    scale: density?.scale ?? null,
    cellZoom: input.cells?.zoom ?? null,
    cells: density && input.cells ? cellsOf(input.cells, 'count', null) : [],
  };
}

const eventsOf = (of: readonly { readonly total: Total }[]): number =>
  of.reduce((sum, { total }) => sum + total.events, 0);

function regionalMap(input: MapModelInput): MapModel {
  const population = input.mode === 'rates' ? (input.population ?? null) : null;
  const waits = input.mode === 'rates' && population === null;
  const regions = waits ? [] : modelRegions(input, population);
  const scale = classScale(regions.flatMap(({ value }) => value ?? []));
  return {
    ...emptyMap(input),
    population,
    scale,
    placeable: input.regions && eventsOf(input.regions.values.filter(({ key }) => regionEntry(input, key))),
    regions: scale ? regions.map((region) => ({ ...region, level: classOf(scale, region.value) })) : regions,
  };
}

/** Symbols where they hide no cell. */
function seated(
  found: readonly ModelSymbol[],
  occupied: readonly Cell[],
  { adm1, zones = [] }: MapModelInput,
): readonly ModelSymbol[] {
  // The order of seats is that of places, not of events, so that no symbol moves for another's number.
  const isArea = ({ area }: ModelSymbol): boolean => area !== null;
  const areas = found.filter(isArea).sort((a, b) => (a.key < b.key ? -1 : 1));
  return settle([...areas, ...found.filter((symbol) => !isArea(symbol))], occupied, adm1, zones);
}

function modelCells(
  answer: CellsAnswer,
  measure: Measure,
): { readonly scale: ClassScale | null; readonly cells: readonly ModelCell[] } {
  const values: number[] = [];
  for (const { total } of answer.cells) {
    const value = shownValue(total, measure);
    if (value !== null) values.push(value);
  }
  const scale = classScale(values);
  return { scale, cells: cellsOf(answer, measure, scale) };
}

function cellsOf(answer: CellsAnswer, measure: Measure, scale: ClassScale | null): ModelCell[] {
  return answer.cells.map(({ q, r, lat, lon, total }) => {
    const { key, cell } = keyedCell(answer.zoom, q, r);
    const value = shownValue(total, measure);
    const level = scale ? classOf(scale, value) : null;
    return { key, cell, lon, lat, total, value, level, labelled: value !== null && value >= LABEL_FROM };
  });
}

/** The same cells come again with every move of a filter, and keys are slow to write. */
const keyed = remember<number, KeyedCell>(100_000);
/** More than the columns or rows of hexagons at the closest zoom. */
const MOST_ACROSS = 2 ** 21;

type KeyedCell = Pick<ModelCell, 'key' | 'cell'>;

function keyedCell(zoom: number, q: number, r: number): KeyedCell {
  const place = (q + MOST_ACROSS / 2) * MOST_ACROSS + r + MOST_ACROSS / 2;
  return keyed(place * 32 + zoom, () => {
    const cell: Cell = { zoom, q, r };
    return { key: cellKey(cell), cell };
  });
}

function faintOnly(answer: CellsAnswer | null, drawn: readonly ModelCell[]): Cell[] {
  if (!answer) return [];
  const known = faintKnown.get(answer) ?? answer.cells.map(({ q, r }) => keyedCell(answer.zoom, q, r));
  faintKnown.set(answer, known);
  const taken = new Set(drawn.map(({ key }) => key));
  return known.flatMap(({ key, cell }) => (taken.has(key) ? [] : [cell]));
}

/** Cells of an answer; what lies faint beneath a dragged window is the same at every move. */
const faintKnown = new WeakMap<CellsAnswer, readonly KeyedCell[]>();

function modelRegions(input: MapModelInput, population: Population | null): ModelRegion[] {
  const { regions, measure } = input;
  return (regions?.values ?? []).flatMap(({ key, total }) => {
    const entry = regionEntry(input, key);
    if (!entry) return [];
    const rate = population ? rateOf(population, key, total.events) : null;
    const value = rate ? rate.value : shownValue(total, measure);
    return [{ ...entry, total, value, level: null, rate }];
  });
}

/** What a province or country is called and where its mark stands; null where the ground does not know it. */
function regionEntry(
  { mode, adm1, countries }: MapModelInput,
  key: string,
): Pick<ModelRegion, 'id' | 'name' | 'country' | 'lon' | 'lat'> | null {
  if (mode === 'regions') {
    const entry = adm1?.index.get(key);
    return entry
      ? { id: entry.id, name: entry.name, country: entry.country, lon: entry.lon, lat: entry.lat }
      : null;
  }
  const land = countries?.find(({ id }) => id === key);
  if (!land?.names || !land.label) return null;
  return { id: key, name: land.names, country: key, lon: land.label[0], lat: land.label[1] };
}

/** Everything that matches minus everything this form can draw. */
function notPlaced({ mode, placeable, hot }: MapModel, count: CountAnswer): number | null {
  // Of the window that it was made of, which a dragged one may have left behind.
  if (hot?.over === 'regions') return hot.elsewhere;
  if (isHot(mode) || mode === 'density') return count.notPlaced;
  const all = isRegional(mode) ? count.total.events : count.notPlaced;
  return placeable === null || all === null ? null : Math.max(0, all - placeable);
}
