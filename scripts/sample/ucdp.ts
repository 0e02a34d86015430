import type { Place, PlacePrecision } from '#core/place.ts';
import type { Citation } from '#core/provenance.ts';
import type { KindKey } from '#core/taxonomy.ts';
import { type DatePrecision, datePrecisions, type EventTime, parseIsoDay } from '#core/time.ts';
import { citation, draftEvent, type EventDraft, quantity, spanPrecision } from './draft.ts';
import { adm1Of } from './gazetteer.ts';
import { type Row, sharedRows } from './shared-data.ts';
import { groupIdsOfSide, shownName } from './ucdp-actors.ts';

export const ucdpFiles = [
  { file: 'events/ucdp-ged-mexico-1989-2023.csv.gz', source: 'ucdp-ged-mexico', country: 'MX' },
  { file: 'events/ucdp-ged-colombia-1989-2018-hxl.csv.gz', source: 'ucdp-ged-colombia', country: 'CO' },
] as const;

/** Lethal events of organised violence in Mexico and Colombia as UCDP codes them; no headline of its sources is kept. */
export function ucdpEvents(): readonly EventDraft[] {
  return ucdpFiles.flatMap(({ file, source, country }) =>
    sharedRows(file)
      .filter((row) => !row('id').startsWith('#') && row('date_start') !== '#date+start')
      .map((row) => eventOfRow(row, source, country)),
  );
}

const kindOfViolence: Readonly<Record<string, KindKey>> = {
  '1': 'combat',
  '2': 'non-state-clash',
  '3': 'one-sided-violence',
};

function eventOfRow(row: Row, source: string, country: string): EventDraft {
  const kind = kindOfViolence[row('type_of_violence')];
  if (!kind) throw new Error(`UCDP ${row('id')}: type of violence "${row('type_of_violence')}"`);
  const sides = [row('side_a'), row('side_b')];
  const deaths = deathsOf(row);
  return draftEvent(
    {
      id: `ucdp-${row('id')}`,
      kind,
      time: timeOf(row),
      place: placeOf(row, country),
      source,
      sourceRecordId: row('id'),
      citations: citationsOf(row),
    },
    {
      quantities: [quantity('people', 'deaths', null, deaths.best, deaths.low, deaths.high)],
      groups: [...new Set(sides.flatMap(groupIdsOfSide))].sort(),
      actors: sides.flatMap((side) => side.split(', ')).map((name) => shownName(name.trim())),
      note: deaths.reordered
        ? 'The data set gives the low and high estimates of deaths in the wrong order; they are exchanged here.'
        : null,
    },
  );
}

/** Deaths with the bounds in order; 143 rows of the releases have a low above the best or a high below it. */
export function deathsOf(row: Row): { best: number; low: number; high: number; reordered: boolean } {
  const [best, low, high] = [Number(row('best')), Number(row('low')), Number(row('high'))];
  const ordered = { low: Math.min(best, low, high), high: Math.max(best, low, high) };
  return { best, ...ordered, reordered: ordered.low !== low || ordered.high !== high };
}

/** UCDP date_prec: 1 day, 2 two to six days, 3 a week, 4 a month or so, 5 up to a year. */
const precisionOfDate: Readonly<Record<string, DatePrecision>> = {
  '1': 'day',
  '2': 'week',
  '3': 'week',
  '4': 'month',
  '5': 'year',
};

function timeOf(row: Row): EventTime {
  const from = parseIsoDay(row('date_start').slice(0, 10));
  const to = parseIsoDay(row('date_end').slice(0, 10));
  const coded = precisionOfDate[row('date_prec')];
  if (from === null || to === null || !coded)
    throw new Error(`UCDP ${row('id')}: dates ${row('date_start')} ${row('date_end')}`);
  if (coded === 'day') return { from, to, precision: 'day' };
  const span = spanPrecision(from, to);
  const coarser = datePrecisions.indexOf(span) > datePrecisions.indexOf(coded) ? span : coded;
  return { from, to, precision: coarser };
}

/** Country-level rows carry the country's middle in the data set: that point is never kept. */
function placeOf(row: Row, country: string): Place {
  const precision = Number(row('where_prec')) as PlacePrecision;
  const placed = precision !== 6;
  const lat = placed ? Number(row('latitude')) : null;
  const lon = placed ? Number(row('longitude')) : null;
  const municipality = row('adm_2')
    .replace(/\s+municipality$/u, '')
    .trim();
  return {
    country,
    adm1: placed
      ? adm1Of(country, row('adm_1'), precision === 7 ? null : lat, precision === 7 ? null : lon)
      : null,
    adm2: municipality === '' ? null : municipality,
    name: row('where_coordinates').trim() || null,
    zone: null,
    lat,
    lon,
    precision,
  };
}

const citeUcdp = citation('UCDP Georeferenced Event Dataset', 'https://ucdp.uu.se/', null);

/** UCDP, then the news offices it read with the days of their reports, where the release names them one by one. */
function citationsOf(row: Row): readonly Citation[] {
  const offices = row('source_office')
    .split(';')
    .map((office) => office.trim());
  const days = row('source_date')
    .split(';')
    .map((day) => day.trim());
  if (offices.length !== days.length) return [citeUcdp];
  const reports = offices.flatMap((office, index) => {
    const day = days[index] ?? '';
    return office === '' ? [] : [citation(office, null, parseIsoDay(day) === null ? null : day)];
  });
  return [citeUcdp, ...reports.slice(0, 3)];
}
