import { ApiError } from '#contract/errors.ts';
import type { Call } from '#contract/handlers.ts';
import { csvHeader, csvRecord } from '#core/csv.ts';
import type { CrimeEvent } from '#core/event.ts';
import { creditOf, eventFeature, eventTable, type NamedEvent, type SourceCredit } from '#core/event-row.ts';
import { writeFilter } from '#core/filter.ts';
import { withheldOf } from '#core/redistribution.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import type { EventQuestion, JsonOf, RowKey, Slice } from '#server/store/store.ts';
import { type Download, type Handler, replyOf } from './answer.ts';
import { fileName, joinedChunks } from './download.ts';
import { recordText } from './fate.ts';
import { everyRow, readPage } from './paging.ts';
import { checkWords } from './words.ts';

type Ask = (page: { after: RowKey | null; limit: number; counted: boolean }) => Promise<Slice<CrimeEvent>>;

export const events: Handler<'events'> = async (call, services) => {
  const { n, format = 'json' } = call.parameters;
  checkWords('q', call.filter.text);
  const ask = n === undefined ? askFiltered(call, services) : askNumbered(n, services);
  if (format !== 'json') return download(call, services, ask, format);
  const dataVersion = JSON.stringify(services.info.dataVersion);
  if (n !== undefined) {
    const { rows } = await ask({ after: null, limit: limits.maxRowsPerPage, counted: false });
    const withheld = '[]';
    return replyOf<'events'>({ rows, total: String(rows.length), next: 'null', dataVersion, withheld });
  }
  const { rows, total, next } = await readPage(call, services, ask);
  return replyOf<'events'>({
    rows,
    total: String(total),
    next: JSON.stringify(next),
    dataVersion,
    withheld: JSON.stringify(withheldOf(services.sources.values(), call.filter)),
  });
};

export const event: Handler<'event'> = async ({ parameters: { id } }, { store }) => {
  const found = await store.event(id);
  if (found === 'restricted')
    throw new ApiError(
      403,
      'restricted',
      'The source of this event does not allow single rows to be shared.',
    );
  const body = await recordText(store, 'event', id, found);
  if (body === null) throw new ApiError(404, 'not-found', 'No event has this id.');
  return { kind: 'json', body };
};

function askFiltered({ filter, parameters }: Call<'events'>, { store }: Services): Ask {
  const sort = (parameters.sort ?? 'newest') as EventQuestion['sort'];
  return (page) => store.events({ ...page, filter, sort });
}

function askNumbered(n: string, { store }: Services): Ask {
  const numbers = [...new Set(n.split(',').map(Number))];
  return async () => {
    const rows = await store.eventsByNumber(numbers);
    return { rows, total: rows.length, next: null };
  };
}

async function download(
  call: Call<'events'>,
  services: Services,
  ask: Ask,
  format: 'csv' | 'geojson',
): Promise<Download> {
  const total = (await ask({ after: null, limit: 1, counted: true })).total ?? 0;
  const credits = new Map<string, SourceCredit>();
  const named = (doc: JsonOf<CrimeEvent>): NamedEvent => {
    const record = JSON.parse(doc) as CrimeEvent;
    const source = services.sources.get(record.source) ?? null;
    if (source) credits.set(source.id, creditOf(source));
    return {
      event: record,
      source,
      adm1: services.gazetteer.areaNames.get(record.place.adm1 ?? '') ?? null,
    };
  };
  const rows = Math.min(total, limits.exportRows);
  const csv = format === 'csv';
  const withheld = call.parameters.n === undefined ? withheldOf(services.sources.values(), call.filter) : [];
  return {
    kind: 'download',
    type: csv ? 'text/csv; charset=utf-8; header=present' : 'application/geo+json; charset=utf-8',
    fileName: fileName('events', call.filter, services.info.dataVersion, format),
    rows,
    withheld,
    chunks: csv
      ? joinedChunks(everyRow(ask), {
          before: csvHeader(eventTable),
          each: (doc) => csvRecord(eventTable, named(doc)),
          between: '',
          after: () => '',
        })
      : joinedChunks(everyRow(ask), {
          before: collectionHead({
            dataVersion: services.info.dataVersion,
            dataAsOf: services.info.dataAsOf,
            filter: writeFilter(call.filter),
            rows,
            ...(withheld.length > 0 ? { withheld } : {}),
          }),
          each: (doc) => JSON.stringify(eventFeature(named(doc))),
          between: ',\n',
          after: () => `\n],"sources":${JSON.stringify([...credits.values()])}}\n`,
        }),
  };
}

/**
 * The opening of a feature collection that says which rows it holds: members beside `features`, as RFC 7946 lets them stand. What
 * their sources ask of whoever uses them closes it.
 */
function collectionHead(about: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ type: 'FeatureCollection', ...about }).slice(0, -1)},"features":[\n`;
}
