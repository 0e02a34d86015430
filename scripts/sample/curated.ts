import type { Citation } from '#core/provenance.ts';
import { parseVagueDate } from '#core/time.ts';
import { disputesOf } from './curated-disputes.ts';
import { placeOfRow } from './curated-places.ts';
import { isWeak, kindOfRow, spanOfRow, totalRows } from './curated-rules.ts';
import { citation, draftEvent, type EventDraft } from './draft.ts';
import { groupIds } from './groups-known.ts';
import { milestoneLabel } from './milestones.ts';
import { listOf, numberOrNull, type Row, sharedRows } from './shared-data.ts';
import { translatedSummary } from './translations.ts';
import { asItem, quantityOfRow } from './units.ts';

/** The three files written for this project, with the id of the dataset each becomes. */
export const curatedFiles = [
  { file: 'events/peru-curated-events-2000-2024.csv', source: 'curated-peru' },
  { file: 'events/aerial-interdiction-latam-curated.csv', source: 'curated-air' },
  { file: 'events/seizures-and-operations-latam-curated.csv', source: 'curated-operations' },
] as const;

/** Events of the curated files; rows that are totals are left out (see totals.ts). */
export function curatedEvents(): readonly EventDraft[] {
  return curatedFiles.flatMap(({ file, source }) =>
    sharedRows(file)
      .filter((row) => !totalRows.has(row('id')))
      .map((row) => eventOfRow(row, source)),
  );
}

/** Country of a row: the Peru file is all Peru and writes ISO3, the others write ISO2. */
function countryOf(row: Row, source: string): string {
  return source === 'curated-peru' ? 'PE' : row('country_iso2');
}

function eventOfRow(row: Row, source: string): EventDraft {
  const id = row('id');
  const kind = kindOfRow(id, row('type'), row('unit'));
  const time = spanOfRow(id) ?? parseVagueDate(row('date'));
  if (!time) throw new Error(`${id}: date "${row('date')}" is not YYYY, YYYY-MM or YYYY-MM-DD`);
  const country = countryOf(row, source);
  const place = placeOfRow({
    id,
    country,
    admin1: row('admin1'),
    name: row('place'),
    geoPrecision: row('geo_precision'),
    lat: numberOrNull(row('lat')),
    lon: numberOrNull(row('lon')),
  });
  const actors = listOf(row('actors'));
  const label = milestoneLabel(id);
  const summaries = translatedSummary(id, row('summary_en'));
  const found = quantitiesOfRow(row, source, kind === 'policy' || kind === 'report' || kind === 'judicial');
  return draftEvent(
    { id, kind, time, place, source, sourceRecordId: id, citations: citationsOfRow(row) },
    {
      quantities: found,
      substances: [...new Set(found.flatMap((item) => (item.substance === null ? [] : [item.substance])))],
      groups: groupIds(actors),
      actors,
      summary: row('summary_en'),
      note: noteOfRow(id, row('note'), place.precision >= 4),
      milestone: label !== null,
      ...(label ? { label } : {}),
      ...(summaries ? { summaries } : {}),
      disputes: disputesOf(id),
    },
  );
}

function quantitiesOfRow(row: Row, source: string, decision: boolean): EventDraft['quantities'] {
  if (row('id') === 'ai-co-007') return [];
  const ranged = source !== 'curated-peru';
  const value = numberOrNull(row('quantity'));
  let low = ranged ? numberOrNull(row('quantity_low')) : null;
  let high = ranged ? numberOrNull(row('quantity_high')) : null;
  if (row('id') === 'pe-018') [low, high] = [14, 18];
  const unit = row('id') === 'so-mx-002' ? 'deaths' : row('unit');
  const found = quantityOfRow(unit, value, low, high);
  if (!found) return [];
  return [decision ? asItem(found) : found];
}

/** Notes for the maker of the file, not for readers. */
const editorial =
  /;? ?(type disputed: [^;]*|store the revision history|check before display|confirm before display|belongs in indicators too|store counts, not names|good case for a min\/best\/max count: [\d/]+|one row$|keep the wording neutral and the outcome in the same sentence|named living person in the source:?)/gu;

/** What a note says of the row's point; for areas it no longer holds, since they stand at their label point. */
const aboutPoint = /,?\s*(no point given|(the )?point(:| is).*|approximate point)$/u;

/**
 * The row's caveat for readers, without what it says to the file's maker; null when nothing is left. For places that are
 * areas (`area`), remarks about the row's point are left out.
 */
export function noteOfRow(id: string, note: string, area = false): string | null {
  const cleaned = note.replace(editorial, '');
  const clauses = cleaned.split(';').map((clause) => (area ? clause.replace(aboutPoint, '') : clause).trim());
  const kept = clauses
    .filter((clause) => clause !== '')
    .join('; ')
    .replace(/^[\s:,]+|[\s:,]+$/gu, '');
  if (kept === '') return null;
  if (id === 'ai-co-007') return `${kept}; the figure in the audit is a total and is not counted here`;
  const plain = kept.replace(/\bexcerpt\b/gu, 'text read').replace(/\brow(s?)\b/gu, 'event$1');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function citationsOfRow(row: Row): readonly Citation[] {
  return (['source_1', 'source_2'] as const).flatMap((prefix) => {
    const publisher = row(`${prefix}_publisher`);
    const url = row(`${prefix}_url`);
    if (publisher === '' && url === '') return [];
    const published = row(`${prefix}_date`);
    return [
      citation(
        publisher,
        url === '' ? null : url,
        published === '' ? null : published,
        isWeak(row('id'), publisher, url),
      ),
    ];
  });
}
