import * as z from 'zod/mini';
import {
  dimensionKeys,
  dimensions,
  emptyFilter,
  type FilterProblem,
  filterKey,
  readFilter,
} from '#core/filter.ts';
import { measures } from '#core/measure.ts';
import type { Endpoint } from './endpoint.ts';
import { type EndpointName, endpoints } from './endpoints.ts';
import { ApiError, type Problem } from './errors.ts';
import type { Call } from './handlers.ts';

type FieldProblem = NonNullable<Problem['problems']>[number];

/** Parameters that the filter grammar reads, and `unit`, which a page's address carries and which changes no rows. */
const filterParameters: ReadonlySet<string> = new Set([
  ...dimensionKeys.flatMap((key) => dimensions[key].parameters),
  'unit',
]);

/**
 * Checks what was asked of an endpoint. Every parameter must be known, given once and in range; all that are not are named
 * together in one ApiError (400, `bad-parameter`). `path` holds the values of the path's parameters, decoded.
 */
export function readCall<N extends EndpointName>(
  name: N,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Call<N> {
  const endpoint: Endpoint = endpoints[name];
  const problems: FieldProblem[] = [];
  const values = readOnce(endpoint, query, problems);
  const parameters = new Map<string, unknown>();
  for (const [key, parameter] of Object.entries(endpoint.parameters)) {
    const raw = parameter.in === 'path' ? path[key] : values.get(key);
    if (raw === undefined) {
      if (parameter.in === 'path' || !isOptional(name, key))
        problems.push(problemOf(key, '', parameter.mend));
      continue;
    }
    const read = z.safeParse(parameter.schema, raw);
    if (read.success) parameters.set(key, read.data);
    else problems.push(problemOf(key, raw, parameter.mend));
  }
  const filterProblems: FilterProblem[] = [];
  const filter = endpoint.filters ? readFilter(values, filterProblems) : emptyFilter;
  for (const { parameter, value, mend } of filterProblems) problems.push(problemOf(parameter, value, mend));
  checkUnit(endpoint, values, problems);
  if (problems.length > 0) throw badParameters(problems);
  return {
    name,
    parameters: Object.fromEntries(parameters) as Call<N>['parameters'],
    filter,
    key: keyOf(name, parameters, filterKey(filter)),
  };
}

/** The error that names every refused parameter. */
export function badParameters(problems: readonly FieldProblem[]): ApiError {
  const named = [...new Set(problems.map((problem) => problem.parameter))].join(', ');
  return new ApiError(400, 'bad-parameter', `Cannot use ${named}. ${problems[0]?.mend ?? ''}`.trim(), {
    problems: [...problems],
  });
}

/** What an endpoint cannot do without: words of a search, questions to answer, a state to compare with. */
function isOptional(name: EndpointName, key: string): boolean {
  const needed: Partial<Record<EndpointName, string>> = {
    hits: 'q',
    search: 'q',
    answers: 'ask',
    changes: 'since',
  };
  return needed[name] !== key;
}

function readOnce(
  endpoint: Endpoint,
  query: URLSearchParams,
  problems: FieldProblem[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of query) {
    const own = Object.hasOwn(endpoint.parameters, key) && endpoint.parameters[key]?.in === 'query';
    if (!own && !(endpoint.filters && filterParameters.has(key))) {
      problems.push(problemOf(key, value, `Leave it out. ${takes(endpoint)}`));
    } else if (values.has(key)) {
      problems.push(problemOf(key, value, 'Give it once; separate several values by commas.'));
    } else values.set(key, value);
  }
  return values;
}

function takes(endpoint: Endpoint): string {
  const own = Object.keys(endpoint.parameters).filter((key) => endpoint.parameters[key]?.in === 'query');
  const all = [...own, ...(endpoint.filters ? filterParameters : [])];
  return all.length === 0
    ? 'This endpoint takes no parameters.'
    : `This endpoint takes ${all.sort().join(', ')}.`;
}

function checkUnit(endpoint: Endpoint, values: ReadonlyMap<string, string>, problems: FieldProblem[]): void {
  const unit = values.get('unit');
  if (!endpoint.filters || unit === undefined || (measures as readonly string[]).includes(unit)) return;
  problems.push(problemOf('unit', unit, `Use one of ${measures.join(', ')}.`));
}

function problemOf(parameter: string, value: string, mend: string): FieldProblem {
  return { parameter: parameter.slice(0, 80), value: value.slice(0, 80), mend };
}

function keyOf(name: string, parameters: ReadonlyMap<string, unknown>, filter: string): string {
  const own = [...parameters]
    .filter(([key]) => key !== 'cursor' && key !== 'limit')
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort();
  return [name, ...own, filter].join('&');
}
