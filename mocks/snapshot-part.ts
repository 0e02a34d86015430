import {
  type Column,
  columnFromArray,
  float32,
  int32,
  list,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  uint32,
} from '@uwdata/flechette';
import {
  type ColumnName,
  type ColumnSpec,
  columnSpecs,
  datePrecisionCodes,
  noCode,
  noDay,
  notReported,
  snapshotFormat,
} from '#contract/columns.ts';
import { endpointUrl } from '#contract/endpoints.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { CrimeEvent } from '#core/event.ts';
import { gramsOf, type QuantityMeasure, quantityOf } from '#core/measure.ts';
import { codeOfKind, substances } from '#core/taxonomy.ts';

type Dictionaries = SnapshotManifest['dictionaries'];

/** The fixtures as one snapshot part: what the server would send, small enough to make on the spot. */
export interface MockSnapshot {
  readonly manifest: SnapshotManifest;
  readonly part: Uint8Array<ArrayBuffer>;
}

const partHash = '40000000000000000000000000000000';

const types: Record<ColumnSpec['type'], () => Parameters<typeof columnFromArray>[1]> = {
  i32: int32,
  u32: uint32,
  u16: uint16,
  u8: uint8,
  f32: float32,
  'list-u16': () => list(uint16()),
};

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value): value is string => value !== null))].sort();

function dictionariesOf(events: readonly CrimeEvent[]): Dictionaries {
  return {
    country: known(events.map((event) => event.place.country)),
    adm1: known(events.map((event) => event.place.adm1)),
    group: known(events.flatMap((event) => event.groups)),
    substance: [...substances],
    source: known(events.map((event) => event.source)),
  };
}

const code = (dictionary: readonly string[], value: string | null): number => {
  const index = value === null ? -1 : dictionary.indexOf(value);
  return index < 0 ? noCode : index;
};

function amount(event: CrimeEvent, measure: QuantityMeasure, bound: 'value' | 'low' | 'high'): number {
  const value = quantityOf(event.quantities, measure, bound);
  if (value === null || (bound !== 'value' && value === quantityOf(event.quantities, measure)))
    return notReported;
  return measure === 'kg' ? gramsOf(value) : Math.round(value);
}

/** What each column holds for one event. */
function cellsOf(event: CrimeEvent, dictionaries: Dictionaries): Record<ColumnName, number | number[]> {
  const { time, place } = event;
  return {
    n: event.n,
    from: time.from ?? noDay,
    to: time.to ?? noDay,
    datePrecision: datePrecisionCodes.indexOf(time.precision),
    country: code(dictionaries.country, place.country),
    adm1: code(dictionaries.adm1, place.adm1),
    kind: codeOfKind(event.kind),
    placePrecision: place.precision,
    lat: place.lat ?? Number.NaN,
    lon: place.lon ?? Number.NaN,
    source: code(dictionaries.source, event.source),
    grams: amount(event, 'kg', 'value'),
    gramsLow: amount(event, 'kg', 'low'),
    gramsHigh: amount(event, 'kg', 'high'),
    usd: amount(event, 'usd', 'value'),
    usdLow: amount(event, 'usd', 'low'),
    usdHigh: amount(event, 'usd', 'high'),
    people: amount(event, 'people', 'value'),
    peopleLow: amount(event, 'people', 'low'),
    peopleHigh: amount(event, 'people', 'high'),
    groups: event.groups.map((id) => code(dictionaries.group, id)),
    substances: event.substances.map((key) => code(dictionaries.substance, key)),
  };
}

/** Columns of the events as an Arrow stream, with the manifest that describes it. */
export function mockSnapshot(
  events: readonly CrimeEvent[],
  version: { readonly dataVersion: string; readonly dataAsOf: string },
): MockSnapshot {
  const dictionaries = dictionariesOf(events);
  const rows = [...events]
    .sort((a, b) => (a.time.from ?? Infinity) - (b.time.from ?? Infinity))
    .map((event) => cellsOf(event, dictionaries));
  const columns: [string, Column<unknown>][] = columnSpecs.map((spec) => [
    spec.name,
    columnFromArray(
      rows.map((row) => row[spec.name]),
      types[spec.type](),
    ),
  ]);
  const part = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (!part) throw new Error('flechette gave no bytes for the mock snapshot');
  const days = events.flatMap((event) => (event.time.from === null ? [] : [event.time.from]));
  return {
    part: new Uint8Array(part),
    manifest: {
      format: snapshotFormat,
      ...version,
      rows: events.length,
      bytes: part.byteLength,
      dictionaries,
      parts: [
        {
          hash: partHash,
          url: endpointUrl('snapshotPart', { hash: partHash }),
          rows: events.length,
          bytes: part.byteLength,
          fromDay: days.length > 0 ? Math.min(...days) : null,
          toDay: days.length > 0 ? Math.max(...days) : null,
        },
      ],
    },
  };
}
