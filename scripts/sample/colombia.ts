import type { Place } from '#core/place.ts';
import { binEnd, dayOf } from '#core/time.ts';
import { citation, draftEvent, type EventDraft, quantity } from './draft.ts';
import { adm1ByPoint } from './gazetteer.ts';
import { titleCase } from './peru-names.ts';
import { type Row, sharedRows, sharedText } from './shared-data.ts';

export const policeFile = 'events/colombia-police-drug-seizures-antioquia-2018-01-04.soda.json';
export const infrastructureFile = 'events/colombia-mindefensa-drug-infrastructure-destroyed-2010-2022.csv.gz';

interface Municipality {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** DANE's municipalities by five-digit code; the code is text, its leading zero counts. */
function municipalities(): ReadonlyMap<string, Municipality> {
  return new Map(
    sharedRows('geo/colombia-municipalities-dane-centroids.csv').map((row) => [
      row('id'),
      {
        name: titleCase(row('municipality')),
        lat: Math.round(Number(row('lat')) * 1e5) / 1e5,
        lon: Math.round(Number(row('lon')) * 1e5) / 1e5,
      },
    ]),
  );
}

function placeAt(municipality: Municipality): Place {
  return {
    country: 'CO',
    adm1: adm1ByPoint('CO', municipality.lat, municipality.lon),
    adm2: municipality.name,
    name: municipality.name,
    zone: null,
    lat: municipality.lat,
    lon: municipality.lon,
    precision: 3,
  };
}

interface PoliceRow {
  readonly c_digo_dane: string;
  readonly cantidad: string;
  readonly clase_de_estupefaciente: string;
  readonly fecha: string;
  readonly unidad_de_medida: string;
}

/** The police code "5101000" has lost its leading zero and ends in "000" for the municipal seat: DANE "05101". */
export function daneOfPolice(code: string): string {
  return code.padStart(8, '0').slice(0, 5);
}

/** Single drug seizures of the National Police, January to April 2018, nearly all in Antioquia. */
export function policeEvents(): readonly EventDraft[] {
  const places = municipalities();
  const rows = JSON.parse(sharedText(policeFile)) as readonly PoliceRow[];
  return rows.map((row, index) => {
    const code = daneOfPolice(row.c_digo_dane);
    const municipality = places.get(code);
    if (!municipality) throw new Error(`No municipality ${code}`);
    const [year = 0, month = 0, day = 0] = row.fecha.slice(0, 10).split('-').map(Number);
    const at = dayOf(year, month, day);
    const bazuco = row.clase_de_estupefaciente === 'BASUCO';
    const grams = row.unidad_de_medida === 'GRAMO';
    const amount = Number(row.cantidad);
    const id = `copol-2018-${String(index + 1).padStart(4, '0')}`;
    const drug = bazuco ? 'bazuco' : 'coca base';
    return draftEvent(
      {
        id,
        kind: 'drug-seizure',
        time: { from: at, to: at, precision: 'day' },
        place: placeAt(municipality),
        source: 'colombia-police-seizures',
        sourceRecordId: String(index + 1),
        citations: [citation('National Police of Colombia, open data', 'https://www.datos.gov.co/', null)],
      },
      {
        quantities: [
          grams
            ? quantity('kg', `kg ${drug}`, 'coca-base', amount / 1000)
            : quantity('item', `${row.unidad_de_medida.toLowerCase()} ${drug}`, 'coca-base', amount),
        ],
        substances: ['coca-base'],
        actors: ['National Police of Colombia'],
      },
    );
  });
}

/** Codes of the file that are not municipalities: rows abroad, which have no place finer than the country. */
const abroad: Readonly<Record<string, readonly [country: string, name: string]>> = {
  '01-58': ['VE', 'Venezuela'],
  '01-51': ['PE', 'Peru'],
};

interface Month {
  readonly code: string;
  readonly year: number;
  readonly month: number;
  readonly rows: Row[];
}

function monthsOf(rows: readonly Row[]): readonly Month[] {
  const months = new Map<string, Month>();
  for (const row of rows) {
    const date = /^(\d{2})\/\d{2}\/(\d{4})/u.exec(row('FECHA HECHO'));
    if (!date) throw new Error(`Date "${row('FECHA HECHO')}" is not month/day/year`);
    const key = `${row('COD_MUNI')}|${date[2]}-${date[1]}`;
    const entry = months.get(key) ?? {
      code: row('COD_MUNI'),
      year: Number(date[2]),
      month: Number(date[1]),
      rows: [],
    };
    entry.rows.push(row);
    months.set(key, entry);
  }
  return [...months.values()];
}

/** Drug infrastructure destroyed, joined to one record for each municipality and month; `reports` says how many rows. */
export function infrastructureEvents(): readonly EventDraft[] {
  const places = municipalities();
  return monthsOf(sharedRows(infrastructureFile)).map(({ code, year, month, rows }) => {
    const from = dayOf(year, month, 1);
    const period = `${year}-${String(month).padStart(2, '0')}`;
    return draftEvent(
      {
        id: `coinf-${code === '' ? 'unknown' : code}-${period}`,
        kind: 'laboratory-destruction',
        time: { from, to: binEnd(from, 'month'), precision: 'month' },
        place: placeOfCode(code, places),
        source: 'colombia-drug-infrastructure',
        sourceRecordId: `${code}/${period}`,
        citations: [
          citation(
            'Ministry of Defence of Colombia, open data',
            'https://www.datos.gov.co/d/s29y-2xjd',
            null,
          ),
        ],
      },
      {
        quantities: [
          quantity(
            'item',
            'drug infrastructure sites destroyed',
            null,
            rows.reduce((sum, row) => sum + Number(row('CANTIDAD')), 0),
          ),
        ],
        reports: rows.length,
      },
    );
  });
}

function placeOfCode(code: string, places: ReadonlyMap<string, Municipality>): Place {
  const municipality = places.get(code);
  if (municipality) return placeAt(municipality);
  const [country, name] = abroad[code] ?? ['CO', null];
  return { country, adm1: null, adm2: null, name, zone: null, lat: null, lon: null, precision: 6 };
}
