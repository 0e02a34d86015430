import type { CrimeEvent } from '#core/event.ts';
import type { Quantity } from '#core/measure.ts';
import type { Place } from '#core/place.ts';
import type { I18n } from './i18n.tsx';
import { kindLabel, placePrecisionLabel, substanceLabel } from './labels.ts';

/** Name of a province by its id, where the page knows it. */
export type Adm1Name = (id: string) => string | null;

/** The finest name of a place: as the source says it, else the municipality, the region, the country; "" if nothing is known. */
export function placeName(place: Place, { format }: I18n, adm1Name: Adm1Name = () => null): string {
  const region = place.adm1 === null ? null : adm1Name(place.adm1);
  const country = place.country === null ? '' : format.country(place.country);
  return place.name ?? place.adm2 ?? region ?? country;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Name and what it lies in: "Trujillo, La Libertad", "VRAEM, Peru". */
export function placeWithin(place: Place, i18n: I18n, adm1Name: Adm1Name = () => null): string {
  const name = placeName(place, i18n, adm1Name);
  const region = place.adm1 === null ? null : adm1Name(place.adm1);
  const country = place.country === null ? null : i18n.format.country(place.country);
  const said = fold(name);
  // "Lima Metropolitana" is said already by "Puente Piedra, Lima".
  const isSaid = (part: string) =>
    said.includes(fold(part)) || fold(part).startsWith(said.split(', ').at(-1) ?? said);
  const wider = [region, country].find((part) => part !== null && !isSaid(part));
  return wider ? `${name}, ${wider}` : name;
}

/** Our words for the units that records use; other units are shown as the record has them. */
const unitKeys = {
  'drug infrastructure sites destroyed': 'sites',
  'ha read as mining': 'mining-ha',
  'clandestine airstrips': 'airstrips',
  airstrips: 'airstrips',
  aircraft: 'aircraft',
  arrests: 'arrests',
  laboratories: 'laboratories',
  'packages of cocaine': 'packages-cocaine',
  radars: 'radars',
  packages: 'packages',
  'packages of drugs': 'packages-drugs',
  'ha coca eradicated': 'coca-ha',
  'ha marijuana eradicated': 'cannabis-ha',
  'rounds of ammunition': 'rounds',
  'coca bushes': 'coca-bushes',
  'explosive charges': 'charges',
  'contraband cigarettes': 'cigarettes',
  'lorries with contraband': 'lorries',
  'people held': 'held',
  firearms: 'firearms',
  injured: 'injured',
  'mining dredges destroyed': 'dredges',
  'mining camps destroyed': 'mining-camps',
  'mining engines destroyed': 'mining-engines',
  'mining rafts destroyed': 'mining-rafts',
  'kg cassiterite': 'cassiterite',
  'kg mercury': 'mercury',
  'marijuana plants': 'cannabis-plants',
  'tonnes of contraband goods': 'contraband-t',
} as const;

const unitKey = (unit: string) => Object.entries(unitKeys).find(([name]) => name === unit)?.[1];

/** One reported quantity in words; null when the source gives no figure. */
export function quantityText(quantity: Quantity, { t, format }: I18n): string | null {
  const { measure, value, substance, unit } = quantity;
  if (value === null) return null;
  if (measure === 'kg') {
    const weight = format.kg(value);
    return substance === null
      ? weight
      : t('domain.quantity.kg', { weight, what: substanceLabel(t, substance).toLowerCase() });
  }
  if (measure === 'usd') {
    const money = format.money(value);
    return unit.startsWith('counterfeit') ? t('domain.quantity.counterfeit', { money }) : money;
  }
  if (measure === 'people') return t('domain.quantity.people', { n: value });
  const known = unitKey(unit);
  return known ? t(`domain.unit.${known}`, { n: value }) : `${format.number(value)} ${unit}`;
}

/** "3 to 7.6 t reported" where the source gives a range; null otherwise. */
export function rangeText(quantity: Quantity, { t, format }: I18n): string | null {
  const { low, high, measure } = quantity;
  if (low === null || high === null || low === high) return null;
  const write = (value: number) =>
    measure === 'kg' ? format.kg(value) : measure === 'usd' ? format.money(value) : format.number(value);
  return t('domain.quantity.range', { low: write(low), high: write(high) });
}

/** Weightiest quantity first: deaths, weight, value, items. */
export function mainQuantity(event: CrimeEvent): Quantity | null {
  const order = ['people', 'kg', 'usd', 'item'] as const;
  const given = event.quantities.filter((quantity) => quantity.value !== null);
  for (const measure of order) {
    const found = given.filter((quantity) => quantity.measure === measure);
    const largest = found.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    if (largest) return largest;
  }
  return null;
}

/** An event's headline and the language it is in. Rows without a sentence of ours get one from their fields. */
export function eventHeadline(
  event: CrimeEvent,
  i18n: I18n,
  adm1Name: Adm1Name = () => null,
): { readonly text: string; readonly lang: string | null } {
  if (event.summary !== null) {
    const own = i18n.lang === 'en' ? event.summary : event.summaries?.[i18n.lang];
    return own === undefined ? { text: event.summary, lang: 'en' } : { text: own, lang: null };
  }
  const kind = kindLabel(i18n.t, event.kind);
  const place = placeWithin(event.place, i18n, adm1Name);
  const quantity = mainQuantity(event);
  const amount = quantity ? quantityText(quantity, i18n) : null;
  if (amount !== null && place !== '')
    return { text: i18n.t('domain.headline.full', { kind, amount, place }), lang: null };
  if (amount !== null) return { text: i18n.t('domain.headline.amount', { kind, amount }), lang: null };
  if (place !== '') return { text: i18n.t('domain.headline.place', { kind, place }), lang: null };
  return { text: kind, lang: null };
}

/** Short marks of what is not certain about an event, in the order they matter. */
export function eventTags(
  event: CrimeEvent,
  i18n: I18n,
): { readonly text: string; readonly warn: boolean }[] {
  const { t } = i18n;
  const tags: { text: string; warn: boolean }[] = [];
  const place = placePrecisionLabel(t, event.place.precision);
  if (event.place.precision !== 1 && place !== '') tags.push({ text: place, warn: false });
  for (const quantity of event.quantities) {
    const range = rangeText(quantity, i18n);
    if (range !== null && !tags.some((tag) => tag.text === range)) tags.push({ text: range, warn: false });
  }
  if (event.reports > 1) tags.push({ text: t('domain.reports', { n: event.reports }), warn: false });
  if (event.disputes.length > 0) tags.push({ text: t('domain.disputed'), warn: true });
  if (event.citations.length > 0 && event.citations.every((citation) => citation.weak)) {
    tags.push({ text: t('domain.weak'), warn: true });
  }
  return tags;
}
