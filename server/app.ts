import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { briefingsPath } from '#contract/briefing-endpoints.ts';
import { apiBase } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { LogLevel } from './config.ts';
import { dataPolicy, reportPath, securityHeaders, strictTransport } from './headers.ts';
import { type AdjustableLimits, limits } from './limits.ts';
import { registerPage } from './page.ts';
import { asApiError, problemOf } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import { registerReports } from './reports.ts';
import { registerBriefings } from './routes/briefings.ts';
import { registerApi } from './routes/register.ts';
import type { Services } from './services.ts';
import type { StaticFile } from './static-files.ts';

/** What the server can say of its data at this moment. */
export type Readiness =
  | { readonly state: 'starting' }
  | { readonly state: 'ready'; readonly services: Services }
  | { readonly state: 'failed'; readonly reason: string };

/** Everything an app takes from outside itself; tests give their own. */
export interface AppEnvironment {
  readonly readiness: () => Readiness;
  /** The built page by address; empty where there is none. */
  readonly files: ReadonlyMap<string, StaticFile>;
  /** Changes whenever answers to the same question over the same data would. */
  readonly build: string;
  readonly limits: AdjustableLimits;
  /** Address under which readers reach the server; null = as each request says. */
  readonly publicUrl: string | null;
  /** Origins whose pages may frame what is under /embed; empty = nobody may. */
  readonly embedAncestors: readonly string[];
  readonly trustedProxies: readonly string[];
  /** Needed to write; null = the addresses for it do not exist. */
  readonly writeToken: string | null;
  readonly logLevel: LogLevel;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

/** The whole HTTP surface as a Fastify app that is not listening yet. */
export function createApp(environment: AppEnvironment): FastifyInstance {
  const app = Fastify({
    logger: { level: environment.logLevel, base: null },
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: environment.trustedProxies.length > 0 ? [...environment.trustedProxies] : false,
    bodyLimit: limits.reportBytes,
    requestTimeout: limits.requestTimeoutMilliseconds,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: limits.headerBytes, headersTimeout: limits.headersTimeoutMilliseconds },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      const wrongAddress = error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_ASYNC_CONSTRAINT';
      sendProblem(wrongAddress ? notFound() : error, request, reply);
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
      socket.end(
        `HTTP/1.1 ${tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
    },
  });
  app.server.maxConnections = limits.connections;
  app.removeAllContentTypeParsers();
  addGuards(app, environment);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendProblem(notFound(), request, reply));
  registerApi(app, environment);
  if (environment.writeToken !== null) registerBriefings(app, environment, environment.writeToken);
  registerReports(app);
  const services = (): Services | null => {
    const now = environment.readiness();
    return now.state === 'ready' ? now.services : null;
  };
  registerPage(app, environment.files, services, environment.embedAncestors);
  return app;
}

/** Checks that every request passes before any route: id, headers, address length, method, rate. */
function addGuards(app: FastifyInstance, environment: AppEnvironment): void {
  const { requestsPerSecond, requestsBurst } = environment.limits;
  const rate = new RateLimit(requestsPerSecond, requestsBurst, limits.rememberedAddresses);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'x-request-id': request.id });
    if (request.protocol === 'https') reply.header('strict-transport-security', strictTransport);
    if (request.raw.url && request.raw.url.length > limits.urlCharacters) {
      throw new ApiError(414, 'too-large', `Keep the address within ${limits.urlCharacters} characters.`);
    }
    const api = isApi(request);
    const shared = api && !isBriefings(request);
    if (shared) allowEveryOrigin(reply);
    if (request.method === 'OPTIONS') return answerOptions(reply, shared);
    const reporting = request.method === 'POST' && pathOf(request) === reportPath;
    const writing = ['PUT', 'DELETE'].includes(request.method) && isBriefings(request);
    if (request.method !== 'GET' && request.method !== 'HEAD' && !reporting && !writing) {
      reply.headers({ allow: 'GET, HEAD, OPTIONS', connection: 'close' });
      throw new ApiError(405, 'method-not-allowed', 'This address can only be read: use GET or HEAD.');
    }
    if (!api && !reporting) return;
    const wait = rate.take(request.ip, environment.clock());
    if (wait === null) return;
    throw new ApiError(429, 'too-many-requests', `Slow down: try again in ${wait} s.`, {
      retryAfterSeconds: wait,
    });
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ path: pathOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });
}

function allowEveryOrigin(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers':
      'ETag, X-Total-Count, X-Withheld-Sources, Content-Disposition, Retry-After, X-Request-Id',
  });
}

function answerOptions(reply: FastifyReply, api: boolean): FastifyReply {
  reply.header('allow', 'GET, HEAD, OPTIONS');
  if (api) {
    reply.headers({
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'If-None-Match, Accept',
      'access-control-max-age': '86400',
    });
  }
  return reply.code(204).send();
}

/** Answers with problem+json. What happened inside goes to the log, never to the reader. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asApiError(error);
  const line = { id: request.id, path: pathOf(request), status: known.status, code: known.code };
  if (known.status >= 500 && known.code === 'internal') request.log.error({ ...line, err: error });
  else if (known.status === 429) request.log.warn({ ...line, address: request.ip });
  else request.log.info({ ...line, problems: known.problems });
  if (known.retryAfterSeconds !== null) reply.header('retry-after', String(known.retryAfterSeconds));
  reply
    .code(known.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-security-policy': dataPolicy,
      'cache-control': 'no-store',
    })
    .removeHeader('content-disposition')
    .send(JSON.stringify(problemOf(known, request.id)));
}

function notFound(): ApiError {
  return new ApiError(404, 'not-found', 'There is nothing at this address.');
}

function pathOf(request: FastifyRequest): string {
  return (request.raw.url ?? '/').split('?', 1)[0] ?? '/';
}

/** Briefings are private to whoever holds the token: no other origin may ask for them. */
function isBriefings(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return path === briefingsPath || path.startsWith(`${briefingsPath}/`);
}

function isApi(request: FastifyRequest): boolean {
  return pathOf(request).startsWith(`${apiBase}/`);
}
