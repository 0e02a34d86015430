import type { Localised } from '#core/localised.ts';
import type { Place } from '#core/place.ts';
import type { Dispute } from '#core/provenance.ts';
import type { SubstanceKey } from '#core/taxonomy.ts';
import { dayOf, type EventTime, isoOf } from '#core/time.ts';
import { citation, draftEvent, type EventDraft, quantity, spanPrecision } from './draft.ts';
import { adm1Of } from './gazetteer.ts';
import { peruName } from './peru-names.ts';
import { numberOrNull, type Row, sharedRows } from './shared-data.ts';

export const idsPeruFile = 'events/peru-drug-seizures-unodc-ids-2011-2015-deduplicated-geocoded.csv';

const citeIds = citation('UNODC, Individual Drug Seizures', 'https://dmp.unodc.org/', null);

/** Peru's significant drug seizures as reported to UNODC, one event for each de-duplicated row. */
export function idsPeruEvents(): readonly EventDraft[] {
  return sharedRows(idsPeruFile).map(eventOfRow);
}

function eventOfRow(row: Row): EventDraft {
  const names = row('drug_names').split('|');
  const substances = [...new Set(names.map(substanceOf))].sort();
  const { time, disputes, exchangedDays } = timeOfRow(row);
  const kg = numberOrNull(row('amount_kg'));
  const substance = substances.length === 1 ? (substances[0] ?? null) : 'drugs-unspecified';
  const repeated = Number(row('source_rows'));
  const { en: note, ...translated } = noteOf(exchangedDays, repeated, names.length > 1);
  return draftEvent(
    {
      id: row('id'),
      kind: 'drug-seizure',
      time,
      place: placeOfRow(row),
      source: 'unodc-ids-peru',
      sourceRecordId: row('id'),
      citations: [citeIds],
    },
    {
      quantities:
        kg === null
          ? []
          : [quantity('kg', `kg ${names.join(' / ').toLowerCase().replace('hcl', 'HCl')}`, substance, kg)],
      substances,
      ...(note === '' ? {} : { note, notes: translated }),
      disputes,
    },
  );
}

/** What a reader must know of a row: day and month may be exchanged, rows were put together, they name different drugs. */
function noteOf(days: readonly string[], repeated: number, differs: boolean): Localised {
  const together = (exchanged: string, counted: string, drugs: string): string =>
    [
      ...(days.length > 0 ? [exchanged] : []),
      ...(repeated > 1 ? [counted] : []),
      ...(differs ? [drugs] : []),
    ].join(' ');
  return {
    en: together(
      `Day and month may be exchanged in the source (${days.join(' or ')}).`,
      `Reported ${repeated} times with the same day, place and weight; counted once.`,
      'The rows name the drug differently.',
    ),
    es: together(
      `El día y el mes pueden estar intercambiados en la fuente (${days.join(' o ')}).`,
      `Aparece ${repeated} veces con el mismo día, lugar y peso; se cuenta una sola vez.`,
      'Las filas nombran la droga de forma distinta.',
    ),
    pt: together(
      `O dia e o mês podem estar trocados na fonte (${days.join(' ou ')}).`,
      `Aparece ${repeated} vezes com o mesmo dia, lugar e peso; contado uma só vez.`,
      'As linhas nomeiam a droga de formas diferentes.',
    ),
  };
}

function substanceOf(name: string): SubstanceKey {
  return /paste|base/iu.test(name) ? 'coca-base' : 'cocaine';
}

/**
 * The days the row allows. The releases sometimes exchange day and month, and 37 rows stand under two years: then the
 * event is placed between the earliest and the latest reading, never on one of them.
 */
export function readingsOf(date: string, years: readonly string[], exchanged: boolean): readonly number[] {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  return years.flatMap((year) => {
    const asWritten = dayOf(Number(year), month, day);
    return exchanged ? [asWritten, dayOf(Number(year), day, month)] : [asWritten];
  });
}

function timeOfRow(row: Row): {
  time: EventTime;
  disputes: readonly Dispute[];
  exchangedDays: readonly string[];
} {
  const years = row('years_reported').split('|');
  const exchanged = row('day_month_ambiguous') === 'True';
  const days = readingsOf(row('date'), years, exchanged);
  const from = Math.min(...days);
  const to = Math.max(...days);
  const exchangedDays = exchanged ? days.map(isoOf) : [];
  const disputes: readonly Dispute[] =
    years.length > 1
      ? [
          {
            field: 'date',
            text: `The ${years.join(' and ')} releases each list this seizure as of their own year.`,
            alternative: null,
          },
        ]
      : [];
  return { time: { from, to, precision: spanPrecision(from, to) }, disputes, exchangedDays };
}

function placeOfRow(row: Row): Place {
  const level = row('geo_level');
  const lat = numberOrNull(row('lat'));
  const lon = numberOrNull(row('lon'));
  const district = level === 'district' ? peruName(row('district')) : null;
  const department = row('department');
  const parts = [district, level === 'department' ? '' : peruName(row('province'))].filter(
    (part) => part !== null && part !== '',
  );
  const name = [...new Set(parts)].join(', ');
  return {
    country: 'PE',
    adm1:
      department === ''
        ? null
        : adm1Of('PE', department, level === 'department' ? null : lat, level === 'department' ? null : lon),
    adm2: district,
    name: name === '' ? null : name,
    zone: null,
    lat: level === 'none' ? null : lat,
    lon: level === 'none' ? null : lon,
    precision: level === 'none' ? 6 : level === 'district' && lat !== null ? 3 : 4,
  };
}
