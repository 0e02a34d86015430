import { delay, HttpResponse } from 'msw';

/** Ways in which the mock API can go wrong, on demand. */
export const faults = [
  'slow',
  'cut',
  'garbage',
  'empty',
  'offline',
  'busy',
  'limited',
  'broken',
  'wrong-shape',
] as const;
export type Fault = (typeof faults)[number];

/** Asking for this country is answered with 500, whatever else is asked: no such country exists. */
export const failingCountry = 'ZZ';

export interface FaultSwitch {
  readonly fault: Fault;
  /** Only paths that contain this; "" = every path. */
  readonly path: string;
  readonly slowMilliseconds: number;
}

let active: FaultSwitch | null = null;

/** Turns one fault on for the paths that contain `path`, or all off with null. */
export function setFault(fault: Fault | null, path = '', slowMilliseconds = 10_000): void {
  active = fault === null ? null : { fault, path, slowMilliseconds };
}

/** Reads "slow" or "cut:/articles" as written in an address (`?fault=…`); other text turns faults off. */
export function setFaultFromText(text: string | null): void {
  const [name = '', path = ''] = (text ?? '').split(':');
  setFault(faults.find((fault) => fault === name) ?? null, path);
}

function problem(
  status: number,
  code: string,
  detail: string,
  headers: Record<string, string> = {},
): HttpResponse<string> {
  const body = JSON.stringify({
    type: 'about:blank',
    title: detail,
    status,
    code,
    detail,
    requestId: 'mock',
  });
  return new HttpResponse(body, {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** True when the address asks for the country that always fails. */
export function asksForFailure(url: URL): boolean {
  const named = url.searchParams.get('c')?.toUpperCase().split(',') ?? [];
  return (
    named.includes(failingCountry) || url.pathname.toUpperCase().endsWith(`/COUNTRIES/${failingCountry}`)
  );
}

/** The failure due for this request in place of its answer, or undefined when it may be answered. */
export async function failureFor(
  url: URL,
  answer: () => Promise<string>,
): Promise<HttpResponse<string> | undefined> {
  if (asksForFailure(url)) return problem(500, 'internal', 'Country ZZ always fails.');
  if (!active || !url.pathname.includes(active.path)) return undefined;
  const json = { headers: { 'content-type': 'application/json' } };
  switch (active.fault) {
    case 'slow':
      await delay(active.slowMilliseconds);
      return undefined;
    case 'cut':
      return answer().then((whole) => new HttpResponse(whole.slice(0, Math.floor(whole.length / 2)), json));
    case 'garbage':
      return new HttpResponse('<!doctype html><title>Sign in</title>', {
        headers: { 'content-type': 'text/html' },
      });
    case 'empty':
      return new HttpResponse('', json);
    case 'offline':
      return HttpResponse.error() as HttpResponse<string>;
    case 'busy':
      return problem(503, 'busy', 'The store is busy.', { 'retry-after': '1' });
    case 'limited':
      return problem(429, 'too-many-requests', 'Too many requests.', { 'retry-after': '1' });
    case 'broken':
      return problem(500, 'internal', 'Something failed.');
    case 'wrong-shape':
      return new HttpResponse((await answer()).replaceAll('"id":', '"identifier":'), json);
  }
}
