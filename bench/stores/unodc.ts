import { maxQuantity } from '#contract/part-columns.ts';
import { gramsOf, type Quantity } from '#core/measure.ts';
import type { Place } from '#core/place.ts';
import type { SubstanceKey } from '#core/taxonomy.ts';
import { type EventTime, parseIsoDay } from '#core/time.ts';
import { parseCsvRecords } from '#ingest/csv.ts';
import { citation, draftEvent, type EventDraft, quantity } from '#scripts/sample/draft.ts';
import { adm1ByName } from '#scripts/sample/gazetteer.ts';
import { sharedText } from '#scripts/sample/shared-data.ts';

export const unodcFile = 'events/unodc-individual-drug-seizures-world-2011-2015.csv.gz';
export const unodcSource = 'unodc-ids-world';

const cite = citation('UNODC, Individual Drug Seizures', 'https://dmp.unodc.org/', null);

/** Every row of UNODC's individual drug seizures as an event, for measuring: its terms let none of it be bundled. */
export function unodcEvents(): EventDraft[] {
  return parseCsvRecords(sharedText(unodcFile), ';').map((row, index) => {
    const of = (column: string): string => (row[column] ?? '').trim();
    const substance = substanceOf(of('DRUG_NAME'));
    return draftEvent(
      {
        id: `unodc-ids-${index + 1}`,
        kind: 'drug-seizure',
        time: timeOf(of('SEIZURE_DATE')),
        place: placeOf(of('COUNTRY'), of('ADMINISTRATIVE_DIVISION'), of('PLACE')),
        source: unodcSource,
        sourceRecordId: String(index + 1),
        citations: [cite],
      },
      { substances: [substance], quantities: quantitiesOf(of('AMOUNT'), of('DRUG_UNIT'), substance) },
    );
  });
}

function timeOf(date: string): EventTime {
  const day = parseIsoDay(date);
  return { from: day, to: day, precision: day === null ? 'unknown' : 'day' };
}

const isoOfName = new Map<string, string>();
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  const name = names.of(code);
  // Codes no longer used ("UK", "YU") bear the name of the one in use, which comes first in the alphabet.
  if (name !== undefined && !isoOfName.has(name)) isoOfName.set(name, code);
}

/** The file gives no points: an event stands for its region where our index has one of that name, else for its country. */
function placeOf(country: string, division: string, name: string): Place {
  const iso2 = isoOfName.get(country.split(',', 1)[0]!) ?? null;
  const adm1 = iso2 === null || division === '' ? null : adm1ByName(iso2, division);
  const precision = adm1 === null ? 6 : 4;
  return { country: iso2, adm1, adm2: null, name: name || null, zone: null, lat: null, lon: null, precision };
}

const substanceRules: readonly (readonly [RegExp, SubstanceKey])[] = [
  [/paste|cocaine base|crack/i, 'coca-base'],
  [/coca leaf|coca seeds/i, 'coca-leaf'],
  [/cocaine/i, 'cocaine'],
  [/heroin|opium|morphine|methadone|poppy|codeine/i, 'opiates'],
  [/cannabis (herb|resin|oil|plant|seed)|marijuana|hashish/i, 'cannabis'],
  [/ephedrine|precursor|quinoline|GBL|anhydride/i, 'precursors'],
  [/amphetamine|ecstasy|synthetic|JWH|MDPV|stimulant|LSD|ketamine|cathinone|ephedrone/i, 'synthetics'],
];

function substanceOf(drug: string): SubstanceKey {
  return substanceRules.find(([pattern]) => pattern.test(drug))?.[1] ?? 'drugs-unspecified';
}

const kilograms: Readonly<Record<string, number>> = { Kilogram: 1, Gram: 0.001 };

/** A weight that no column of the snapshot holds (above 4,294 tonnes; mostly slips of the unit) stays an item in its own unit. */
function quantitiesOf(amount: string, unit: string, substance: SubstanceKey): Quantity[] {
  const value = amount === '' ? Number.NaN : Number(amount);
  if (!Number.isFinite(value)) return [];
  const factor = kilograms[unit];
  const isWeight = factor !== undefined && gramsOf(value * factor) <= maxQuantity;
  return !isWeight
    ? [quantity('item', unit.toLowerCase(), substance, value)]
    : [quantity('kg', `kg ${substance}`, substance, value * factor)];
}
