import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { briefingsPath } from '#contract/briefing-endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { Briefing } from '#core/briefing.ts';
import { BriefingUnreadable, readBriefing } from '#core/briefing-file.ts';
import type { AppEnvironment } from '#server/app.ts';
import { WriteAccess } from '#server/auth.ts';
import { dataPolicy } from '#server/headers.ts';
import { limits } from '#server/limits.ts';
import type { BriefingStore, Replaced } from '#server/store/briefing-store.ts';
import { readyServices } from './register.ts';

const one = `${briefingsPath}/:id`;

/** Routes of the briefings, for holders of the token. */
export function registerBriefings(app: FastifyInstance, environment: AppEnvironment, token: string): void {
  const access = new WriteAccess(token);
  app.register(async (own) => {
    own.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'content-security-policy': dataPolicy });
      admit(access, environment, request, reply);
      if (new URL(request.raw.url ?? '/', 'http://here').search !== '')
        throw new ApiError(400, 'bad-parameter', 'This endpoint takes no parameters.');
    });
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    own.get(briefingsPath, async (_request, reply) =>
      sendJson(reply, JSON.stringify({ rows: (await storeOf(environment)).list() })),
    );
    own.get(one, async (request, reply) => {
      const kept = (await storeOf(environment)).get(idOf(request));
      if (kept === null) throw absent();
      return sendJson(reply.header('etag', kept.etag), kept.doc);
    });
    own.put(one, { bodyLimit: limits.briefingBytes }, async (request, reply) => {
      const replaced = replacedBy(request);
      const briefing = sentBriefing(request);
      const store = await storeOf(environment);
      const before = store.get(briefing.id);
      const outcome = store.put(briefing, replaced, new Date());
      if (outcome === 'conflict') throw conflict(before?.etag ?? null, reply);
      if (outcome === 'full')
        throw new ApiError(
          413,
          'too-large',
          `This server keeps at most ${limits.briefings} briefings. Delete one first, or save this one as a file.`,
        );
      return reply
        .code(before === null ? 201 : 200)
        .headers({ etag: outcome.etag, 'content-type': 'application/json; charset=utf-8' })
        .send(JSON.stringify({ etag: outcome.etag }));
    });
    own.delete(one, async (request, reply) => {
      const replaced = replacedBy(request);
      if (replaced === 'nothing') throw unconditional();
      const store = await storeOf(environment);
      const outcome = store.delete(idOf(request), replaced.etag);
      if (outcome === 'absent') throw absent();
      if (outcome === 'conflict') throw conflict(store.get(idOf(request))?.etag ?? null, reply);
      return reply.code(204).send();
    });
  });
}

function admit(
  access: WriteAccess,
  { clock }: AppEnvironment,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  try {
    access.admit(request.headers.authorization, request.ip, clock());
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) reply.header('www-authenticate', 'Bearer');
    request.log.warn({ id: request.id, address: request.ip, refused: 'write token' });
    throw error;
  }
  if (request.method === 'PUT' || request.method === 'DELETE') access.countWrite(request.ip, clock());
}

async function storeOf(environment: AppEnvironment): Promise<BriefingStore> {
  const { briefings } = await readyServices(environment);
  if (briefings === null) throw new ApiError(404, 'not-found', 'There is nothing at this address.');
  return briefings;
}

function sendJson(reply: FastifyReply, body: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(body);
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

/** Which state a write replaces, by its conditions; RFC 6585 has a status for a write that names none. */
function replacedBy({ headers }: FastifyRequest): Replaced {
  const match = headers['if-match']?.trim();
  if (match !== undefined && /^"[\x21\x23-\x7e]{1,40}"$/.test(match)) return { etag: match };
  if (match === undefined && headers['if-none-match']?.trim() === '*') return 'nothing';
  throw unconditional();
}

function sentBriefing(request: FastifyRequest): Briefing {
  try {
    const briefing = readBriefing(String(request.body ?? ''));
    if (briefing.id === idOf(request)) return briefing;
  } catch (error) {
    if (!(error instanceof BriefingUnreadable)) throw error;
    throw new ApiError(400, 'bad-parameter', `The briefing was not kept. ${error.message}`, {
      problems: [{ parameter: error.part || 'body', value: '', mend: error.mend }],
    });
  }
  throw new ApiError(400, 'bad-parameter', 'The id in the briefing is not the one in the address.');
}

const absent = (): ApiError => new ApiError(404, 'not-found', 'No briefing kept here has this id.');
const unconditional = (): ApiError =>
  new ApiError(
    428,
    'unconditional',
    'Say which state is replaced: If-Match with the ETag that was read, or If-None-Match: * for a new briefing.',
  );

function conflict(etag: string | null, reply: FastifyReply): ApiError {
  if (etag !== null) reply.header('etag', etag);
  return new ApiError(
    412,
    'conflict',
    etag === null
      ? 'The briefing was deleted meanwhile. Nothing was changed.'
      : 'The briefing was changed meanwhile. Nothing was overwritten: read its present state first.',
  );
}
