import { type DefaultBodyType, type HttpHandler, HttpResponse, http, type PathParams } from 'msw';
import { apiBase, type EndpointName, endpoints, type Input } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { failureFor } from './faults.ts';
import { type JsonEndpoint, mockReplies, type Replies } from './replies.ts';
import { type MockWorld, mockWorld } from './world.ts';

const jsonEndpoints = (Object.keys(endpoints) as EndpointName[]).filter(
  (name): name is JsonEndpoint => name !== 'snapshotPart' && name !== 'openapi',
);

function routeOf(name: EndpointName): string {
  const { path } = endpoints[name];
  return `*${path.startsWith('//') ? path.slice(1) : apiBase + path}`;
}

function inputOf(url: URL, params: Readonly<Record<string, string | readonly string[] | undefined>>): Input {
  const fromPath = Object.entries(params).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(fromPath) };
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

function jsonHandler<N extends JsonEndpoint>(name: N, replies: Replies): HttpHandler {
  return http.get(routeOf(name), async ({ request, params }) => {
    const url = new URL(request.url);
    const answer = (): string => JSON.stringify(replies[name](inputOf(url, params)));
    try {
      return (
        (await failureFor(url, answer)) ??
        new HttpResponse(answer(), { headers: { 'content-type': 'application/json' } })
      );
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
      const failure = await failureFor(url, () => 'not a snapshot');
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
  return [...jsonEndpoints.map((name) => jsonHandler(name, replies)), partHandler(world)];
}
