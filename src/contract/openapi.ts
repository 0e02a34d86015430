import * as z from 'zod/mini';
import { dimensionKeys, dimensions } from '#core/filter.ts';
import { measures } from '#core/measure.ts';
import { briefingPaths } from './briefing-openapi.ts';
import type { Endpoint } from './endpoint.ts';
import { apiBase, type EndpointName, endpoints } from './endpoints.ts';
import { problemCodes } from './errors.ts';
import type { Parameter } from './parameters.ts';

type Json = Readonly<Record<string, unknown>>;

const filterMeaning: Readonly<Record<string, string>> = {
  c: 'Countries: two-letter codes, comma-separated.',
  adm1: 'First-level areas, such as PE.AY.',
  type: 'Families or kinds of event, such as seizure,shoot-down.',
  from: 'First day, YYYY-MM-DD. Day-precise events that overlap the window belong to it, vaguer ones only when it holds their whole interval.',
  to: 'Last day, YYYY-MM-DD.',
  group: 'Group ids.',
  substance: 'Substances.',
  source: 'Source ids.',
  prec: 'Place precision levels 1 (exact) to 7, such as 1-4 or 1,3.',
  dprec: 'How exactly the date is known: some of day, week, month, quarter, year, unknown.',
  q: 'Words, each of which must be found; accents and endings of English, Spanish and Portuguese do not matter.',
  bbox: 'west,south,east,north in degrees; placed events only. West may exceed east across 180°.',
  area: 'A drawn area: lat,lon;lat,lon;…; placed events only.',
  cell: 'One hexagon of the map as zoom.q.r; placed events only.',
  qty: 'Only events that report kg, usd or people, within a range: kg:100-500.',
  unit: `Measure of a page's figures (${measures.join(', ')}); accepted so that a page's address can be used as it is, changes no rows.`,
};

/** The OpenAPI 3.1 description of the whole API, made from the table of endpoints. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    const path = endpoint.path.startsWith('//') ? endpoint.path.slice(1) : apiBase + endpoint.path;
    paths[path.replace(/:([a-z0-9]+)/g, '{$1}')] = { get: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atalaya API',
      version,
      description:
        'Events, articles and indicators of organised crime in Latin America, each with its source. Reading needs no key; only briefings can be written, with a token, where the server has one. Answers carry an ETag of the data version; errors are application/problem+json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...paths, ...briefingPaths(problemResponse) },
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { writeToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(name: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    summary: endpoint.summary,
    description: endpoint.description,
    parameters: [
      ...Object.entries(endpoint.parameters).map(([key, parameter]) => parameterOf(key, parameter)),
      ...(endpoint.filters ? filterParameters() : []),
    ],
    responses: {
      200: { description: endpoint.summary, content: contents(endpoint) },
      304: { description: 'Not changed since the ETag that was sent.' },
      ...Object.fromEntries([...endpoint.errors, 429].map((status) => [status, problemResponse])),
    },
  };
}

function parameterOf(name: string, parameter: Parameter): Json {
  return {
    name,
    in: parameter.in,
    required: parameter.in === 'path',
    description: `${parameter.what} ${parameter.mend}`,
    schema: parameter.described ?? schemaOf(parameter.schema),
  };
}

function filterParameters(): Json[] {
  const names = [...dimensionKeys.flatMap((key) => dimensions[key].parameters), 'unit'];
  return names.map((name) => ({
    name,
    in: 'query',
    required: false,
    description: filterMeaning[name] ?? '',
    schema: { type: 'string' },
  }));
}

const mediaTypes: Readonly<Record<Endpoint['formats'][number], string>> = {
  json: 'application/json',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  arrow: 'application/vnd.apache.arrow.stream',
  tile: 'application/octet-stream',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
};

function contents(endpoint: Endpoint): Json {
  return Object.fromEntries(
    endpoint.formats.map((format) => [
      mediaTypes[format],
      format === 'json' ? { schema: schemaOf(endpoint.reply) } : {},
    ]),
  );
}

function schemaOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' });
  return rest;
}

const problemResponse = {
  description: 'What went wrong, which parameter, and how to mend it.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: problemCodes },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['parameter', 'value', 'mend'],
        properties: { parameter: { type: 'string' }, value: { type: 'string' }, mend: { type: 'string' } },
      },
    },
  },
} as const;
