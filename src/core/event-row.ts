import type { Cell, RecordTable } from './csv.ts';
import { joinedCell } from './csv.ts';
import type { CrimeEvent } from './event.ts';
import { type Quantity, type QuantityMeasure, quantityOf } from './measure.ts';
import { isPlaced, placePrecisionKey } from './place.ts';
import type { SourceInfo } from './provenance.ts';
import { familyOf } from './taxonomy.ts';
import { isoOf, vagueIso } from './time.ts';

/** What a row needs beside the event: the dataset it comes from and names that stand behind ids, where known. */
export interface EventRowNames {
  readonly source: (SourceCredit & Pick<SourceInfo, 'redistribution'>) | null;
  readonly adm1: string | null;
}

/** An event with the names its row shows. */
export interface NamedEvent extends EventRowNames {
  readonly event: CrimeEvent;
}

const amount =
  (measure: QuantityMeasure, bound: 'value' | 'low' | 'high') =>
  ({ event }: NamedEvent): Cell => {
    const best = quantityOf(event.quantities, measure);
    const value = quantityOf(event.quantities, measure, bound);
    return bound !== 'value' && value === best ? null : value;
  };

/**
 * One flat row an event, as CSV and GeoJSON give it: ISO dates as exact as they are known with their first and last possible
 * day and precision, the place with its precision, quantities (empty = not reported), and a source address in every row.
 */
export const eventTable: RecordTable<NamedEvent> = {
  columns: [
    { name: 'id', cell: ({ event }) => event.id },
    { name: 'date', type: 'day', cell: ({ event }) => vagueIso(event.time) || null },
    {
      name: 'date_from',
      type: 'day',
      cell: ({ event }) => (event.time.from === null ? null : isoOf(event.time.from)),
    },
    {
      name: 'date_to',
      type: 'day',
      cell: ({ event }) => (event.time.to === null ? null : isoOf(event.time.to)),
    },
    { name: 'date_precision', cell: ({ event }) => event.time.precision },
    { name: 'family', cell: ({ event }) => familyOf(event.kind) },
    { name: 'kind', cell: ({ event }) => event.kind },
    { name: 'country', cell: ({ event }) => event.place.country },
    { name: 'region_id', cell: ({ event }) => event.place.adm1 },
    { name: 'region', cell: ({ adm1 }) => adm1 },
    { name: 'municipality', cell: ({ event }) => event.place.adm2 },
    { name: 'place', cell: ({ event }) => event.place.name },
    { name: 'zone', cell: ({ event }) => event.place.zone },
    { name: 'lat', type: 'number', cell: ({ event }) => event.place.lat },
    { name: 'lon', type: 'number', cell: ({ event }) => event.place.lon },
    { name: 'place_precision', type: 'number', cell: ({ event }) => event.place.precision },
    { name: 'place_precision_name', cell: ({ event }) => placePrecisionKey(event.place.precision) },
    { name: 'kg', type: 'number', cell: amount('kg', 'value') },
    { name: 'kg_low', type: 'number', cell: amount('kg', 'low') },
    { name: 'kg_high', type: 'number', cell: amount('kg', 'high') },
    { name: 'usd', type: 'number', cell: amount('usd', 'value') },
    { name: 'usd_low', type: 'number', cell: amount('usd', 'low') },
    { name: 'usd_high', type: 'number', cell: amount('usd', 'high') },
    { name: 'people_killed', type: 'number', cell: amount('people', 'value') },
    { name: 'people_killed_low', type: 'number', cell: amount('people', 'low') },
    { name: 'people_killed_high', type: 'number', cell: amount('people', 'high') },
    { name: 'quantities', cell: ({ event }) => joinedCell(event.quantities.map(quantityText)) },
    { name: 'substances', cell: ({ event }) => joinedCell(event.substances) },
    { name: 'groups', cell: ({ event }) => joinedCell(event.groups) },
    { name: 'actors', cell: ({ event }) => joinedCell(event.actors) },
    { name: 'summary', cell: ({ event }) => event.summary },
    { name: 'note', cell: ({ event }) => event.note },
    { name: 'disputed', cell: ({ event }) => joinedCell(event.disputes.map((dispute) => dispute.text)) },
    { name: 'records', type: 'number', cell: ({ event }) => event.reports },
    { name: 'source', cell: ({ event }) => event.source },
    { name: 'source_record', cell: ({ event }) => event.sourceRecordId },
    {
      name: 'source_publisher',
      cell: (named) => firstCitation(named)?.publisher ?? named.source?.publisher ?? null,
    },
    { name: 'source_url', cell: sourceUrl },
    {
      name: 'other_source_urls',
      cell: (named) => joinedCell(citedUrls(named.event).filter((url) => url !== sourceUrl(named))),
    },
    {
      name: 'weak_source',
      type: 'boolean',
      cell: ({ event }) => event.citations.some((citation) => citation.weak),
    },
    { name: 'licence', cell: ({ source }) => source?.licence ?? null },
  ],
};

/** The address that stands for the row: its first citation with one, else its dataset's page. */
function sourceUrl(named: NamedEvent): string | null {
  return citedUrls(named.event)[0] ?? named.source?.url ?? null;
}

function firstCitation({ event }: NamedEvent): CrimeEvent['citations'][number] | undefined {
  return event.citations.find((citation) => citation.url !== null) ?? event.citations[0];
}

function citedUrls(event: CrimeEvent): string[] {
  return [...new Set(event.citations.flatMap((citation) => (citation.url === null ? [] : [citation.url])))];
}

function quantityText({ value, low, high, unit }: Quantity): string {
  const range = low !== null && high !== null && low !== high ? ` (${low}–${high})` : '';
  return `${value ?? 'not reported'}${range} ${unit}`.trim();
}

/** A GeoJSON feature (RFC 7946). Events known only to a region, zone or country have no geometry: a pin would be invented. */
export interface EventFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, Cell>>;
}

/** The feature of an event, its properties the cells of its row. */
export function eventFeature(named: NamedEvent): EventFeature {
  const { lat, lon, precision } = named.event.place;
  const placed = lat !== null && lon !== null && isPlaced(precision);
  return {
    type: 'Feature',
    id: named.event.id,
    geometry: placed ? { type: 'Point', coordinates: [lon, lat] } : null,
    properties: Object.fromEntries(
      eventTable.columns
        .filter((column) => column.name !== 'id')
        .map((column) => [column.name, column.cell(named)]),
    ),
  };
}

/** What a source asks of whoever uses its rows. */
export type SourceCredit = Pick<SourceInfo, 'id' | 'publisher' | 'title' | 'url' | 'licence' | 'attribution'>;

/** The credit of a source as files carry it. */
export function creditOf({ id, publisher, title, url, licence, attribution }: SourceCredit): SourceCredit {
  return { id, publisher, title, url, licence, attribution };
}

/** A GeoJSON feature collection of events, with the credits of their sources. */
export function eventCollection(events: readonly NamedEvent[]): {
  readonly type: 'FeatureCollection';
  readonly features: readonly EventFeature[];
  readonly sources: readonly SourceCredit[];
} {
  const credits = new Map(
    events.flatMap(({ source }) => (source ? [[source.id, creditOf(source)] as const] : [])),
  );
  return { type: 'FeatureCollection', features: events.map(eventFeature), sources: [...credits.values()] };
}
