import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { engineEndpoints } from './engine-endpoints.ts';
import { feedEndpoints } from './feed-endpoints.ts';
import { historyEndpoints } from './history-endpoints.ts';
import {
  countryCodes,
  format,
  oneOf,
  type Parameter,
  paging,
  pathId,
  pinned,
  slug,
  textUpTo,
  wholeNumber,
} from './parameters.ts';
import { articleRecordSchema, eventRecordSchema, withheldSchema } from './record-schemas.ts';
import {
  articleSchema,
  countrySchema,
  eventSchema,
  groupSchema,
  healthSchema,
  hitsSchema,
  indicatorSchema,
  indicatorSeriesSchema,
  metaSchema,
  pageOf,
  sourceSchema,
} from './schemas.ts';

const eventSort = oneOf(
  ['newest', 'oldest', 'kg', 'usd', 'people', 'country', 'kind'],
  'Order of rows; newest when absent. Unreported quantities and undated events come last; ties by row number.',
);

const topicKeys = {
  in: 'query',
  schema: z.string().check(z.regex(/^([a-z-]{1,40}(,[a-z-]{1,40}){0,29})?$/)),
  what: 'Topic keys, comma-separated: any of them.',
  mend: 'Give topic keys as the facets name them, such as cocaine,coca.',
} as const satisfies Parameter;

const languageCodes = {
  in: 'query',
  schema: z.string().check(z.regex(/^([a-z]{2}(,[a-z]{2}){0,9})?$/)),
  what: 'Headline languages, comma-separated: en, es, pt.',
  mend: 'Give two-letter language codes, such as es,pt.',
} as const satisfies Parameter;

/**
 * The one table of endpoints. Handlers, mocks, client and OpenAPI page are typed from it. Query values arrive as strings;
 * events and articles take the filter grammar of core/filter.ts (`filters: true`), read by `readFilter`, so the API and the
 * page's address mean the same. Out-of-range or unknown parameters are refused with 400 and the parameter's name.
 */
export const endpoints = {
  meta: {
    method: 'GET',
    path: '/meta',
    summary: 'Versions, counts and limits',
    filters: false,
    formats: ['json'],
    errors: [410],
    description: 'What this server holds: data version, counts, the days events span, the limits it keeps.',
    parameters: pinned,
    reply: metaSchema,
  },
  countries: {
    method: 'GET',
    path: '/countries',
    summary: 'Countries',
    filters: false,
    formats: ['json'],
    errors: [410],
    description: 'Every country the store knows, with its profile and counts.',
    parameters: pinned,
    reply: z.object({ rows: z.readonly(z.array(countrySchema)), dataVersion: z.string() }),
  },
  country: {
    method: 'GET',
    path: '/countries/:iso2',
    summary: 'One country',
    filters: false,
    formats: ['json'],
    errors: [404, 410],
    description: 'A sourced profile: every figure names its series, event or article.',
    parameters: {
      iso2: {
        in: 'path',
        schema: z.string().check(z.regex(/^[A-Za-z]{2}$/)),
        what: 'ISO 3166-1 alpha-2 code, either case.',
        mend: 'Use a two-letter country code, such as PE.',
      },
      ...pinned,
    },
    reply: countrySchema,
  },
  groups: {
    method: 'GET',
    path: '/groups',
    summary: 'Armed and criminal groups',
    filters: false,
    formats: ['json', 'csv'],
    errors: [400, 410],
    description: 'Groups by number of events. `c` narrows by country, `q` searches names and aliases.',
    parameters: {
      c: countryCodes('Two-letter country codes, comma-separated.'),
      q: textUpTo(200, 'Words of a name or alias.'),
      format: format('json', 'csv'),
      ...paging,
      ...pinned,
    },
    reply: pageOf(groupSchema),
  },
  group: {
    method: 'GET',
    path: '/groups/:id',
    summary: 'One group',
    filters: false,
    formats: ['json'],
    errors: [404, 410],
    description: 'Names, aliases, countries, years, designations.',
    parameters: { id: pathId('Group id.'), ...pinned },
    reply: groupSchema,
  },
  events: {
    method: 'GET',
    path: '/events',
    summary: 'Events',
    filters: true,
    formats: ['json', 'csv', 'geojson'],
    errors: [400, 410, 503],
    description:
      'Events that match the filters. `withheld` names sources whose licence keeps their rows here, with all the events they hold; files name them in the header `X-Withheld-Sources`. `n` fetches rows by row number (at most 1,000) in the order given, for rows that a snapshot query chose.',
    parameters: {
      n: {
        in: 'query',
        schema: z.string().check(z.regex(/^\d{1,9}(,\d{1,9}){0,999}$/)),
        what: 'Row numbers, comma-separated; other filters are then ignored.',
        mend: 'Give 1 to 1,000 row numbers, comma-separated, such as 12,5,903.',
      },
      sort: eventSort,
      format: format('json', 'csv', 'geojson'),
      ...paging,
      ...pinned,
    },
    reply: z.extend(pageOf(eventSchema), { withheld: withheldSchema }),
  },
  event: {
    method: 'GET',
    path: '/events/:id',
    summary: 'One event',
    filters: false,
    formats: ['json'],
    errors: [403, 404, 410],
    description:
      'Facts, precision, sources, disputes and linked articles. A record that was withdrawn or merged is given as it last was, with `gone`; `history` names the states of the data that touched it.',
    parameters: { id: pathId('Event id.'), ...pinned },
    reply: eventRecordSchema,
  },
  articles: {
    method: 'GET',
    path: '/articles',
    summary: 'Articles',
    filters: true,
    formats: ['json', 'csv'],
    errors: [400, 410, 503],
    description:
      'Cited reports: headline, outlet, date, link. Of the filters, c, group, from, to, q and source apply; `topic`, `outlet`, `language` and `event` are its own. With q, best match first.',
    parameters: {
      topic: topicKeys,
      outlet: textUpTo(200, 'Exact name of one outlet.'),
      language: languageCodes,
      event: {
        in: 'query',
        schema: slug,
        what: 'Only articles linked to this event.',
        mend: 'Give the id of one event.',
      },
      sort: oneOf(
        ['newest', 'oldest', 'relevance'],
        'Order; with q best match first when absent, otherwise newest.',
      ),
      format: format('json', 'csv'),
      ...paging,
      ...pinned,
    },
    reply: z.extend(pageOf(articleSchema), {
      facets: z.object({
        topics: z.record(z.string(), z.number()),
        outlets: z.record(z.string(), z.number()),
        languages: z.record(z.string(), z.number()),
        countries: z.record(z.string(), z.number()),
        years: z.record(z.string(), z.number()),
      }),
    }),
  },
  article: {
    method: 'GET',
    path: '/articles/:id',
    summary: 'One article',
    filters: false,
    formats: ['json'],
    errors: [404, 410],
    description:
      'Citation, our one-line summary, linked events. A record that was withdrawn is given as it last was, with `gone`.',
    parameters: { id: pathId('Article id.'), ...pinned },
    reply: articleRecordSchema,
  },
  indicators: {
    method: 'GET',
    path: '/indicators',
    summary: 'Indicators',
    filters: false,
    formats: ['json'],
    errors: [400, 410],
    description: 'Series beside the events. `c` keeps those that have values for a country.',
    parameters: {
      c: countryCodes('Two-letter country codes, comma-separated.'),
      ...pinned,
    },
    reply: z.object({ rows: z.readonly(z.array(indicatorSchema)), dataVersion: z.string() }),
  },
  indicator: {
    method: 'GET',
    path: '/indicators/:id',
    summary: 'One indicator',
    filters: false,
    formats: ['json', 'csv'],
    errors: [400, 404, 410],
    description:
      'Definition, caveats and values. `c` narrows by country. Missing periods are absent, never 0.',
    parameters: {
      id: pathId('Indicator id.'),
      c: countryCodes('Two-letter country codes, comma-separated.'),
      format: format('json', 'csv'),
      ...pinned,
    },
    reply: indicatorSeriesSchema,
  },
  sources: {
    method: 'GET',
    path: '/sources',
    summary: 'Sources',
    filters: false,
    formats: ['json'],
    errors: [410],
    description: 'Publishers, licences, coverage, known limits.',
    parameters: pinned,
    reply: z.object({ rows: z.readonly(z.array(sourceSchema)), dataVersion: z.string() }),
  },
  hits: {
    method: 'GET',
    path: '/hits',
    summary: 'Row numbers of a text search',
    filters: false,
    formats: ['json'],
    errors: [400, 410],
    description:
      'Row numbers of the events whose words match `q`, ascending: the browser engine intersects them with its other filters.',
    parameters: {
      q: textUpTo(200, 'Words to find, any of es, pt, en.', 1),
      ...pinned,
    },
    reply: hitsSchema,
  },
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Search everything',
    filters: false,
    formats: ['json'],
    errors: [400, 410],
    description:
      'A few best matches of each kind for the search box: countries, places, groups, events, articles, indicators.',
    parameters: {
      q: textUpTo(200, 'What is typed; the last word may be unfinished.', 1),
      limit: wholeNumber(1, 20, 'Rows of each kind; 5 when absent.'),
      lang: oneOf(['en', 'es', 'pt'], 'Language of titles where a record has more than one; en when absent.'),
      ...pinned,
    },
    reply: z.object({
      rows: z.readonly(
        z.array(
          z.object({
            kind: z.enum(['country', 'place', 'group', 'event', 'article', 'indicator']),
            id: z.string(),
            title: z.string(),
            lang: z.nullable(z.string()),
            detail: z.string(),
            country: z.nullable(z.string()),
            lat: z.nullable(z.number()),
            lon: z.nullable(z.number()),
            when: z.nullable(z.string()),
          }),
        ),
      ),
    }),
  },
  ...engineEndpoints,
  ...historyEndpoints,
  ...feedEndpoints,
  openapi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API, described',
    filters: false,
    formats: ['json'],
    errors: [],
    description: 'OpenAPI 3.1 document generated from the table of endpoints.',
    parameters: {},
    reply: z.unknown(),
  },
  healthz: {
    method: 'GET',
    path: '//healthz',
    summary: 'Alive',
    filters: false,
    formats: ['json'],
    errors: [],
    description: 'Answers as long as the process runs.',
    parameters: {},
    reply: healthSchema,
  },
  readyz: {
    method: 'GET',
    path: '//readyz',
    summary: 'Ready',
    filters: false,
    formats: ['json'],
    errors: [503],
    description: 'Answers 200 once the store is open and the snapshot is built, 503 before.',
    parameters: {},
    reply: healthSchema,
  },
} as const satisfies Record<string, Endpoint>;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
export type Reply<N extends EndpointName> = z.infer<Endpoints[N]['reply']>;
/** What a caller gives: path and query values as strings, filters as address values. */
export type Input = Readonly<Record<string, string | undefined>>;
export const apiBase = '/api/v1';

/** The absolute path of an endpoint with its parameters filled in and the rest as a sorted query string. */
export function endpointUrl(name: EndpointName, input: Input = {}): string {
  const endpoint: Endpoint = endpoints[name];
  const used = new Set<string>();
  const filled = endpoint.path.replace(/:([a-z0-9]+)/g, (_, key: string) => {
    used.add(key);
    return encodeURIComponent(input[key] ?? '');
  });
  const query = Object.keys(input)
    .filter((key) => !used.has(key) && input[key] !== undefined)
    .sort()
    .map((key) => `${key}=${encodeURIComponent(input[key] ?? '')}`)
    .join('&');
  const base = filled.startsWith('//') ? filled.slice(1) : apiBase + filled;
  return query === '' ? base : `${base}?${query}`;
}
