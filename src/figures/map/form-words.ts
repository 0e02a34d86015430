import type { I18n } from '#i18n/i18n.tsx';
import type { FigureTable, FigureWords } from '../figure.ts';
import type { DensityModel } from './density-model.ts';
import { hotFigureWords } from './hot-words.ts';
import type { Hotspot } from './map-hotspots.ts';
import type { MapModel } from './map-model.ts';
import { LEAST_EVENTS, type Population, type Rate } from './rates.ts';

/** The figure's words with what its form adds: how hot spots are found, how wide a square is, what a rate is taken of. */
export function mapFigureWords(words: FigureWords, model: MapModel, i18n: I18n, short = false): FigureWords {
  if (model.density) return densityWords(words, model.density, i18n, short);
  if (model.population) return rateWords(words, model.population, i18n);
  if (model.heldBack > 0 && !short) return heldBackWords(words, model.heldBack, i18n);
  return hotFigureWords(words, model.hot, i18n, short);
}

/** Beside the screen's map this stands on it. */
function heldBackWords(words: FigureWords, heldBack: number, { t }: I18n): FigureWords {
  return { ...words, caveat: `${t('map.heldBackThere', { n: heldBack })} ${words.caveat}` };
}

/** Squares that differ by less than this share on the ground are given one width. */
const ALIKE = 1.1;

/** "about 20 km", or "48 to 78 km" where the map reaches so far north or south that squares differ on the ground. */
export function squareWords({ sideKm }: DensityModel, { t, format }: I18n): string {
  const { least, most } = sideKm;
  const short = new Intl.NumberFormat(format.locale, { maximumSignificantDigits: 2 });
  if (most < least * ALIKE) return t('map.density.km', { km: short.format((least + most) / 2) });
  return t('map.density.kmRange', { least: short.format(least), most: short.format(most) });
}

function densityWords(words: FigureWords, model: DensityModel, i18n: I18n, short: boolean): FigureWords {
  const own = [i18n.t('map.density.caveat', { km: squareWords(model, i18n) })];
  if (model.vague > 0) own.push(i18n.t('map.density.vague', { n: model.vague }));
  if (!short) own.push(words.caveat);
  return { ...words, caveat: own.join(' ') };
}

/** The words of a figure of rates: what they are taken of, and when there is none. */
export function rateWords(words: FigureWords, { year, publisher }: Population, i18n: I18n): FigureWords {
  const { t } = i18n;
  const caveat = t('map.rates.caveat', { year: String(year), publisher, least: LEAST_EVENTS });
  return {
    ...words,
    subtitle: t('map.rates.subtitle', { subtitle: words.subtitle }),
    caveat: `${caveat} ${words.caveat}`,
  };
}

/** A rate to two digits: 0.43, 7.1, 120. */
export function rateNumber(value: number, { format }: I18n): string {
  const digits = value < 100 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return new Intl.NumberFormat(format.locale, digits).format(value);
}

/** A rate in words, or why there is none. */
export function rateText(rate: Rate, i18n: I18n): string {
  const { t } = i18n;
  if (rate.why === 'few') return t('map.rates.few', { least: LEAST_EVENTS });
  if (rate.why === 'no-population') return t('map.rates.noPopulation');
  return t('map.rates.value', { value: rateNumber(rate.value, i18n) });
}

/** What the squares say, before the fullest cell is named. */
export function densitySummary(model: DensityModel, i18n: I18n): string {
  const { format, t } = i18n;
  return t('map.density.summary', {
    n: model.events,
    squares: format.number(model.squares),
    km: squareWords(model, i18n),
    most: format.number(model.most),
  });
}

/** Countries with their events, their people and the rate, or why there is none. */
export function rateTable<Row extends Pick<Hotspot, 'events' | 'rate'>>(
  { year }: Population,
  rows: readonly Row[],
  name: (row: Row) => string,
  i18n: I18n,
): FigureTable {
  const { t } = i18n;
  return {
    caption: t('map.rates.table', { year: String(year) }),
    columns: [
      { key: 'country', label: t('map.table.country'), numeric: false },
      { key: 'events', label: t('map.table.events'), numeric: true },
      { key: 'people', label: t('map.rates.people', { year: String(year) }), numeric: true },
      { key: 'rate', label: t('map.legendPer.rates'), numeric: true },
      { key: 'why', label: t('map.rates.why'), numeric: false },
    ],
    rows: rows.map((row) => {
      const { rate } = row;
      const value = rate?.value ?? null;
      return [
        name(row),
        row.events,
        rate?.people ?? null,
        value === null ? null : Number(value.toPrecision(3)),
        rate?.why ? rateText(rate, i18n) : '',
      ];
    }),
  };
}
