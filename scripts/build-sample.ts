/**
 * Builds server/sample/ from the shared research data (../shared or $ATALAYA_SHARED). Same input, same bytes.
 * Run: node scripts/build-sample.ts
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { CrimeEvent } from '#core/event.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { quantityOf } from '#core/measure.ts';
import { packEvent } from '../server/sample/codec.ts';
import type { SampleManifest } from '../server/sample/load-sample.ts';
import { allSources } from './sample/all-sources.ts';
import { articleDrafts } from './sample/articles.ts';
import { countryRecords } from './sample/countries.ts';
import { eventDrafts } from './sample/events.ts';
import { groupDrafts } from './sample/groups.ts';
import { indicatorFiles } from './sample/indicators.ts';
import { linkArticles } from './sample/link.ts';
import type { Figures } from './sample/profile-text.ts';
import { hasSharedData } from './sample/shared-data.ts';
import { sourceRecords } from './sample/sources.ts';

const folder = join(import.meta.dirname, '../server/sample');
/** Files above this size are stored compressed; smaller ones stay readable text. */
const plainLimit = 200_000;

if (!hasSharedData()) {
  console.error(
    'The shared research data are not here. Put them in ../shared or name their folder in ATALAYA_SHARED.',
  );
  process.exit(1);
}

const hash = createHash('sha256');

const files = new Map<string, string | Buffer>();

/** Takes a file into the bundle, compressed when it is large; its name there. */
function write(name: string, text: string): string {
  hash.update(name).update(text);
  if (text.length <= plainLimit) {
    files.set(name, text);
    return name;
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  files.set(`${name}.br`, brotliCompressSync(text, { params }));
  return `${name}.br`;
}

/** Puts all files in place one by one, each whole at any moment, the manifest last; then drops what is no longer part. */
function publish(): void {
  for (const part of ['events', 'indicators']) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
  }
  for (const part of ['events', 'indicators']) {
    for (const file of readdirSync(join(folder, part))) {
      if (!files.has(`${part}/${file}`)) rmSync(join(folder, part, file));
    }
  }
}

const rows = (records: readonly unknown[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

/** Numbers all events 1.. by first day, then id (undated last). */
function numbered(events: readonly Omit<CrimeEvent, 'n'>[]): readonly CrimeEvent[] {
  return [...events]
    .sort((a, b) => (a.time.from ?? Infinity) - (b.time.from ?? Infinity) || (a.id < b.id ? -1 : 1))
    .map((event, index) => ({ ...event, n: index + 1 }));
}

function writeEvents(events: readonly CrimeEvent[]): SampleManifest['events'] {
  const sources = [...new Set(events.map((event) => event.source))].sort();
  return sources.map((source) => {
    const own = events.filter((event) => event.source === source);
    const text = `${own.map((event) => JSON.stringify(packEvent(event))).join('\n')}\n`;
    return { file: write(`events/${source}.jsonl`, text), source, rows: own.length };
  });
}

function writeIndicators(
  files: ReadonlyMap<string, readonly IndicatorSeries[]>,
): SampleManifest['indicators'] {
  return [...files].map(([name, series]) => ({
    file: write(`indicators/${name}.json`, rows(series)),
    series: series.length,
    observations: series.reduce((sum, one) => sum + one.values.length, 0),
  }));
}

function sumsOf(
  events: readonly CrimeEvent[],
  source: string,
  country: string,
): ReturnType<Figures['events']> {
  const own = events.filter((event) => event.source === source && event.place.country === country);
  const sum = (each: (event: CrimeEvent) => number): number =>
    own.reduce((total, event) => total + each(event), 0);
  const items = (event: CrimeEvent): number =>
    event.quantities.reduce((total, one) => total + (one.measure === 'item' ? (one.value ?? 0) : 0), 0);
  return {
    count: own.length,
    reports: sum((event) => event.reports),
    deaths: sum((event) => quantityOf(event.quantities, 'people') ?? 0),
    items: sum(items),
  };
}

const linked = linkArticles(eventDrafts(), articleDrafts());
const events = numbered(linked.events);
const articles = linked.articles;
const eventFiles = writeEvents(events);
const series = indicatorFiles();
const indicators = writeIndicators(series);
const allSeries = [...series.values()].flat();

const groups = groupDrafts(new Set(events.flatMap((event) => event.groups))).map((group) => ({
  ...group,
  events: events.filter((event) => event.groups.includes(group.id)).length,
  articles: articles.filter((article) => article.groups.includes(group.id)).length,
}));
const countries = countryRecords(
  {
    events: (iso2) => events.filter((event) => event.place.country === iso2).length,
    articles: (iso2) => articles.filter((article) => article.countries.includes(iso2)).length,
    groups: (iso2) => groups.filter((group) => group.countries.includes(iso2)).map((group) => group.id),
  },
  { series: allSeries, events: (source, country) => sumsOf(events, source, country) },
);
const sources = sourceRecords(
  allSources,
  (id) => ({
    events: events.filter((event) => event.source === id).length,
    articles: articles.filter((article) => article.source === id).length,
    indicators: allSeries.filter((one) => one.source === id).length,
  }),
  (id) =>
    [
      ...new Set([
        ...events.filter((event) => event.source === id).flatMap((event) => event.place.country ?? []),
        ...articles.filter((article) => article.source === id).flatMap((article) => article.countries),
        ...allSeries.filter((one) => one.source === id).flatMap((one) => one.countries),
        ...groups.filter((group) => group.source === id).flatMap((group) => group.countries),
      ]),
    ].sort(),
);

write('articles.json', rows(articles));
write('groups.json', rows(groups));
write('countries.json', rows(countries));
write('SOURCES.json', rows(sources));

const manifest: SampleManifest = {
  version: hash.digest('hex').slice(0, 12),
  events: eventFiles,
  indicators,
  counts: {
    events: events.length,
    articles: articles.length,
    groups: groups.length,
    countries: countries.length,
    indicators: allSeries.length,
    observations: allSeries.reduce((sum, one) => sum + one.values.length, 0),
    sources: sources.length,
  },
};
files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
publish();
console.log(manifest.version, JSON.stringify(manifest.counts));
