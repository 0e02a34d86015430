import { ApiError } from '#contract/errors.ts';
import { csvHeader, csvRecord } from '#core/csv.ts';
import type { Group } from '#core/group.ts';
import type { Indicator, Observation } from '#core/indicator.ts';
import { groupTable, observationTable } from '#core/record-tables.ts';
import { limits } from '#server/limits.ts';
import type { GroupQuestion } from '#server/store/store.ts';
import { productVersion } from '#server/version.ts';
import { type Handler, reply, replyOf } from './answer.ts';
import { splitList } from './articles.ts';
import { fileName, joinedChunks } from './download.ts';
import { everyRow, readPage } from './paging.ts';
import { checkWords } from './words.ts';

const csvType = 'text/csv; charset=utf-8; header=present';
const codes = (text: string | undefined): string[] => splitList(text?.toUpperCase());

export const meta: Handler<'meta'> = async (_call, { info, briefings }) =>
  reply<'meta'>({
    name: 'Atalaya',
    version: productVersion,
    dataVersion: info.dataVersion,
    dataAsOf: info.dataAsOf,
    counts: info.counts,
    eventDays: info.eventDays,
    writable: briefings !== null,
    limits: {
      pageRows: limits.maxRowsPerPage,
      exportRows: limits.exportRows,
      searchCharacters: limits.searchCharacters,
    },
  });

export const countries: Handler<'countries'> = async (_call, { store, info }) =>
  replyOf<'countries'>({ rows: await store.countries(), dataVersion: JSON.stringify(info.dataVersion) });

export const country: Handler<'country'> = async ({ parameters: { iso2 } }, { store }) => {
  const found = await store.country(iso2);
  if (found === null) throw new ApiError(404, 'not-found', 'No country held here has this code.');
  return { kind: 'json', body: found };
};

export const groups: Handler<'groups'> = async (call, services) => {
  const { c, q = '', format } = call.parameters;
  checkWords('q', q);
  const ask = (page: Pick<GroupQuestion, 'after' | 'limit' | 'counted'>) =>
    services.store.groups({ ...page, countries: codes(c), text: q });
  const { dataVersion } = services.info;
  if (format === 'csv') {
    return {
      kind: 'download',
      type: csvType,
      fileName: fileName('groups', null, dataVersion, 'csv'),
      rows: (await ask({ after: null, limit: 1, counted: true })).total ?? 0,
      chunks: joinedChunks(everyRow(ask), {
        before: csvHeader(groupTable),
        each: (doc) => csvRecord(groupTable, JSON.parse(doc) as Group),
        between: '',
        after: () => '',
      }),
    };
  }
  const { rows, total, next } = await readPage(call, services, ask);
  return replyOf<'groups'>({
    rows,
    total: String(total),
    next: JSON.stringify(next),
    dataVersion: JSON.stringify(dataVersion),
  });
};

export const group: Handler<'group'> = async ({ parameters: { id } }, { store }) => {
  const found = await store.group(id);
  if (found === null) throw new ApiError(404, 'not-found', 'No group has this id.');
  return { kind: 'json', body: found };
};

export const indicators: Handler<'indicators'> = async ({ parameters: { c } }, { store, info }) =>
  replyOf<'indicators'>({
    rows: await store.indicators(codes(c)),
    dataVersion: JSON.stringify(info.dataVersion),
  });

export const indicator: Handler<'indicator'> = async (call, { store, sources, info }) => {
  const { id, c, format } = call.parameters;
  const found = await store.indicator(id, codes(c));
  if (found === null) throw new ApiError(404, 'not-found', 'No indicator has this id.');
  if (format !== 'csv') {
    const open = found.indicator.slice(0, -1);
    return { kind: 'json', body: `${open},"values":[${found.values.join(',')}]}` };
  }
  const series = JSON.parse(found.indicator) as Indicator;
  const source = sources.get(series.source) ?? null;
  return {
    kind: 'download',
    type: csvType,
    fileName: fileName(`indicator-${id}`, null, info.dataVersion, 'csv'),
    rows: found.values.length,
    chunks: [
      csvHeader(observationTable),
      ...found.values.map((doc) =>
        csvRecord(observationTable, { indicator: series, value: JSON.parse(doc) as Observation, source }),
      ),
    ],
  };
};

export const sources: Handler<'sources'> = async (_call, { store, info }) =>
  replyOf<'sources'>({ rows: await store.sources(), dataVersion: JSON.stringify(info.dataVersion) });
