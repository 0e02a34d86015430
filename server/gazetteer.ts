import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wordsOf } from '#ingest/search-words.ts';

/** A named place that the search box can fly to. */
export interface GazetteerPlace {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly kind: 'region' | 'town';
}

interface Entry {
  readonly place: GazetteerPlace;
  readonly words: readonly string[];
  /** Lower is better among equal matches: regions first, then towns by size. */
  readonly order: number;
}

/** Towns, first-level areas and their names, folded for search. */
export class Gazetteer {
  readonly #entries: readonly Entry[];
  readonly areaNames: ReadonlyMap<string, string>;

  constructor(places: readonly GazetteerPlace[]) {
    this.#entries = places.map((place, order) => ({ place, words: wordsOf(place.name), order }));
    this.areaNames = new Map(
      places.filter((place) => place.kind === 'region').map((place) => [place.id, place.name]),
    );
  }

  /** Places whose name has every word asked, the last possibly unfinished; names that begin so, and whole names, first. */
  search(text: string, limit: number): readonly GazetteerPlace[] {
    const asked = wordsOf(text);
    if (asked.length === 0) return [];
    const scored: { entry: Entry; score: number }[] = [];
    for (const entry of this.#entries) {
      const score = matchScore(entry.words, asked);
      if (score !== null) scored.push({ entry, score });
    }
    scored.sort((a, b) => a.score - b.score || a.entry.order - b.entry.order);
    return scored.slice(0, limit).map(({ entry }) => entry.place);
  }
}

/** 0 the whole name, 1 its beginning, 2 somewhere in it; null where a word is missing. Finished words must be whole. */
export function matchScore(words: readonly string[], asked: readonly string[]): number | null {
  const found = asked.every((word, index) =>
    words.some((own) => (index === asked.length - 1 ? own.startsWith(word) : own === word)),
  );
  if (!found) return null;
  const name = words.join(' ');
  const question = asked.join(' ');
  if (name === question) return 0;
  return name.startsWith(question) ? 1 : 2;
}

interface AreaRow {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** Columns of public/geo/places.json, largest town first; degrees are thousandths. */
interface PlaceColumns {
  readonly name: readonly string[];
  readonly country: readonly string[];
  readonly lat: readonly number[];
  readonly lon: readonly number[];
}

/** Reads the outlines' index and the towns of public/geo. */
export function readGazetteer(geoFolder: string): Gazetteer {
  const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(geoFolder, name), 'utf8')) as T;
  const regions = read<AreaRow[]>('adm1-index.json').map(
    ({ id, country, name, lat, lon }): GazetteerPlace => ({ id, country, name, lat, lon, kind: 'region' }),
  );
  const columns = read<PlaceColumns>('places.json');
  const towns = columns.name.map(
    (name, index): GazetteerPlace => ({
      id: `town-${index}`,
      name,
      country: columns.country[index] ?? '',
      lat: (columns.lat[index] ?? 0) / 1000,
      lon: (columns.lon[index] ?? 0) / 1000,
      kind: 'town',
    }),
  );
  return new Gazetteer([...regions, ...towns]);
}
