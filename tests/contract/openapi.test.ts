import { describe, expect, it } from 'vitest';
import { briefingEndpoints } from '#contract/briefing-endpoints.ts';
import { apiBase, type EndpointName, endpoints, endpointUrl } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { openApiDocument } from '#contract/openapi.ts';
import { readCall } from '#contract/read-call.ts';

const document = openApiDocument('1.2.3') as {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: { name: string; description: string }[];
        responses: Record<string, unknown>;
      }
    >
  >;
};

describe('the OpenAPI document', () => {
  it('has every endpoint of the table, once, with every parameter described', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(
      [...Object.keys(endpoints), ...Object.keys(briefingEndpoints)].sort(),
    );
    for (const { parameters, responses } of operations) {
      for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(8);
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
    }
    expect(document.openapi).toBe('3.1.0');
  });

  it('is plain JSON without holes', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('addresses of endpoints', () => {
  it('fill in path values and sort the rest', () => {
    expect(endpointUrl('event', { id: 'a/b' })).toBe(`${apiBase}/events/a%2Fb`);
    expect(endpointUrl('events', { to: '2015-01-01', c: 'PE', q: undefined })).toBe(
      `${apiBase}/events?c=PE&to=2015-01-01`,
    );
    expect(endpointUrl('healthz')).toBe('/healthz');
  });
});

describe('reading a call', () => {
  const read = (name: EndpointName, query: string) => readCall(name, {}, new URLSearchParams(query));

  it('gives parameters as their own types and the filter', () => {
    const call = read('events', 'limit=7&c=pe&from=2015-01-01&sort=kg');
    expect(call.parameters).toEqual({ limit: 7, sort: 'kg' });
    expect(call.filter.countries).toEqual(['PE']);
  });

  it('gives equal questions equal keys, whatever their order, page or page size', () => {
    expect(read('events', 'c=PE,CO&limit=5').key).toBe(read('events', 'limit=9&c=co,pe').key);
    expect(read('events', 'c=PE').key).not.toBe(read('events', 'c=CO').key);
    expect(read('events', 'sort=kg').key).not.toBe(read('events', '').key);
  });

  it('refuses with every problem named', () => {
    expect(() => read('events', 'limit=0&x=1')).toThrow(ApiError);
    try {
      read('events', 'limit=0&x=1');
    } catch (error) {
      expect((error as ApiError).problems.map((problem) => problem.parameter)).toEqual(['x', 'limit']);
    }
  });
});
