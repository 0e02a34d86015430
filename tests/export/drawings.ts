import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { CountAnswer, FacetAnswer } from '#core/query.ts';
import type { Drawing, FigureWords } from '#figures/figure.ts';
import { indicatorDrawing } from '#figures/indicator/indicator-drawing.ts';
import { buildIndicator } from '#figures/indicator/indicator-model.ts';
import { lanesInk } from '#figures/lanes/LanesFigure.tsx';
import { buildLanes } from '#figures/lanes/lanes-model.ts';
import { lanesFinding, lanesLegend, lanesTable } from '#figures/lanes/lanes-words.ts';
import { mapInk, mapLegend, mapTable } from '#figures/map/map-drawing.tsx';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { rankInk } from '#figures/rank/RankFigure.tsx';
import { buildRank } from '#figures/rank/rank-model.ts';
import { rankTable } from '#figures/rank/rank-words.ts';
import { seriesInk } from '#figures/series/SeriesInk.tsx';
import { buildSeries } from '#figures/series/series-model.ts';
import { seriesLegend, seriesNotes, seriesTable, seriesWords } from '#figures/series/series-words.ts';
import { eventsDrawing } from '#figures/table/event-table.ts';
import { type Edition, makeWords, type WordsInput } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { axis, lanesInput } from '#tests/figures/lanes-fixture.ts';
import { adm1, cellsAnswer, nothing, places, total } from '#tests/figures/map/map-world.ts';
import { sampleEvents } from './named-events.ts';

export const edition: Edition = {
  version: '0.1.0',
  dataVersion: '2026-11-23.3f9a1c04',
  dataAsOf: '2026-11-22',
  now: new Date('2026-11-23T06:20:00Z'),
};

export const filter: EventFilter = {
  ...emptyFilter,
  countries: ['PE', 'BO'],
  types: ['seizure', 'air', 'clash'],
  from: axis.from,
  to: axis.to,
  substances: ['cocaine', 'coca-base'],
  precisions: [1, 2, 3],
  text: 'no-fly zone',
};

export const count: CountAnswer = {
  kind: 'count',
  total: { events: 183, best: 183, low: 183, high: 183, unreported: 42 },
  ofAll: 38_900,
  byPrecision: [0, 100, 40, 29, 10, 2, 2, 0],
  notPlaced: 14,
  undated: 2,
  tooVague: 4,
};

const source = (publisher: string, licence: string): SourceInfo => ({
  id: publisher.toLowerCase().replaceAll(' ', '-'),
  publisher,
  title: publisher,
  url: 'https://example.org',
  licence,
  licenceUrl: null,
  redistribution: 'rows',
  attribution: publisher,
  retrieved: '2026-11-20',
  coverage: { from: null, to: null, countries: [], note: '' },
  limits: [],
  counts: { events: 1, articles: 0, indicators: 0 },
});

export const sources = [
  source('UNODC Individual Drug Seizures', 'Terms of use of UNODC data, citation asked for'),
  source('InSight Crime', 'Facts only, cited'),
  source('Andina', 'Facts only, cited'),
  source('UCDP Georeferenced Event Dataset', 'CC BY 4.0'),
];

const link =
  'https://atalaya.example/?v=1&asof=2026-11-23.3f9a1c04&c=BO,PE&from=2014-01-01&lang=en&prec=1-3&q=no-fly%20zone&substance=coca-base,cocaine&to=2015-12-31&type=air,clash,seizure';

const base = (kind: WordsInput['kind']): WordsInput => ({
  kind,
  filter,
  measure: 'count',
  bin: 'month',
  count,
  extent: axis,
  sources,
  link,
  edition,
});

const indicator: IndicatorSeries = {
  id: 'coca-national',
  title: 'Coca under cultivation',
  unit: 'ha',
  definition: '',
  caveat: 'Gaps are years for which no figure was read. Later revisions exist.',
  theme: 'coca',
  source: 'unodc',
  geoLevel: 'country',
  additive: true,
  countries: ['PE', 'BO', 'CO'],
  from: '2008',
  to: '2024',
  observations: 9,
  values: ['PE', 'BO', 'CO'].flatMap((country, row) =>
    ['2012', '2013', '2014', '2017', '2018', '2024'].map((period, index) => ({
      country,
      area: '',
      areaName: '',
      period,
      value: 20_000 + row * 15_000 + index * 7000,
      low: index === 2 ? 20_000 : null,
      high: index === 2 ? 60_000 : null,
      status: index === 5 ? ('revised' as const) : ('final' as const),
      note: null,
      url: null,
      publisher: 'UNODC',
    })),
  ),
};

const facet: FacetAnswer = {
  kind: 'facet',
  dimension: 'country',
  values: ['CO', 'PE', 'BO', 'EC', 'BR', 'MX'].map((key, index) => ({ key, total: total(120 - index * 17) })),
  without: 3,
};

const listed = sampleEvents(50);

/** One drawing of every kind of figure, in a language. */
export function drawingsOf(i18n: I18n): Readonly<Record<Drawing['kind'], Drawing>> {
  const lanes = buildLanes({ ...lanesInput, window: axis });
  const lanesWords = makeWords({ ...base('lanes'), finding: lanesFinding(lanes, i18n) }, i18n);
  const rank = buildRank(facet, 'count', 20);
  const rankWords = makeWords({ ...base('rank'), by: 'country' }, i18n);
  const lines = ['PE', 'BO', 'CO'].map((country) => ({
    country,
    area: '',
    label: i18n.format.country(country),
  }));
  const series = buildSeries(indicator, lines)!;
  const seriesSays = seriesWords(
    {
      series: indicator,
      model: series,
      where: lines.map(({ label }) => label).join(', '),
      source: sources[0]!,
      notes: seriesNotes(series, i18n),
      link,
      edition,
    },
    i18n,
  );
  const map = buildMapModel({
    ...nothing,
    cells: cellsAnswer(6, [
      [-77, -12, total(44)],
      [-72, -12, total(7)],
    ]),
  });
  const mapWords = makeWords(base('map'), i18n);
  const ground = { countries: [], coasts: [], borders: [], disputed: [], places, zones: [], adm1 };
  const fact = {
    ...{ label: 'Coca under cultivation', value: 55_000, unit: 'ha', period: '2024' },
    ...{ indicator: indicator.id, area: '', publisher: 'UNODC', url: null },
  };
  const { drawing: number } = indicatorDrawing(
    {
      model: buildIndicator(fact, indicator, 'PE'),
      name: fact.label,
      where: i18n.format.country('PE'),
      series: indicator,
      source: sources[0]!,
      link: 'https://atalaya.example/country/PE?v=1&asof=2026-11-23.3f9a1c04&lang=en#coca-national',
      edition,
    },
    i18n,
  );
  return {
    indicator: number,
    lanes: {
      kind: 'lanes',
      words: lanesWords,
      ink: lanesInk(lanes, axis, i18n),
      legend: lanesLegend(lanes, i18n),
      table: lanesTable(lanes, lanesWords.title, i18n),
    },
    series: {
      kind: 'series',
      words: seriesSays,
      ink: seriesInk(series, i18n),
      legend: seriesLegend(series, i18n),
      table: seriesTable(series, seriesSays.title, i18n),
    },
    rank: {
      kind: 'rank',
      words: rankWords,
      ink: rankInk(rank, i18n.format.country, i18n),
      legend: null,
      table: rankTable(rank, rankWords.title, i18n.format.country, i18n),
    },
    map: {
      kind: 'map',
      words: mapWords,
      ink: mapInk({ model: map, base: ground, bbox: [-79, -15, -69, -9], chosen: ['PE'], i18n }),
      legend: mapLegend(map, i18n),
      table: mapTable(map, hotspotList(map, places), i18n),
    },
    table: eventsDrawing({
      events: listed.map(({ event }) => event),
      total: count.total.events,
      words: makeWords(base('table'), i18n),
      adm1: () => null,
      i18n,
    }),
  };
}

/** A field's words as a labelled list has them: filters, sources and licence without the label they bring themselves. */
export function unlabelled(words: FigureWords, field: keyof FigureWords): string {
  const text = words[field];
  return ['filters', 'sources', 'licence'].includes(field) ? text.slice(text.indexOf(': ') + 2) : text;
}
