import { dictionariesOf } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { rowsPerPart, type SnapshotRows, splitNewestFirst } from '#server/jobs/snapshot.ts';
import { type BenchPlaces, benchEvents } from '../events.ts';
import { seeded } from '../random.ts';

/** More events than this are made by repeating so many, places moved: events as objects take a kilobyte each. */
const mostMade = 1_000_000;
/** How far a repeated event lies from the first, degrees. */
const moved = 0.3;

/** Events as a snapshot is cut from them, and the sources they name. */
export interface BenchRows extends SnapshotRows {
  readonly sources: readonly SourceInfo[];
}

/** `count` seeded events in parts, newest first; past `made` of them, those are repeated. */
export function seededRows(count: number, places: BenchPlaces, made = mostMade): BenchRows {
  const copies = Math.ceil(count / made);
  if (count % copies !== 0) throw new Error(`${count} events: past ${made}, write a multiple of it.`);
  const events = benchEvents(count / copies, undefined, places);
  const dictionaries = dictionariesOf(events);
  const cut = splitNewestFirst(events, rowsPerPart / copies);
  const parts = copies === 1 ? cut : repeated(cut, copies);
  return { rows: count, dictionaries, parts, sources: dictionaries.source.map(sourceOf) };
}

function* repeated(parts: readonly CrimeEvent[][], copies: number): Generator<CrimeEvent[]> {
  const random = seeded(10_000_000);
  const near = (degrees: number | null): number | null =>
    degrees === null ? null : degrees + random.normal() * moved;
  for (const part of parts) {
    yield part.flatMap((event) =>
      Array.from({ length: copies }, (_, copy): CrimeEvent => {
        const place = { ...event.place, lat: near(event.place.lat), lon: near(event.place.lon) };
        return { ...event, id: `${event.id}-${copy}`, n: (event.n - 1) * copies + copy + 1, place };
      }),
    );
  }
}

/** A source that only the bench knows. */
export function sourceOf(id: string): SourceInfo {
  return {
    id,
    publisher: 'Bench',
    title: `Made events, ${id}`,
    url: null,
    licence: 'none: made for measuring',
    licenceUrl: null,
    redistribution: 'rows',
    attribution: 'made events',
    retrieved: '2026-11-01',
    coverage: {
      from: null,
      to: null,
      countries: [],
      note: 'Seeded events of the bench; nothing in them happened.',
    },
    limits: [],
    counts: { events: 0, articles: 0, indicators: 0 },
  };
}
