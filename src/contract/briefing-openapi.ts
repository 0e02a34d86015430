import * as z from 'zod/mini';
import { briefingEndpoints, briefingListSchema } from './briefing-endpoints.ts';
import { apiBase } from './endpoints.ts';

type Json = Readonly<Record<string, unknown>>;

const words: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Kept; the ETag names the new state.',
  204: 'Deleted.',
};

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of the briefing, as in its document.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,80}$' },
};

const condition = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

/** The paths of the briefings for the OpenAPI document; they exist only where a write token is configured. */
export function briefingPaths(problem: Json): Readonly<Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of Object.entries(briefingEndpoints)) {
    const path = (apiBase + endpoint.path).replace(':id', '{id}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: {
        operationId: name,
        summary: endpoint.summary,
        description: `${endpoint.description} Exists only where a write token is configured.`,
        security: [{ writeToken: [] }],
        parameters: [
          ...(endpoint.path.endsWith(':id') ? [idParameter] : []),
          ...(endpoint.method === 'GET'
            ? []
            : [condition('If-Match', 'ETag of the state that is replaced.')]),
          ...(endpoint.method === 'PUT' ? [condition('If-None-Match', '"*" for a new briefing.')] : []),
        ],
        ...(endpoint.method === 'PUT'
          ? { requestBody: { required: true, content: { 'application/json': {} } } }
          : {}),
        responses: Object.fromEntries(
          endpoint.statuses.map((status) => [
            status,
            status < 300 ? { description: words[status], ...contentOf(name) } : problem,
          ]),
        ),
      },
    };
  }
  return paths;
}

function contentOf(name: string): Json {
  if (name !== 'briefings') return {};
  const { $schema: _, ...schema } = z.toJSONSchema(briefingListSchema);
  return { content: { 'application/json': { schema } } };
}
