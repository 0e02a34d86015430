import type { BaseMap, MapCountry, MapPlace, MapZone } from '#core/geo/base-map.ts';
import { cellAt, cellKey } from '#core/geo/hexagon.ts';
import { bboxesMeet } from '#core/geo/lonlat.ts';
import { unproject } from '#core/geo/mercator.ts';
import { insideAlong } from '#core/geo/polygon.ts';
import type { Palette } from '../palette.ts';
import { textWidth } from '../text-width.ts';
import { symbolReach, symbolUnit } from './data-marks.ts';
import { zoneColor, zoneShows } from './ground-marks.ts';
import { isSpot } from './hot-marks.ts';
import { cellRadius, frameBbox, type MapFrame, perceivedZoom, placesInSight, toFrame } from './map-frame.ts';
import { circle, type MapMark, type TextMark } from './map-marks.ts';
import type { MapModel, ModelCell } from './map-model.ts';

export interface LabelStyle {
  readonly palette: Palette;
  readonly unit: number;
  readonly lang: 'en' | 'es' | 'pt';
  /** Pixels of the frame out of sight on each side: the screen's canvas is larger than the map. */
  readonly inset: Spot;
  /** Where something else is drawn over the map, such as its scale: no name stands there. */
  readonly reserved: readonly Box[];
}

type Spot = { readonly x: number; readonly y: number };

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Lowest zoom at which places of rank 1 to 5 are named. */
const RANK_ZOOM = [0, 3, 4.4, 5.2, 6.4, 8] as const;
const MAX_PLACES = 90;

class Room {
  private readonly taken: Box[] = [];

  isFree(box: Box): boolean {
    return !this.taken.some(
      (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    );
  }

  take(box: Box): void {
    this.taken.push(box);
  }
}

/** Whether the whole box is on the map: a name is never cut. */
function isWithin({ left, right, top, bottom }: Box, frame: MapFrame): boolean {
  return left > 0 && top > 0 && right < frame.width && bottom < frame.height;
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/** Place names, zones, countries; none over a symbol, a numbered cell or another name. */
export function labelMarks(base: BaseMap, model: MapModel, frame: MapFrame, style: LabelStyle): MapMark[] {
  const room = new Room();
  for (const box of style.reserved) room.take(box);
  blockEvents(room, model, frame, style.unit);
  return [
    ...zoneNames(room, base, model, frame, style),
    ...countryNames(room, base, frame, style),
    ...placeNames(room, base, model, frame, style),
    ...regionNames(room, base, model, frame, style),
  ];
}

/** So far out of the frame nothing is in the way of a name. */
const FAR_PX = 300;

/** Half the room of the sign of a region that is a hot spot. */
const SIGN_PX = 14;

function blockEvents(room: Room, model: MapModel, frame: MapFrame, unit: number): void {
  for (const symbol of model.symbols) {
    const { x, y } = toFrame(frame, symbol.lon, symbol.lat);
    const half = symbolReach(symbol) * symbolUnit(frame, unit);
    room.take(around(x, y, half, half));
  }
  const isInSight = placesInSight(frame, FAR_PX * unit);
  const numbered = model.cells.filter(({ labelled, lon, lat }) => labelled && isInSight(lon, lat));
  const spots = model.hot?.shown.filter(({ kind }) => isSpot(kind)) ?? [];
  for (const { lon, lat, cell } of [...numbered, ...spots]) {
    const { x, y } = toFrame(frame, lon, lat);
    const radius = cell ? cellRadius(frame, cell.zoom) : SIGN_PX * unit;
    room.take(around(x, y, radius * 0.7, radius * 0.6));
  }
}

function zoneNames(
  room: Room,
  base: BaseMap,
  model: MapModel,
  frame: MapFrame,
  style: LabelStyle,
): TextMark[] {
  const size = 11 * style.unit;
  const zoom = perceivedZoom(frame, style.unit);
  return base.zones.flatMap((zone) => {
    if (!zoneShows(zone, frame, style.unit)) return [];
    const color = zoneColor(zone, model, style.palette);
    const quiet = color === style.palette.text3;
    if (quiet && zoom < 6.3) return [];
    const text = zone.names[style.lang];
    const spot = zoneSpot(room, zone, frame, textWidth(text, size, 'bold'), size);
    if (!spot) return [];
    return [
      label(text, spot.x, spot.y, { size, weight: quiet ? 450 : 620, color, halo: style.palette.landChosen }),
    ];
  });
}

/** Beside the zone's outline: east of its middle or of its ends, else west of it. */
function zoneSpot(room: Room, zone: MapZone, frame: MapFrame, width: number, size: number): Spot | null {
  const [west, south, east, north] = zone.bbox;
  const middle = zone.label[1];
  const heights = [middle, (middle + north) / 2, (middle + south) / 2, north, south];
  const right = toFrame(frame, east, middle).x + size * 0.3;
  const left = toFrame(frame, west, middle).x - width - size * 0.3;
  for (const x of [right, left]) {
    for (const lat of heights) {
      const { y } = toFrame(frame, east, lat);
      const box = { left: x, right: x + width, top: y - size * 0.7, bottom: y + size * 0.7 };
      if (!room.isFree(box) || !isWithin(box, frame)) continue;
      room.take(box);
      return { x, y };
    }
  }
  return null;
}

interface CountryName {
  readonly text: string;
  readonly spot: Spot;
  readonly width: number;
  readonly size: number;
}

/** Data change many times a second while dates are dragged, the frame does not. */
const namesIn = new WeakMap<MapFrame, { readonly of: NamesOf; readonly names: readonly CountryName[] }>();
type NamesOf = Pick<BaseMap, 'countries'> & Pick<LabelStyle, 'unit' | 'lang' | 'inset'>;

const isSame = (a: NamesOf, b: NamesOf): boolean =>
  a.countries === b.countries &&
  a.unit === b.unit &&
  a.lang === b.lang &&
  a.inset.x === b.inset.x &&
  a.inset.y === b.inset.y;

/** Where the names of countries stand in a frame, whatever the data. */
function countryNamesIn(base: BaseMap, frame: MapFrame, style: LabelStyle): readonly CountryName[] {
  const of = { countries: base.countries, unit: style.unit, lang: style.lang, inset: style.inset };
  const known = namesIn.get(frame);
  if (known && isSame(known.of, of)) return known.names;
  const names = findCountryNames(base, frame, style);
  namesIn.set(frame, { of, names });
  return names;
}

function findCountryNames(base: BaseMap, frame: MapFrame, { unit, lang, inset }: LabelStyle): CountryName[] {
  const sight: MapFrame = {
    ...frame,
    width: frame.width - 2 * inset.x,
    height: frame.height - 2 * inset.y,
    left: frame.left + inset.x,
    top: frame.top + inset.y,
  };
  const view = frameBbox(sight);
  const size = (perceivedZoom(frame, unit) < 4 ? 9.5 : 11) * unit;
  return base.countries.flatMap((country) => {
    const text = country.names?.[lang].toLocaleUpperCase(lang);
    if (!text || !bboxesMeet(country.bbox, view)) return [];
    const width = textWidth(text, size, 'bold') + text.length * SPACING * unit;
    const widthDegrees = toFrame(frame, country.bbox[2], 0).x - toFrame(frame, country.bbox[0], 0).x;
    if (widthDegrees < width * 0.75) return [];
    const seen = countrySpot(country, sight, width);
    return seen ? [{ text, spot: { x: seen.x + inset.x, y: seen.y + inset.y }, width, size }] : [];
  });
}

const SPACING = 1.3;

function countryNames(room: Room, base: BaseMap, frame: MapFrame, style: LabelStyle): TextMark[] {
  const { palette, unit } = style;
  const zoom = perceivedZoom(frame, unit);
  if (zoom < 2.8 || zoom > 7.5) return [];
  return countryNamesIn(base, frame, style).flatMap(({ text, spot, width, size }) => {
    const box = around(spot.x, spot.y, width / 2, size * 0.7);
    if (!room.isFree(box)) return [];
    room.take(box);
    const mark = label(text, spot.x, spot.y, { size, weight: 620, color: palette.text3, halo: palette.land });
    return [{ ...mark, anchor: 'middle', spacing: SPACING * unit }];
  });
}

const COLUMNS = 9;
const ROWS = 7;

/** The country's own label point when it is in sight, else the roomiest of some points of the country that are. */
function countrySpot(country: MapCountry, frame: MapFrame, width: number): Spot | null {
  const fits = ({ x, y }: Spot): boolean =>
    x > width / 2 + 6 && x < frame.width - width / 2 - 6 && y > 12 && y < frame.height - 12;
  const own = country.label ? toFrame(frame, country.label[0], country.label[1]) : null;
  if (own && fits(own)) return own;
  if (country.role === 'far') return null;
  const spots = Array.from(
    { length: COLUMNS * ROWS },
    (_, i): Spot => ({
      x: (((i % COLUMNS) + 0.5) / COLUMNS) * frame.width,
      y: ((Math.floor(i / COLUMNS) + 0.5) / ROWS) * frame.height,
    }),
  );
  const within = spotsWithin(country, frame, spots);
  let best: Spot | null = null;
  let bestScore = 2;
  spots.forEach((spot, i) => {
    if (!within[i] || !fits(spot)) return;
    const column = i % COLUMNS;
    const sides = [
      column > 0 && within[i - 1],
      column < COLUMNS - 1 && within[i + 1],
      within[i - COLUMNS],
      within[i + COLUMNS],
    ];
    const score = sides.filter(Boolean).length;
    if (score <= bestScore) return;
    bestScore = score;
    best = spot;
  });
  return best;
}

/** Which of the spots, row by row, lie on the country's land. */
function spotsWithin(country: MapCountry, frame: MapFrame, spots: readonly Spot[]): boolean[] {
  const [, south, , north] = country.bbox;
  return Array.from({ length: ROWS }, (_, row) => {
    const own = spots.slice(row * COLUMNS, (row + 1) * COLUMNS);
    const places = own.map(({ x, y }) => unproject(frame.left + x, frame.top + y, frame.zoom));
    const lat = places[0]!.lat;
    if (lat < south || lat > north) return places.map(() => false);
    const isInside = insideAlong(country.polygons, lat);
    return places.map(({ lon }) => isInside(lon));
  }).flat();
}

type Seat = Spot & { readonly anchor: TextMark['anchor']; readonly box: Box };

/** Right and left of a place's dot, `gap` away. */
function besidePlace(x: number, y: number, width: number, gap: number, size: number): Seat[] {
  const top = y - size * 0.65;
  const bottom = y + size * 0.65;
  return [
    { anchor: 'start', x: x + gap, y, box: { left: x + gap - 5, right: x + gap + width, top, bottom } },
    { anchor: 'end', x: x - gap, y, box: { left: x - gap - width, right: x - gap + 5, top, bottom } },
  ];
}

/** Above and below it. */
function overPlace(x: number, y: number, width: number, gap: number, size: number): Seat[] {
  return [y - gap, y + gap].map((middle) => ({
    anchor: 'middle',
    x,
    y: middle,
    box: around(x, middle, width / 2, size * 0.65),
  }));
}

const dot = (x: number, y: number, palette: Palette, unit: number): MapMark =>
  circle(x, y, 1.8 * unit, { fill: palette.text2, stroke: palette.landChosen, width: unit });

function placeNames(
  room: Room,
  base: BaseMap,
  model: MapModel,
  frame: MapFrame,
  style: LabelStyle,
): MapMark[] {
  const cells = new Map(model.cells.map((cell) => [cell.key, cell]));
  const [west, south, east, north] = frameBbox(frame);
  const marks: MapMark[] = [];
  const zoom = perceivedZoom(frame, style.unit);
  let named = 0;
  for (const place of base.places) {
    if (named >= MAX_PLACES || zoom < (RANK_ZOOM[place.rank] ?? 8)) break;
    if (place.lon < west || place.lon > east || place.lat < south || place.lat > north) continue;
    const key = model.cellZoom === null ? '' : cellKey(cellAt(place.lon, place.lat, model.cellZoom));
    const name = placeName(room, place, cells.get(key), frame, style);
    marks.push(...name);
    if (name.length > 0) named += 1;
  }
  return marks;
}

/** A place's dot and name where there is room; within a numbered cell the name stands outside it, without a dot. */
function placeName(
  room: Room,
  place: MapPlace,
  cell: ModelCell | undefined,
  frame: MapFrame,
  { palette, unit }: LabelStyle,
): MapMark[] {
  const { x, y } = toFrame(frame, place.lon, place.lat);
  const major = place.rank <= 2;
  const size = (major ? 11 : 10.5) * unit;
  const width = textWidth(place.name, size, major ? 'bold' : 'regular');
  const radius = cell ? cellRadius(frame, cell.cell.zoom) : 0;
  const gaps = cell ? [5 * unit, radius, 1.6 * radius] : [5 * unit];
  const seats = gaps.flatMap((gap) => besidePlace(x, y, width, gap, size));
  if (major) seats.push(...overPlace(x, y, width, Math.max(radius, 9 * unit), size));
  const seat = seats.find(({ box }) => room.isFree(box) && isWithin(box, frame));
  if (!seat) return [];
  room.take(seat.box);
  const weight = major ? 550 : 450;
  const words = label(place.name, seat.x, seat.y, {
    size,
    weight,
    color: palette.text2,
    halo: palette.landChosen,
  });
  const name = { ...words, anchor: seat.anchor };
  return cell?.labelled ? [name] : [dot(x, y, palette, unit), name];
}

function regionNames(
  room: Room,
  base: BaseMap,
  model: MapModel,
  frame: MapFrame,
  style: LabelStyle,
): TextMark[] {
  if (!base.adm1 || perceivedZoom(frame, style.unit) < (model.mode === 'regions' ? 5.4 : 6.8)) return [];
  const size = 10 * style.unit;
  const [west, south, east, north] = frameBbox(frame);
  const marks: TextMark[] = [];
  for (const { name, lon, lat } of base.adm1.index.values()) {
    if (lon < west || lon > east || lat < south || lat > north) continue;
    const { x, y } = toFrame(frame, lon, lat);
    const box = around(x, y, textWidth(name, size) / 2, size * 0.7);
    if (!room.isFree(box) || !isWithin(box, frame)) continue;
    room.take(box);
    const { palette } = style;
    marks.push({
      ...label(name, x, y, { size, weight: 450, color: palette.text3, halo: palette.landChosen }),
      anchor: 'middle',
    });
  }
  return marks;
}

function label(
  text: string,
  x: number,
  y: number,
  { size, weight, color, halo }: { size: number; weight: number; color: string; halo: string },
): TextMark {
  return { type: 'text', x, y, text, size, weight, color, halo, anchor: 'start', spacing: 0 };
}
