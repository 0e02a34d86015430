import type { FastifyInstance } from 'fastify';
import { dataPolicy, reportPath } from './headers.ts';

/** Longest text of one report that is written to the log. */
const loggedCharacters = 500;

/**
 * Where browsers report what the Content Security Policy stopped. Reports are counted and written to the log; the count can be
 * read, so that a test can hold it at zero.
 */
export function registerReports(app: FastifyInstance): void {
  let count = 0;
  app.addContentTypeParser(
    ['application/csp-report', 'application/reports+json', 'application/json'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.post(reportPath, async (request, reply) => {
    count += 1;
    request.log.warn({ cspReport: String(request.body).slice(0, loggedCharacters) });
    return reply.code(204).send();
  });
  app.get(reportPath, async (_request, reply) =>
    reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': dataPolicy,
      })
      .send(JSON.stringify({ count })),
  );
}
