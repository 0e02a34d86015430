import type { Article } from './article.ts';
import { joinedCell, type RecordTable } from './csv.ts';
import type { Group } from './group.ts';
import type { Indicator, Observation } from './indicator.ts';
import type { SourceInfo } from './provenance.ts';
import { isoOf, vagueIso } from './time.ts';

/** One row a cited report. */
export const articleTable: RecordTable<Article> = {
  columns: [
    { name: 'id', cell: (article) => article.id },
    { name: 'published', cell: (article) => vagueIso(article.published) || null },
    {
      name: 'published_from',
      cell: ({ published }) => (published.from === null ? null : isoOf(published.from)),
    },
    { name: 'published_to', cell: ({ published }) => (published.to === null ? null : isoOf(published.to)) },
    { name: 'published_precision', cell: (article) => article.published.precision },
    { name: 'headline', cell: (article) => article.headline },
    { name: 'language', cell: (article) => article.lang },
    { name: 'outlet', cell: (article) => article.outlet },
    { name: 'source_url', cell: (article) => article.url },
    { name: 'countries', cell: (article) => joinedCell(article.countries) },
    { name: 'topics', cell: (article) => joinedCell(article.topics) },
    { name: 'groups', cell: (article) => joinedCell(article.groups) },
    { name: 'summary', cell: (article) => article.summary },
    { name: 'events', cell: (article) => joinedCell(article.events) },
    { name: 'source', cell: (article) => article.source },
  ],
};

/** One row a group. */
export const groupTable: RecordTable<Group> = {
  columns: [
    { name: 'id', cell: (group) => group.id },
    { name: 'name', cell: (group) => group.name },
    { name: 'aliases', cell: (group) => joinedCell(group.aliases) },
    { name: 'type', cell: (group) => group.type },
    { name: 'countries', cell: (group) => joinedCell(group.countries) },
    { name: 'active_from', cell: (group) => group.active.from },
    { name: 'active_to', cell: (group) => group.active.to },
    {
      name: 'designations',
      cell: (group) =>
        joinedCell(
          group.designations.map((entry) => `${entry.authority} ${entry.programme}, ${entry.listed}`),
        ),
    },
    { name: 'events', cell: (group) => group.events },
    { name: 'articles', cell: (group) => group.articles },
    { name: 'source', cell: (group) => group.source },
  ],
};

/** A value of a series with the series it belongs to. */
export interface SeriesValue {
  readonly indicator: Indicator;
  readonly value: Observation;
  readonly source: Pick<SourceInfo, 'publisher' | 'url' | 'licence'> | null;
}

/** One row a value of a series; an empty `value` means that the source published none. */
export const observationTable: RecordTable<SeriesValue> = {
  columns: [
    { name: 'indicator', cell: ({ indicator }) => indicator.id },
    { name: 'title', cell: ({ indicator }) => indicator.title },
    { name: 'unit', cell: ({ indicator }) => indicator.unit },
    { name: 'country', cell: ({ value }) => value.country },
    { name: 'area', cell: ({ value }) => value.area || null },
    { name: 'area_name', cell: ({ value }) => value.areaName || null },
    { name: 'period', cell: ({ value }) => value.period },
    { name: 'value', type: 'number', cell: ({ value }) => value.value },
    { name: 'low', type: 'number', cell: ({ value }) => value.low },
    { name: 'high', type: 'number', cell: ({ value }) => value.high },
    { name: 'status', cell: ({ value }) => value.status },
    { name: 'note', cell: ({ value }) => value.note },
    { name: 'source', cell: ({ indicator }) => indicator.source },
    { name: 'source_publisher', cell: ({ value, source }) => value.publisher ?? source?.publisher ?? null },
    { name: 'source_url', cell: ({ value, source }) => value.url ?? source?.url ?? null },
    { name: 'licence', cell: ({ source }) => source?.licence ?? null },
  ],
};
