import { isoOf } from '#core/time.ts';
import type { I18n, Key } from '#i18n/i18n.tsx';
import type { FigureLegend, FigureTable, FigureWords, LegendEntry } from '../figure.ts';
import { shortened } from '../words.ts';
import { HOT_LOOK, isSpot } from './hot-marks.ts';
import type { HotClass, HotModel, HotPlace } from './hot-model.ts';
import type { Hotspot } from './map-hotspots.ts';

/** The country of the place a hotspot is called by; null where none is known, or several share it. */
export function hotspotCountry(hotspot: Hotspot, { format }: I18n): string | null {
  const place = hotspot.place();
  return place?.country ? format.country(place.country) : null;
}

const SPOTS: readonly Exclude<HotClass, 'even' | 'untested'>[] = [
  'strong-hot',
  'hot',
  'cold',
  'strong-cold',
  'new',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
];

const counted = (model: HotModel, ...kinds: readonly HotClass[]): number =>
  model.shown.filter(({ kind }) => kinds.includes(kind)).length;

type Ending = '.regions';
type RootOf<K> = K extends `${infer Root}${Ending}` ? Extract<Root, Key> : never;

/** Words that name what is compared: cells, or with this ending regions. */
const ofWhat = <K extends RootOf<Key>>(key: K, { over }: Pick<HotModel, 'over'>): K | `${K}${Ending}` =>
  over === 'regions' ? `${key}.regions` : key;

/** What a place is called, in the words of the legend. */
export function hotVerdict(kind: HotClass, view: HotModel['view'], { t }: I18n): string {
  return t(kind === 'even' && view === 'trend' ? 'stats.class.evenTrend' : `stats.class.${kind}`);
}

/** Only what is on the map, surest first. */
export function hotLegend(model: HotModel, i18n: I18n): FigureLegend {
  const present = new Set(model.shown.map(({ kind }) => kind));
  const entries = SPOTS.filter((kind) => present.has(kind)).map((kind): LegendEntry => {
    const { fill, ink, sign } = HOT_LOOK[kind];
    const edge = fill ?? ((palette: Parameters<typeof ink>[0]) => palette.hot.hot);
    return { mark: 'signed', fill, edge, ink, sign, label: hotVerdict(kind, model.view, i18n) };
  });
  if (present.has('even')) {
    entries.push({
      mark: 'swatch',
      color: (palette) => palette.hot.even,
      label: hotVerdict('even', model.view, i18n),
    });
  }
  if (present.has('untested'))
    entries.push({ mark: 'hatch', label: hotVerdict('untested', model.view, i18n) });
  return { title: i18n.t(`stats.legend.${model.view}`), entries };
}

/** Why nothing was tested. */
function problemSaid({ problem, over }: HotModel, { t }: I18n): string {
  if (!problem) return '';
  return problem === 'few-periods'
    ? t('stats.problem.few-periods')
    : t(ofWhat(`stats.problem.${problem}`, { over }));
}

/** What the places are, beside the sentence: how wide cells are, whom a region is compared with. */
export function hotPlaces({ abroad, widthKm: km }: HotModel, { t }: I18n): string {
  if (km !== null) return t('stats.note.size', { km });
  return abroad ? t('stats.note.bordersAbroad') : '';
}

/** The one sentence beside the map: what a coloured cell means, or why there is none. */
export function hotSentence(model: HotModel, i18n: I18n): string {
  const { t } = i18n;
  if (model.problem) return problemSaid(model, i18n);
  const none = !model.shown.some(({ kind }) => isSpot(kind));
  if (model.view === 'hot' || !model.periods) {
    return none
      ? t(ofWhat('stats.note.none', model), { n: model.tested })
      : t(ofWhat('stats.note.hot', model));
  }
  const span = { n: model.periods.used, bins: t(`stats.bins.${model.periods.bin}`) };
  return none ? t(ofWhat('stats.note.noTrend', model), span) : t('stats.note.trend', span);
}

/** How it was found, for exports and the summary: method, cells, control, periods. */
export function hotMethod(model: HotModel, i18n: I18n): string {
  const { t, format } = i18n;
  if (model.problem) return problemSaid(model, i18n);
  const { widthKm: km, places, tested, periods } = model;
  const sizes = { tested: format.number(tested), places: format.number(places) };
  const method = km === null ? t('stats.method.hot.regions', sizes) : t('stats.method.hot', { km, ...sizes });
  if (!periods) return method;
  const span = { from: isoOf(periods.starts[0] ?? 0), to: isoOf(periods.end) };
  return `${method} ${t('stats.method.trend', { n: periods.used, bins: t(`stats.bins.${periods.bin}`), ...span })}`;
}

/** The figure's words with what hot spots add: title, caveat and method. `short` = as the line on screen has room. */
export function hotFigureWords(
  words: FigureWords,
  model: HotModel | null,
  i18n: I18n,
  short = false,
): FigureWords {
  if (!model) return words;
  const own = [i18n.t('stats.caveat')];
  if (counted(model, 'cold', 'strong-cold') > 0) own.push(i18n.t('stats.caveatCold'));
  if (model.sourceChanges) own.push(i18n.t('stats.note.sources', { n: model.sourceChanges }));
  if (!short) own.push(hotMethod(model, i18n), words.caveat);
  const title = i18n.t(`stats.title.${model.view}`, { title: words.title });
  return {
    ...words,
    title,
    caveat: own.join(' '),
    alt: shortened(words.alt.replace(words.title, `${title}. ${hotCounts(model, i18n)}`)),
  };
}

/** How many of what. */
function hotCounts(model: HotModel, i18n: I18n): string {
  const { t, format } = i18n;
  if (model.problem) return problemSaid(model, i18n);
  const tested = format.number(model.tested);
  if (model.view === 'hot') {
    const n = counted(model, 'hot', 'strong-hot');
    const cold = format.number(counted(model, 'cold', 'strong-cold'));
    return t(ofWhat('stats.summary.hot', model), { n, cold, tested });
  }
  const number = (kind: HotClass): string => format.number(counted(model, kind));
  return t(ofWhat('stats.summary.trend', model), {
    tested,
    fresh: number('new'),
    intensifying: number('intensifying'),
    persistent: number('persistent'),
    diminishing: number('diminishing'),
    sporadic: number('sporadic'),
  });
}

/** How many of what, and where the strongest is. `place` names a hotspot. */
export function hotSummary(
  model: HotModel,
  hotspots: readonly Hotspot[],
  place: (hotspot: Hotspot) => string,
  i18n: I18n,
): string {
  const counts = hotCounts(model, i18n);
  const first = hotspots.find(({ hot }) => hot && isSpot(hot.kind) && (hot.z ?? 1) > 0);
  return first ? `${counts} ${i18n.t('stats.summary.most', { place: place(first) })}` : counts;
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toPrecision(digits));

/** Each cell that is drawn, with its figures: the map for eyes and ears that do not use it, and for files. */
export function hotTable(
  model: HotModel,
  hotspots: readonly Hotspot[],
  place: (hotspot: Hotspot) => string,
  i18n: I18n,
): FigureTable {
  const { t } = i18n;
  const column = (key: string, label: string, numeric = true) => ({ key, label, numeric });
  const inTime = model.view === 'trend';
  const figures = (cell: HotPlace): (number | null)[] =>
    inTime
      ? [cell.hotPeriods, cell.slope === null ? null : rounded(cell.slope * 100, 3)]
      : [rounded(cell.z, 4), rounded(cell.adjusted, 3)];
  return {
    caption: t(ofWhat('stats.table.caption', model)),
    columns: [
      column('place', t('map.table.place'), false),
      column('country', t('map.table.country'), false),
      column('verdict', t('stats.table.verdict'), false),
      column('lat', t('map.table.lat')),
      column('lon', t('map.table.lon')),
      column('events', t('map.table.events')),
      column('around', t('stats.table.around')),
      column('expected', t('stats.table.expected')),
      ...(inTime
        ? [column('hotPeriods', t('stats.table.hotPeriods')), column('slope', t('stats.table.slope'))]
        : [column('z', t('stats.table.z')), column('adjusted', t('stats.table.adjusted'))]),
    ],
    rows: hotspots.flatMap((hotspot) => {
      const { hot: cell } = hotspot;
      if (!cell) return [];
      return [
        [
          place(hotspot),
          hotspotCountry(hotspot, i18n),
          hotVerdict(cell.kind, model.view, i18n),
          rounded(cell.lat, 5),
          rounded(cell.lon, 5),
          cell.events,
          cell.around,
          rounded(cell.expected, 3),
          ...figures(cell),
        ],
      ];
    }),
  };
}

/** What the tooltip says of a cell under its amount. */
export function hotDetails(cell: HotPlace, model: HotModel, { t, format }: I18n): readonly string[] {
  const lines: string[] = [];
  if (cell.around !== null && cell.expected !== null) {
    lines.push(t('stats.tip.around', { n: cell.around, expected: format.rounded(cell.expected) }));
  }
  if (cell.adjusted !== null)
    lines.push(t('stats.tip.adjusted', { p: probability(cell.adjusted, format.locale) }));
  if (cell.hotPeriods && model.periods) {
    const { used, bin } = model.periods;
    lines.push(t('stats.tip.periods', { n: cell.hotPeriods, all: used }));
    if (cell.slope !== null) {
      const points = new Intl.NumberFormat(format.locale, {
        signDisplay: 'exceptZero',
        maximumSignificantDigits: 2,
      });
      lines.push(
        t('stats.tip.slope', { points: points.format(cell.slope * 100), bin: t(`stats.bin.${bin}`) }),
      );
    }
  }
  return lines;
}

function probability(p: number, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  return p < 0.001 ? `< ${number.format(0.001)}` : number.format(p);
}
