import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '#contract/errors.ts';
import { chooseEncoding } from './encoding.ts';
import { matchesEtag } from './etag.ts';
import { FirstViews, firstViewFolder } from './first-view.ts';
import { contentSecurityPolicy, dataPolicy, documentPolicy, embedHeaders } from './headers.ts';
import type { Services } from './services.ts';
import type { StaticFile } from './static-files.ts';

/** Addresses of the page's screens (src/state/paths.ts): each is answered with the one document. */
const pageRoutes =
  /^\/(?:(?:countries|events|articles|groups|indicators|sources|about|briefings)?|(?:country|events|articles|groups|indicators|briefings)\/[A-Za-z0-9%._~-]{1,240})$/;

/** Addresses that show one figure alone (src/core/embed-address.ts). */
const embedRoutes = /^\/embed\/[a-z]{1,20}(?:\/[A-Za-z0-9%._~-]{1,240}){0,2}$/;

const documentAddress = '/index.html';
const embedDocumentAddress = '/embed.html';

/** The built page: its files by exact address, its document at every screen's address, and nothing else. */
export function registerPage(
  app: FastifyInstance,
  files: ReadonlyMap<string, StaticFile>,
  services: () => Services | null,
  embedAncestors: readonly string[],
): void {
  const firstViews = new FirstViews(files, services);
  const policy = embedHeaders(embedAncestors);
  app.get('/*', (request, reply) => answerPage(request, reply, files, firstViews));
  app.get('/embed/*', (request, reply) => {
    const document = files.get(embedDocumentAddress);
    if (!document || !embedRoutes.test(addressOf(request)))
      return answerPage(request, reply, files, firstViews);
    return sendFile(request, reply, document, policy);
  });
}

function addressOf(request: FastifyRequest): string {
  return (request.raw.url ?? '/').split('?', 1)[0] ?? '/';
}

async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  files: ReadonlyMap<string, StaticFile>,
  firstViews: FirstViews,
): Promise<FastifyReply> {
  const address = addressOf(request);
  const hidden =
    [documentAddress, embedDocumentAddress].includes(address) || address.startsWith(firstViewFolder);
  const file = hidden ? undefined : files.get(address);
  if (file) return sendFile(request, reply, file);
  const document = files.get(documentAddress);
  const screen = pageRoutes.test(address);
  if (!document && screen) {
    throw new ApiError(503, 'busy', 'The page is not built yet: run "npm run build", then start again.');
  }
  if (document && (screen || wantsPage(request))) {
    reply.code(screen ? 200 : 404);
    return sendFile(request, reply, (screen && (await firstViews.of(request, address))) || document);
  }
  throw new ApiError(404, 'not-found', 'There is nothing at this address.');
}

/** A person who follows a wrong link gets the page, which says so; a program gets the problem. */
function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

/** A worker lives under the policy of its own script, so scripts carry the page's, not that of data. */
function policyOf({ type }: StaticFile): string {
  if (type.startsWith('text/html')) return documentPolicy;
  return type.startsWith('text/javascript') ? contentSecurityPolicy : dataPolicy;
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  policy: Readonly<Record<string, string | undefined>> = { 'content-security-policy': policyOf(file) },
): Promise<FastifyReply> {
  for (const [name, value] of Object.entries(policy)) {
    if (value === undefined) reply.removeHeader(name);
    else reply.header(name, value);
  }
  reply.headers({
    'content-type': file.type,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: file.type.startsWith('text/html') ? 'accept-encoding, accept-language' : 'accept-encoding',
  });
  if (reply.statusCode === 200 && matchesEtag(request.headers['if-none-match'], file.etag))
    return reply.code(304).send();
  const encoding = chooseEncoding(request.headers['accept-encoding'], file.encodings);
  if (encoding === null) return reply.send(file.plain);
  return reply.header('content-encoding', encoding).send(await file.encoded(encoding));
}
