import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiBase, type EndpointName, endpoints } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { readCall } from '#contract/read-call.ts';
import type { Withheld } from '#core/redistribution.ts';
import type { AppEnvironment } from '#server/app.ts';
import {
  chooseEncoding,
  compress,
  compressingStream,
  encodings,
  leastCompressedBytes,
} from '#server/encoding.ts';
import { matchesEtag } from '#server/etag.ts';
import { dataPolicy } from '#server/headers.ts';
import { partFile } from '#server/jobs/snapshot.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import type { Answer, Download, PackedBytes } from './answer.ts';
import { alive, handlers } from './handlers.ts';

const jsonType = 'application/json; charset=utf-8';

/** Routes of the contract's table, each answered by its handler. */
export function registerApi(app: FastifyInstance, environment: AppEnvironment): void {
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { path } = endpoints[name];
    const address = path.startsWith('//') ? path.slice(1) : apiBase + path;
    if (name === 'healthz') app.get(address, (_request, reply) => sendJson(reply, 200, alive));
    else if (name === 'readyz') app.get(address, (_request, reply) => sendReadiness(reply, environment));
    else app.get(address, (request, reply) => answerCall(name, environment, request, reply));
  }
}

async function answerCall<N extends keyof typeof handlers>(
  name: N,
  environment: AppEnvironment,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = new URLSearchParams(request.raw.url?.split('?').slice(1).join('?') ?? '');
  const call = readCall(name, request.params as Record<string, string>, query);
  const today = await readyServices(environment);
  const { asof } = call.parameters as { readonly asof?: string };
  const services = await today.versions.at(asof, today);
  const origin = originOf(request, environment);
  const etag = etagOf(name, request, services, environment, origin);
  if (matchesEtag(request.headers['if-none-match'], etag)) {
    return reply
      .code(304)
      .headers({ etag, 'cache-control': cacheControl(name), vary: 'accept-encoding' })
      .send();
  }
  const handler = handlers[name] as (
    asked: typeof call,
    services: Services,
    origin: string,
  ) => Promise<Answer<EndpointName>>;
  const answer = await handler(call, services, origin);
  reply.headers({ etag, 'cache-control': cacheControl(name), 'content-security-policy': dataPolicy });
  if (answer.kind === 'json') return sendText(request, reply, answer.body, jsonType);
  if (answer.kind === 'text') return sendText(request, reply, answer.body, answer.type);
  if (answer.kind === 'bytes') return sendBytes(request, reply, answer);
  return answer.kind === 'file'
    ? sendPart(request, reply, answer.folder, answer.hash)
    : sendDownload(request, reply, answer);
}

function etagOf(
  name: EndpointName,
  request: FastifyRequest,
  { info }: Services,
  { build }: AppEnvironment,
  origin: string,
): string {
  if (name === 'snapshotPart') return `"${String((request.params as Record<string, string>).hash)}"`;
  // Feeds hold the server's address: the same data under another name are another answer.
  const named =
    name === 'feedAtom' || name === 'feedJson' ? `.${Buffer.from(origin).toString('base64url')}` : '';
  return `W/"${info.dataVersion}.${build}${named}"`;
}

/** The address that readers know the server by: the setting, else what the request says, if that can be a host. */
function originOf(request: FastifyRequest, { publicUrl }: AppEnvironment): string {
  if (publicUrl !== null) return publicUrl;
  return /^[A-Za-z0-9.:[\]-]{1,253}$/.test(request.host)
    ? `${request.protocol}://${request.host}`
    : 'http://localhost';
}

/** Lists may be kept but must be asked about again; a part is named by its content and never changes. */
function cacheControl(name: EndpointName): string {
  return name === 'snapshotPart' ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The services; a question that comes while the data are loaded for the first time waits for them a while. */
export async function readyServices({ readiness }: AppEnvironment): Promise<Services> {
  for (
    let waited = 0;
    readiness().state === 'starting' && waited < limits.startWaitMilliseconds;
    waited += 50
  )
    await setTimeout(50);
  const now = readiness();
  if (now.state === 'ready') return now.services;
  const why = now.state === 'starting' ? 'The data are still being loaded.' : 'The data could not be loaded.';
  throw new ApiError(503, 'busy', why, { retryAfterSeconds: 5 });
}

async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  type: string,
): Promise<FastifyReply> {
  const body = Buffer.from(text);
  reply.headers({ 'content-type': type, vary: 'accept-encoding' });
  const encoding =
    body.length < leastCompressedBytes ? null : chooseEncoding(request.headers['accept-encoding'], encodings);
  if (encoding === null) return reply.send(body);
  return reply.header('content-encoding', encoding).send(await compress(body, encoding));
}

async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, plain, packed }: PackedBytes,
): Promise<FastifyReply> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], encodings);
  const body = await packed(encoding);
  reply.headers({ 'content-type': type, vary: 'accept-encoding' });
  if (body === null || encoding === null) return reply.send(plain);
  return reply.header('content-encoding', encoding).send(body);
}

async function sendPart(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  hash: string,
): Promise<FastifyReply> {
  const encoding = chooseEncoding(request.headers['accept-encoding'], ['br', 'zstd', 'gzip']);
  const body = await readFile(partFile(folder, hash, encoding ?? 'identity'));
  if (encoding !== null) reply.header('content-encoding', encoding);
  return reply
    .headers({ 'content-type': 'application/vnd.apache.arrow.stream', vary: 'accept-encoding' })
    .send(body);
}

/** Sends a download while it is made. The first chunk is made before the head is sent, so that an early failure is still an error. */
async function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, fileName, rows, withheld = [], chunks }: Download,
): Promise<FastifyReply> {
  reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'x-total-count': String(rows),
    ...(withheld.length > 0 ? { 'x-withheld-sources': withheldHeader(withheld) } : {}),
    vary: 'accept-encoding',
  });
  if (request.method === 'HEAD') return reply.send();
  const encoding = chooseEncoding(request.headers['accept-encoding'], ['zstd', 'gzip', 'br']);
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', (error) => request.log.error({ id: request.id, err: error }));
  if (encoding === null) return reply.send(source);
  const packed = compressingStream(encoding);
  source.on('error', (error) => packed.destroy(error));
  packed.on('close', () => source.destroy());
  return reply.header('content-encoding', encoding).send(source.pipe(packed));
}

/** `source;events=12, other`: ids hold letters, digits, dots and hyphens only. */
function withheldHeader(withheld: readonly Withheld[]): string {
  return withheld
    .map(({ source, events }) => (events === null ? source : `${source};events=${events}`))
    .join(', ');
}

function sendReadiness(reply: FastifyReply, { readiness }: AppEnvironment): FastifyReply {
  const now = readiness();
  if (now.state === 'ready') return sendJson(reply, 200, alive);
  const status = now.state === 'starting' ? 'starting' : 'failing';
  const reason = now.state === 'starting' ? 'The data are being loaded.' : now.reason;
  return sendJson(reply, 503, { kind: 'json', body: JSON.stringify({ status, reason }) });
}

function sendJson(reply: FastifyReply, status: number, answer: Answer<'healthz'>): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': jsonType,
      'content-security-policy': dataPolicy,
      'cache-control': 'no-store',
    })
    .send(answer.kind === 'json' ? answer.body : '');
}
