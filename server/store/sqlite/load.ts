import { createHash, type Hash, randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { mayPassOn } from '#core/redistribution.ts';
import type { DataSet } from '#server/store/store.ts';
import type { Database, SqlValue } from './database.ts';
import { eventColumns, eventValues } from './event-fields.ts';
import { recordVersion } from './history.ts';
import { SearchText } from './search-text.ts';

/** Which data set a store was filled from; null while it holds none. */
export function loadedFingerprint(database: Database): string | null {
  return database.get<{ value: string }>(`select value from meta where key = 'fingerprint'`)?.value ?? null;
}

/**
 * Fills the store from a data set, replacing what it held, in one transaction: a process killed half-way leaves the store as it
 * was. The data version is the day of the data and a hash over every record. `pastFile` is a copy of what the store holds, to be
 * compared with what comes; null where it holds nothing that others may have seen.
 */
export function replaceAll(database: Database, data: DataSet, pastFile: string | null = null): void {
  if (pastFile !== null) database.run('attach ? as past', [`${pathToFileURL(pastFile).href}?mode=ro`]);
  // Every reference is checked at once before the end: row by row takes longer, and keeps SQLite from emptying tables whole.
  // With room for the whole sample, pages that change many times are written once.
  database.exec('pragma foreign_keys = off; pragma main.cache_size = -128000');
  try {
    database.transaction(() => {
      new Load(database, data).run();
      recordVersion(database, pastFile !== null, data.merged ?? new Map());
      const broken = database.get<{ table: string; parent: string }>('pragma main.foreign_key_check');
      if (broken)
        throw new Error(`A row of ${broken.table} names one of ${broken.parent} that is not there.`);
    });
  } finally {
    database.exec('pragma foreign_keys = on');
    if (pastFile !== null) database.exec('detach past');
  }
}

/** The tables that a load replaces whole. */
export const loadedTables = [
  'observation',
  'indicator',
  'article_text',
  'article_tag',
  'article',
  'event_text',
  'event_substance',
  'event_group',
  'event',
  'crime_group_country',
  'crime_group',
  'country',
  'source',
  'meta',
];

class Load {
  readonly #database: Database;
  readonly #data: DataSet;
  readonly #hash: Hash = createHash('sha256');
  readonly #search: SearchText;
  readonly #sources: ReadonlyMap<string, SourceInfo>;
  /** Ids of events whose rows stay here. */
  readonly #unshared = new Set<string>();
  /** "country PE events" → how many. */
  readonly #tally = new Map<string, number>();

  constructor(database: Database, data: DataSet) {
    this.#database = database;
    this.#data = data;
    this.#sources = new Map(data.sources.map((source) => [source.id, source]));
    this.#search = new SearchText({
      areas: data.areaNames,
      countries: new Map(data.countries.map((country) => [country.iso2, country])),
      groups: new Map(data.groups.map((group) => [group.id, group])),
    });
  }

  run(): void {
    for (const table of loadedTables) {
      const words = table.endsWith('_text');
      this.#database.run(
        words ? `insert into ${table} (${table}) values ('delete-all')` : `delete from ${table}`,
      );
    }
    for (const [position, source] of this.#data.sources.entries()) {
      this.#insert('source', [source.id, position, source.redistribution, '']);
    }
    for (const batch of this.#data.eventBatches) for (const event of batch) this.#event(event);
    for (const [n, article] of this.#data.articles.entries()) this.#article(n, article);
    this.#indicators();
    this.#counted();
    this.#meta();
  }

  #insert(table: string, values: readonly SqlValue[]): void {
    this.#database.run(`insert into ${table} values (${values.map(() => '?').join(', ')})`, values);
  }

  #event(event: CrimeEvent): void {
    const source = this.#sourceOf(event.source, event.id);
    const shared = mayPassOn(source, 'rows');
    if (!shared) this.#unshared.add(event.id);
    const values = eventValues(event, shared);
    const marks = eventColumns.map(() => '?').join(', ');
    this.#database.run(`insert into event (${eventColumns.join(', ')}) values (${marks})`, values);
    this.#hash.update(String(values.at(-1)));
    for (const group of new Set(event.groups)) this.#insert('event_group', [group, event.n]);
    for (const substance of new Set(event.substances)) this.#insert('event_substance', [substance, event.n]);
    if (shared) {
      this.#database.run('insert into event_text (rowid, terms) values (?, ?)', [
        event.n,
        this.#search.ofEvent(event),
      ]);
    }
    if (!mayPassOn(source, 'aggregates')) return;
    this.#count(`source ${event.source} events`);
    if (event.place.country) this.#count(`country ${event.place.country} events`);
    for (const group of new Set(event.groups)) this.#count(`group ${group} events`);
  }

  #article(n: number, given: Article): void {
    if (!mayPassOn(this.#sourceOf(given.source, given.id), 'rows')) return;
    const article = { ...given, events: given.events.filter((id) => !this.#unshared.has(id)) };
    const { from, to, precision } = article.published;
    const doc = JSON.stringify(article);
    this.#hash.update(doc);
    this.#insert('article', [
      n,
      article.id,
      from,
      to,
      precision,
      article.lang,
      article.outlet,
      article.source,
      doc,
    ]);
    const tags = {
      country: article.countries,
      topic: article.topics,
      group: article.groups,
      event: article.events,
    };
    for (const [kind, values] of Object.entries(tags)) {
      for (const value of new Set(values)) this.#insert('article_tag', [kind, value, n]);
    }
    const { headline, rest } = this.#search.ofArticle(article);
    this.#database.run('insert into article_text (rowid, headline, rest) values (?, ?, ?)', [
      n,
      headline,
      rest,
    ]);
    this.#count(`source ${article.source} articles`);
    for (const country of new Set(article.countries)) this.#count(`country ${country} articles`);
    for (const group of new Set(article.groups)) this.#count(`group ${group} articles`);
  }

  #indicators(): void {
    let position = 0;
    for (const batch of this.#data.indicatorBatches) {
      for (const { values, ...indicator } of batch) {
        if (!mayPassOn(this.#sourceOf(indicator.source, indicator.id), 'aggregates')) continue;
        const doc = JSON.stringify({ ...indicator, observations: values.length });
        this.#hash.update(doc);
        this.#insert('indicator', [indicator.id, position++, doc]);
        for (const [index, value] of values.entries()) {
          const text = JSON.stringify(value);
          this.#hash.update(text);
          this.#insert('observation', [indicator.id, index, value.country, text]);
        }
        this.#count(`source ${indicator.source} indicators`);
      }
    }
  }

  /** The records that carry counts of others, once those are known. */
  #counted(): void {
    const counted = (key: string): number => this.#tally.get(key) ?? 0;
    for (const source of this.#data.sources) {
      const counts = {
        events: counted(`source ${source.id} events`),
        articles: counted(`source ${source.id} articles`),
        indicators: counted(`source ${source.id} indicators`),
      };
      this.#database.run('update source set doc = ? where id = ?', [
        this.#doc({ ...source, counts }),
        source.id,
      ]);
    }
    for (const [position, country] of this.#data.countries.entries()) {
      const events = counted(`country ${country.iso2} events`);
      const articles = counted(`country ${country.iso2} articles`);
      this.#insert('country', [country.iso2, position, this.#doc({ ...country, events, articles })]);
    }
    for (const group of this.#data.groups) {
      const events = counted(`group ${group.id} events`);
      const articles = counted(`group ${group.id} articles`);
      const doc = this.#doc({ ...group, events, articles });
      this.#insert('crime_group', [group.id, events, ` ${this.#search.ofGroup(group)} `, doc]);
      for (const country of new Set(group.countries))
        this.#insert('crime_group_country', [country, group.id]);
    }
  }

  #meta(): void {
    const hash = this.#hash.digest('hex');
    const values = {
      fingerprint: this.#data.fingerprint,
      dataAsOf: this.#data.dataAsOf,
      contentHash: hash,
      dataVersion: `${this.#data.dataAsOf}.${hash.slice(0, 8)}`,
      cursorKey: randomBytes(32).toString('base64url'),
    };
    for (const [key, value] of Object.entries(values)) this.#insert('meta', [key, value]);
  }

  #doc(record: object): string {
    const text = JSON.stringify(record);
    this.#hash.update(text);
    return text;
  }

  #count(key: string): void {
    this.#tally.set(key, (this.#tally.get(key) ?? 0) + 1);
  }

  #sourceOf(id: string, record: string): SourceInfo {
    const source = this.#sources.get(id);
    if (!source) throw new Error(`Record ${record} names the source "${id}", which is not in the data set.`);
    return source;
  }
}
