import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSample } from '#server/sample/load-sample.ts';
import type { DataSet } from '#server/store/store.ts';

/** Raise when records of the same sample would be stored or indexed otherwise than before. */
const loaderVersion = 3;

/** What the bundled sample is, without reading its records: changes with any record and with how they are stored. */
export function sampleFingerprint(): string {
  return `sample ${openSample().manifest.version} loader ${loaderVersion}`;
}

/** The bundled sample as a data set; `geoFolder` holds adm1-index.json. */
export function sampleDataSet(geoFolder: string): DataSet {
  const sample = openSample();
  const sources = sample.sources();
  return {
    fingerprint: sampleFingerprint(),
    dataAsOf:
      sources
        .map((source) => source.retrieved)
        .sort()
        .at(-1) ?? '',
    sources,
    countries: sample.countries(),
    groups: sample.groups(),
    articles: sample.articles(),
    areaNames: readAreaNames(geoFolder),
    eventBatches: sample.eventBatches(),
    indicatorBatches: sample.indicatorBatches(),
    merged: sample.merged(),
  };
}

interface Area {
  readonly id: string;
  readonly name: string;
}

export function readAreaNames(geoFolder: string): ReadonlyMap<string, string> {
  const areas = JSON.parse(readFileSync(path.join(geoFolder, 'adm1-index.json'), 'utf8')) as Area[];
  return new Map(areas.map((area) => [area.id, area.name]));
}
