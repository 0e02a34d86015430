import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { adm1At, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import { type CountriesFile, decodeCountries } from '#core/geo/base-map.ts';
import { cellAt, cellKey } from '#core/geo/hexagon.ts';
import type { Topology } from '#core/geo/topology.ts';
import { parseCsv } from '#ingest/csv.ts';
import { cellsOnLand } from '#stats/study-area.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { sharedFile } from '#tests/shared-data.ts';
import { repositoryRoot } from '#tests/source-files.ts';

/** Real counts to test the statistics with: events of UCDP GED known to the municipality or better. */
export interface UcdpCounts {
  readonly made: string;
  readonly zoom: number;
  readonly q: readonly number[];
  readonly r: readonly number[];
  readonly counts: readonly number[];
  readonly firstYear: number;
  /** Cells with at least 40 events to 2018, by position in `q`, and their events of each year, one cell after the other. */
  readonly seriesOf: readonly number[];
  readonly yearly: readonly number[];
  readonly regions: readonly string[];
  readonly regionCounts: readonly number[];
}

interface Row {
  readonly year: number;
  readonly lat: number;
  readonly lon: number;
}

const zoom = 5;
const firstYear = 1989;
const lastYear = 2018;
const seriesFrom = 40;
const coastKm = 25;

export function readGeo<File>(name: string): File {
  return JSON.parse(readFileSync(path.join(repositoryRoot, 'public/geo', name), 'utf8')) as File;
}

function rowsOf(file: string): Row[] {
  const [header = [], ...rows] = parseCsv(gunzipSync(readFileSync(sharedFile(file))).toString('utf8'));
  const column = (name: string): number => header.indexOf(name);
  const [level, lat, lon, year] = [
    column('where_prec'),
    column('latitude'),
    column('longitude'),
    column('year'),
  ];
  return rows
    .filter((row) => ['1', '2', '3'].includes(row[level]!))
    .map((row) => ({ year: Number(row[year]), lat: Number(row[lat]), lon: Number(row[lon]) }));
}

/** Reads the two shared files anew; what it gives is kept as fixtures/ucdp-counts.json. */
export function countUcdp(): UcdpCounts {
  const rows = [
    ...rowsOf('events/ucdp-ged-mexico-1989-2023.csv.gz'),
    ...rowsOf('events/ucdp-ged-colombia-1989-2018-hxl.csv.gz'),
  ];
  const countries = atOnce(decodeCountries(readGeo<CountriesFile>('countries.json'))).countries;
  const land = countries.filter(({ id }) => id === 'MX' || id === 'CO').flatMap(({ polygons }) => polygons);
  const cells = cellsOnLand(land, zoom);
  const at = new Map(cells.map((cell, i) => [cellKey(cell), i]));
  const counts = cells.map(() => 0);
  const years = lastYear - firstYear + 1;
  const yearly = cells.map(() => new Array<number>(years).fill(0));
  for (const { lat, lon, year } of rows) {
    const cell = at.get(cellKey(cellAt(lon, lat, zoom)));
    if (cell === undefined) continue;
    counts[cell]!++;
    if (year <= lastYear) yearly[cell]![year - firstYear]!++;
  }
  const seriesOf = [...counts.keys()].filter(
    (cell) => yearly[cell]!.reduce((sum, count) => sum + count, 0) >= seriesFrom,
  );
  return {
    made: 'node tests/stats/make-fixtures.ts, from UCDP GED (Mexico 1989–2023, Colombia 1989–2018; CC BY 4.0), where_prec 1 to 3',
    zoom,
    q: cells.map(({ q }) => q),
    r: cells.map(({ r }) => r),
    counts,
    firstYear,
    seriesOf,
    yearly: seriesOf.flatMap((cell) => yearly[cell]!),
    ...countRegions(rows),
  };
}

function countRegions(rows: readonly Row[]): Pick<UcdpCounts, 'regions' | 'regionCounts'> {
  const units = decodeAdm1(readGeo<Topology<{ readonly id: string }>>('adm1.json')).filter(({ id }) =>
    /^(MX|CO)\./.test(id),
  );
  const found = new Map(units.map(({ id }) => [id, 0]));
  for (const { lat, lon } of rows) {
    const id = adm1At(units, lon, lat, coastKm);
    if (id !== null) found.set(id, found.get(id)! + 1);
  }
  const regions = [...found.keys()].sort();
  return { regions, regionCounts: regions.map((id) => found.get(id)!) };
}
