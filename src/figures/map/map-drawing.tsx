import type { BaseMap } from '#core/geo/base-map.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox, LatLon } from '#core/place.ts';
import { remember } from '#core/remember.ts';
import type { FamilyKey } from '#core/taxonomy.ts';
import { type HotMode, isHot } from '#core/view.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { placePrecisionLabel, typeLabel } from '#i18n/labels.ts';
import type { Drawing, FigureInk, FigureLegend, FigureTable, FigureWords, LegendEntry } from '../figure.ts';
import { type Palette, palettes } from '../palette.ts';
import { dataMarks, FAINT } from './data-marks.ts';
import { densitySummary, rateTable, rateText, squareWords } from './form-words.ts';
import { areaMarks, groundMarks, zoneMarks } from './ground-marks.ts';
import { hotLegend, hotSummary, hotspotCountry, hotTable } from './hot-words.ts';
import { labelMarks } from './label-marks.ts';
import { MapMarks } from './MapMarks.tsx';
import { frameOf, scaleBar } from './map-frame.ts';
import type { Hotspot } from './map-hotspots.ts';
import type { MapModel, SymbolStyle } from './map-model.ts';
import { LEAST_EVENTS } from './rates.ts';

export interface MapDrawingInput {
  readonly model: MapModel;
  readonly base: BaseMap;
  readonly hotspots: readonly Hotspot[];
  /** Part of the world that was on screen: the export shows at least that. */
  readonly bbox: Bbox;
  readonly chosen: readonly string[];
  /** The filter's own area or cell as an open ring; null or absent = none. */
  readonly area?: readonly LatLon[] | null;
  readonly words: FigureWords;
  readonly i18n: I18n;
}

/** Few characters for a value on a cell: 44, 1.2k, 3M. The signs k and M are the same in every language, so that they fit. */
export function shortNumber(locale: string): (value: number) => string {
  return formats(locale, () => makeShortNumber(locale));
}

const formats = remember<string, (value: number) => string>(8);

function makeShortNumber(locale: string): (value: number) => string {
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (value) => {
    if (value < 10 && !Number.isInteger(value)) return short.format(value);
    if (value < 1000) return whole.format(value);
    return value < 999_500 ? `${short.format(value / 1000)}k` : `${short.format(value / 1_000_000)}M`;
  };
}

/** Draws the whole map: water, ground, events, names, scale bar. The base text height sets the size of every sign. */
export function mapInk(
  input: Pick<MapDrawingInput, 'model' | 'base' | 'bbox' | 'chosen' | 'area' | 'i18n'>,
): FigureInk {
  const { model, base, bbox, chosen, i18n, area = null } = input;
  return function MapInk({ size, theme, font }) {
    const palette = palettes[theme];
    const unit = font / 12;
    const frame = frameOf(bbox, size.width, size.height, 0);
    const short = shortNumber(i18n.format.locale);
    const bar = scaleBar(frame, Math.min(140 * unit, size.width / 4));
    const left = 12 * unit;
    const bottom = size.height - 12 * unit;
    const marks = [
      ...groundMarks(base, model, frame, { palette, unit, chosen }),
      ...zoneMarks(base, model, frame, { palette, unit, chosen }),
      ...(area ? areaMarks(area, frame, palette, unit) : []),
      ...dataMarks(base, model, frame, { palette, unit, short }),
      ...labelMarks(base, model, frame, {
        palette,
        unit,
        lang: i18n.lang,
        inset: { x: 0, y: 0 },
        reserved: [{ left, right: left + bar.pixels, top: bottom - 18 * unit, bottom }],
      }),
    ];
    return (
      <g>
        <rect width={size.width} height={size.height} fill={palette.water} />
        <clipPath id="map-body">
          <rect width={size.width} height={size.height} />
        </clipPath>
        <g clipPath="url(#map-body)">
          <MapMarks marks={marks} name="map" />
          <path
            d={`M${left} ${bottom - 5 * unit}V${bottom}H${left + bar.pixels}V${bottom - 5 * unit}`}
            fill="none"
            stroke={palette.text2}
            strokeWidth={1.4 * unit}
          />
          <text
            x={left + 5 * unit}
            y={bottom - 6 * unit}
            fontSize={10.5 * unit}
            fill={palette.text2}
            stroke={palette.water}
            strokeWidth={3 * unit}
            paintOrder="stroke"
          >
            {i18n.t('map.scale', { km: bar.km })}
          </text>
        </g>
      </g>
    );
  };
}

/** The colour that a see-through one has over a ground. */
function mixed(over: string, ground: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => {
    const top = Number.parseInt(over.slice(at, at + 2), 16);
    const under = Number.parseInt(ground.slice(at, at + 2), 16);
    return Math.round(top * opacity + under * (1 - opacity))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

const SYMBOL_STYLES: readonly SymbolStyle[] = ['dot', 'near', 'hollow', 'waters', 'region', 'zone'];
const MAX_PAIRS = 3;
const vague = (style: SymbolStyle): boolean => style === 'region' || style === 'zone';

function breakLabels(model: MapModel, i18n: I18n): string[] {
  const { scale } = model;
  if (!scale) return [];
  const short = shortNumber(i18n.format.locale);
  return scale.breaks.map((value, index) =>
    index === scale.breaks.length - 1 && scale.breaks.length > 1 && value < scale.max
      ? i18n.t('map.legendAndMore', { value: short(value) })
      : short(value),
  );
}

/** Families of a style's symbols, most events first. */
function familiesOf(model: MapModel, style: SymbolStyle | null): FamilyKey[] {
  const counts = new Map<FamilyKey, number>();
  for (const symbol of model.symbols) {
    if (style !== null && symbol.style !== style) continue;
    for (const { family, events } of symbol.parts) counts.set(family, (counts.get(family) ?? 0) + events);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([family]) => family);
}

/** Few signs are each explained in full; many are split into what (families) and how exactly (styles). */
function symbolEntries(model: MapModel, { t }: I18n): LegendEntry[] {
  const isJoined = model.symbols.some(({ others }) => others > 0);
  const order = SYMBOL_STYLES.filter((style) => model.styles.includes(style));
  const pairs = order.flatMap((style) => familiesOf(model, style).map((family) => ({ style, family })));
  const mark = (style: SymbolStyle) => (vague(style) ? 'ringed' : style === 'hollow' ? 'circled' : 'glyph');
  if (pairs.length <= MAX_PAIRS && !isJoined) {
    return pairs.map(({ style, family }) => ({
      mark: mark(style),
      family,
      label: t(`map.style.${style}`, { family: typeLabel(t, family) }),
    }));
  }
  const glyphs = familiesOf(model, null).map(
    (family): LegendEntry => ({ mark: 'glyph', family, label: typeLabel(t, family) }),
  );
  const styles = isJoined
    ? [joinedEntry(model, t)]
    : order
        .filter((style) => style !== 'dot')
        .map(
          (style): LegendEntry => ({
            mark: style === 'near' ? 'ringed' : mark(style),
            family: familiesOf(model, style)[0] ?? 'policy',
            label: t(`map.styleMixed.${style}`),
          }),
        );
  return isOfSymbols(model) ? [...glyphs, ...styles] : styles;
}

/** Rings that stand for several regions or zones at once. */
const joinedEntry = (model: MapModel, t: I18n['t']): LegendEntry => ({
  mark: 'ringed',
  family: familiesOf(model, null)[0] ?? 'policy',
  label: t('map.styleMixed.joined'),
});

/** Whether symbols are what the map shows: single events, or regions where there is no cell. */
const isOfSymbols = ({ mode, cells, symbols }: MapModel): boolean =>
  mode === 'events' || (mode === 'cells' && cells.length === 0 && symbols.length > 0);

function legendForm(model: MapModel): Exclude<MapModel['mode'], 'density' | HotMode> | 'areas' {
  const { mode } = model;
  if (isOfSymbols(model)) return mode === 'cells' ? 'areas' : 'events';
  return mode === 'density' || isHot(mode) ? 'cells' : mode;
}

/** Legend of what is really on this map, in the order of weight. */
export function mapLegend(model: MapModel, i18n: I18n): FigureLegend {
  const { t } = i18n;
  if (isHot(model.mode)) return model.hot ? hotLegend(model.hot, i18n) : { title: '', entries: [] };
  const what = t(`map.legendTitle.${model.measure}`);
  const { density, scale } = model;
  const title = density
    ? t('map.legendPer.density', { what, km: squareWords(density, i18n) })
    : t(`map.legendPer.${legendForm(model)}`, { what });
  const entries: LegendEntry[] = [];
  if (scale && model.mode !== 'events') {
    const colors = density ? { colors: (palette: Palette) => palette.density } : {};
    entries.push({ mark: 'steps', labels: breakLabels(model, i18n), label: title, ...colors });
  }
  const unreported = [...model.cells, ...model.regions].some((place) => place.value === null);
  if (unreported) {
    const label = model.population
      ? t('map.legendNoRate', { least: LEAST_EVENTS })
      : t('map.legendUnreported');
    entries.push({ mark: 'hatch', label });
  }
  if (model.faintCells.length > 0) {
    entries.push({
      mark: 'swatch',
      color: (palette) => mixed(palette.sequential[0], palette.landChosen, FAINT),
      label: t('map.legendFaint'),
    });
  }
  if (model.tooFar > 0) {
    entries.push({
      mark: 'ringed',
      family: model.farFamily ?? 'policy',
      label: t('map.tooFar', { n: model.tooFar }),
    });
  }
  return { title, entries: [...entries, ...symbolEntries(model, i18n)] };
}

/** The place a hotspot is called by: "Lima", "near Satipo", "no named place near". */
export function hotspotName(hotspot: Hotspot, { t, lang }: I18n): string {
  const found = hotspot.place();
  if (!found) return t('map.unknownPlace');
  const { name, near } = found;
  const place = typeof name === 'string' ? name : name[lang];
  const others = hotspot.symbol?.others ?? 0;
  if (others > 0) return t('map.placeAndOthers', { place, n: others });
  return near ? t('map.near', { place }) : place;
}

/** The amount at a hotspot in words: "44 events", "1,200 kg reported". */
export function hotspotAmount(hotspot: Hotspot, measure: Measure, i18n: I18n): string {
  const { t, format } = i18n;
  const events = t(hotspot.symbol?.atLeast ? 'map.eventsOrMore' : 'map.events', { n: hotspot.events });
  if (hotspot.rate) return rateText(hotspot.rate, i18n);
  if (measure === 'count' || hotspot.symbol) return events;
  if (hotspot.value === null) return `${events}, ${t('map.noFigure')}`;
  if (measure === 'people') return t('map.value.people', { n: hotspot.value });
  const value = measure === 'kg' ? format.kg(hotspot.value) : format.money(hotspot.value);
  return t(`map.value.${measure}`, { value });
}

/** Hotspots as rows, made when they are first read: what the map shows, for eyes and ears that do not use it. */
export function mapTable(model: MapModel, hotspots: readonly Hotspot[], i18n: I18n): FigureTable {
  const { t } = i18n;
  if (model.hot) return hotTable(model.hot, hotspots, (hotspot) => hotspotName(hotspot, i18n), i18n);
  if (model.population)
    return rateTable(model.population, hotspots, (hotspot) => hotspotName(hotspot, i18n), i18n);
  const known = (hotspot: Hotspot): string => {
    if (hotspot.symbol?.others) return t('map.precision.joined');
    if (hotspot.symbol) return placePrecisionLabel(t, hotspot.symbol.precision);
    if (hotspot.target.kind !== 'region') return t('map.table.cell');
    return t(model.mode === 'countries' ? 'map.table.countryTotal' : 'map.table.region');
  };
  const column = (key: string, label: string, numeric: boolean) => ({ key, label, numeric });
  const quantity =
    model.measure === 'count' ? [] : [column('value', t(`map.legendTitle.${model.measure}`), true)];
  const rows = (): FigureTable['rows'] =>
    hotspots.map((hotspot) => [
      hotspotName(hotspot, i18n),
      hotspotCountry(hotspot, i18n),
      known(hotspot),
      Math.round(hotspot.lat * 1000) / 1000,
      Math.round(hotspot.lon * 1000) / 1000,
      hotspot.events,
      ...(model.measure === 'count' ? [] : [hotspot.symbol ? null : hotspot.value]),
    ]);
  let made: FigureTable['rows'] | null = null;
  return {
    caption: t('map.table.caption'),
    columns: [
      column('place', t('map.table.place'), false),
      column('country', t('map.table.country'), false),
      column('known', t('map.table.known'), false),
      column('lat', t('map.table.lat'), true),
      column('lon', t('map.table.lon'), true),
      column('events', t('map.table.events'), true),
      ...quantity,
    ],
    get rows() {
      made ??= rows();
      return made;
    },
  };
}

/** One sentence or two from the data: where most is, and how many places there are. */
export function mapSummary(hotspots: readonly Hotspot[], i18n: I18n): string {
  const first = hotspots[0];
  const spread = i18n.t('map.summary.spread', { n: hotspots.length });
  if (!first) return i18n.t('map.placesNone');
  const key = first.target.kind === 'cell' ? 'map.summary.cell' : 'map.summary.most';
  return `${i18n.t(key, { n: first.events, place: hotspotName(first, i18n) })} ${spread}`;
}

/** The summary of whatever the map shows. */
export function summaryOf(model: MapModel, hotspots: readonly Hotspot[], i18n: I18n): string {
  const { hot, density, population } = model;
  if (hot) return hotSummary(hot, hotspots, (hotspot) => hotspotName(hotspot, i18n), i18n);
  if (density) return `${densitySummary(density, i18n)} ${mapSummary(hotspots, i18n)}`;
  const [first] = hotspots;
  if (population && first?.rate && first.rate.why === null) {
    const own = { place: hotspotName(first, i18n), rate: rateText(first.rate, i18n), n: first.events };
    const without = hotspots.filter(({ rate }) => rate?.why).length;
    return `${i18n.t('map.summary.rate', own)} ${i18n.t('map.summary.noRate', { n: without })}`;
  }
  return mapSummary(hotspots, i18n);
}

/** All that an export needs of the map. */
export function mapDrawing(input: MapDrawingInput): Drawing {
  return {
    kind: 'map',
    words: input.words,
    ink: mapInk(input),
    legend: mapLegend(input.model, input.i18n),
    table: mapTable(input.model, input.hotspots, input.i18n),
  };
}
