import { type DefaultBodyType, type HttpHandler, HttpResponse, http, type PathParams } from 'msw';
import { apiBase, type EndpointName, endpoints } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { type Call, type Handlers, isJsonEndpoint, type JsonEndpointName } from '#contract/handlers.ts';
import { readCall } from '#contract/read-call.ts';
import { csvTable } from '#core/csv.ts';
import { eventCollection, eventTable } from '#core/event-row.ts';
import { failureFor } from './faults.ts';
import { checkVersion, mockReplies } from './replies.ts';
import { type MockWorld, mockWorld } from './world.ts';

const jsonEndpoints = (Object.keys(endpoints) as EndpointName[]).filter(isJsonEndpoint);

function routeOf(name: EndpointName): string {
  const { path } = endpoints[name];
  return `*${path.startsWith('//') ? path.slice(1) : apiBase + path}`;
}

function problemAnswer(error: unknown): HttpResponse<string> {
  const known = error instanceof ApiError ? error : new ApiError(500, 'internal', String(error));
  const { status, code, message, problems } = known;
  const body = {
    type: 'about:blank',
    title: message,
    status,
    code,
    detail: message,
    requestId: 'mock',
    problems,
  };
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** What a request asks; of files, the mock makes those of events alone. */
function callOf<N extends JsonEndpointName>(name: N, url: URL, params: PathParams): Call<N> {
  const call = readCall(name, params as Record<string, string>, url.searchParams);
  const { format } = call.parameters as { format?: string };
  if (format === undefined || format === 'json' || name === 'events') return call;
  throw new ApiError(406, 'not-acceptable', `The mock API has no ${format}.`);
}

/** Every event of a question as the file that it asks for; null where it asks for JSON. */
async function eventsFile(
  call: Call<'events'>,
  replies: Handlers,
  world: MockWorld,
): Promise<HttpResponse<string> | null> {
  const { format = 'json', ...parameters } = call.parameters;
  if (format === 'json') return null;
  const { rows } = await replies.events({
    ...call,
    parameters: { ...parameters, limit: world.events.length },
  });
  const named = rows.map((event) => ({
    event,
    source: world.sources.find(({ id }) => id === event.source) ?? null,
    adm1: null,
  }));
  const [body, type] =
    format === 'csv'
      ? [csvTable(eventTable, named), 'text/csv; charset=utf-8; header=present']
      : [JSON.stringify(eventCollection(named)), 'application/geo+json; charset=utf-8'];
  return new HttpResponse(body, { headers: { 'content-type': type, 'x-total-count': String(rows.length) } });
}

function jsonHandler<N extends JsonEndpointName>(name: N, replies: Handlers, world: MockWorld): HttpHandler {
  return http.get(routeOf(name), async ({ request, params }) => {
    const url = new URL(request.url);
    const answer = async (): Promise<string> => {
      const call = callOf(name, url, params);
      checkVersion(world, (call.parameters as { asof?: string }).asof);
      return JSON.stringify(await replies[name](call));
    };
    try {
      const failure = await failureFor(url, answer);
      if (failure) return failure;
      const file = name === 'events' ? await eventsFile(callOf('events', url, params), replies, world) : null;
      return file ?? new HttpResponse(await answer(), { headers: { 'content-type': 'application/json' } });
    } catch (error) {
      return problemAnswer(error);
    }
  });
}

function partHandler(world: MockWorld): HttpHandler {
  return http.get<PathParams, DefaultBodyType, DefaultBodyType>(
    routeOf('snapshotPart'),
    async ({ request, params }) => {
      const url = new URL(request.url);
      const failure = await failureFor(url, async () => 'not a snapshot');
      if (failure) return failure;
      const known = world.snapshot.manifest.parts.some((part) => part.hash === params.hash);
      if (!known) return problemAnswer(new ApiError(404, 'not-found', 'No snapshot part has this hash.'));
      return HttpResponse.arrayBuffer(world.snapshot.part.buffer, {
        headers: { 'content-type': 'application/vnd.apache.arrow.stream' },
      });
    },
  );
}

/** MSW handlers for the whole API over a mock world: the contract, run in memory. */
export function mockHandlers(world: MockWorld = mockWorld()): HttpHandler[] {
  const replies = mockReplies(world);
  return [...jsonEndpoints.map((name) => jsonHandler(name, replies, world)), partHandler(world)];
}
