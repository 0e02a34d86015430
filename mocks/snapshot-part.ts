import { encodePart } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import { endpointUrl } from '#contract/endpoints.ts';
import {
  bySnapshotOrder,
  columnsOfEvents,
  dictionariesOf,
  type PartColumns,
} from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { CrimeEvent } from '#core/event.ts';
import { sha256 } from '#engine/local/sha256.ts';

/** The fixtures as one snapshot part: what the server would send, small enough to make on the spot. */
export interface MockSnapshot {
  readonly manifest: SnapshotManifest;
  readonly part: Uint8Array<ArrayBuffer>;
  readonly columns: PartColumns;
}

const hashLength = 32;

/** Columns of the events as an Arrow stream, with the manifest that describes it. */
export function mockSnapshot(
  events: readonly CrimeEvent[],
  version: { readonly dataVersion: string; readonly dataAsOf: string },
): MockSnapshot {
  const dictionaries = dictionariesOf(events);
  const columns = columnsOfEvents([...events].sort(bySnapshotOrder), dictionaries);
  const part = new Uint8Array(encodePart(columns));
  const hash = Array.from(sha256(part), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, hashLength);
  const days = events.flatMap((event) => (event.time.from === null ? [] : [event.time.from]));
  return {
    part,
    columns,
    manifest: {
      format: snapshotFormat,
      dataVersion: version.dataVersion,
      dataAsOf: version.dataAsOf,
      rows: events.length,
      skippedRows: 0,
      bytes: part.byteLength,
      wireBytes: part.byteLength,
      dictionaries,
      overview: null,
      parts: [
        {
          hash,
          url: endpointUrl('snapshotPart', { hash }),
          rows: events.length,
          bytes: part.byteLength,
          fromDay: days.length > 0 ? Math.min(...days) : null,
          toDay: days.length > 0 ? Math.max(...days) : null,
        },
      ],
    },
  };
}
