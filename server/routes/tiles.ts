import { ApiError } from '#contract/errors.ts';
import { badParameters } from '#contract/read-call.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import type { Hits, Refused } from '#server/columns/columns.ts';
import { compress, leastCompressedBytes } from '#server/encoding.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import { type Handler, replyOf } from './answer.ts';

/** Brush tiles, kept packed as they were sent, so that the next reader with the same question waits for neither. */
export const tiles: Handler<'tiles'> = async ({ parameters, filter, key }, services) => {
  const { by = ['place'], zoom = 4, view = null, bin = 'month', measure = 'count', fine = [] } = parameters;
  const { from, to } = filter;
  const domain = from === null || to === null ? null : { from, to };
  // Equal keys round the map's corners to four decimals; tiles are kept for their exact ones.
  const exact = `${key} ${JSON.stringify([filter.bbox, filter.area, fine])}`;
  const body = await services.tiles.of(exact, async () => {
    const question = { filter, by, zoom, viewport: view, bin, measure, domain, fine };
    return Buffer.from(await services.columns.tiles(question, await hitsOf(filter, services)));
  });
  return {
    kind: 'bytes',
    type: 'application/octet-stream',
    packed: (encoding) =>
      encoding === null || body.length < leastCompressedBytes
        ? null
        : services.tiles.of(`${encoding} ${exact}`, () => compress(body, encoding)),
    plain: body,
  };
};

/** Answers to questions about one filter. */
export const answers: Handler<'answers'> = async ({ parameters, filter }, services) => {
  const queries = (parameters.ask ?? []).map((question) => ({ ...question, filter }) as Query);
  const hits = await hitsOf(filter, services);
  return replyOf<'answers'>({
    dataVersion: JSON.stringify(services.info.dataVersion),
    answers: granted(await services.columns.answers(queries, hits), 'ask'),
  });
};

async function hitsOf({ text }: EventFilter, { store }: Services): Promise<Hits> {
  if (text === '') return null;
  const { rows, total } = await store.hits(text, limits.hits);
  if (total <= rows.length) return rows;
  throw badParameters([
    { parameter: 'q', value: text, mend: `It matches more than ${limits.hits} events; add a word.` },
  ]);
}

function granted<T extends object>(answer: T | Refused, parameter: string): T {
  if (!('refused' in answer)) return answer;
  throw new ApiError(400, 'bad-parameter', answer.refused, {
    problems: [{ parameter, value: '', mend: answer.refused }],
  });
}
