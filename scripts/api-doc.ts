import { briefingEndpoints } from '#contract/briefing-endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { apiBase, type EndpointName, endpoints } from '#contract/endpoints.ts';
import { problemCodes } from '#contract/errors.ts';
import { dimensionKeys, dimensions } from '#core/filter.ts';

/** What a filter dimension means, for readers of the API page; the keys come from the table of dimensions. */
const meanings: Record<(typeof dimensionKeys)[number], string> = {
  country: '`c=PE,BO`: ISO 3166-1 alpha-2 codes, any of them',
  adm1: '`adm1=PE.AY`: first-level regions by our codes (`public/geo/adm1-index.json`)',
  type: '`type=seizure,shoot-down`: families or kinds of event; `arrest.arrest` names the kind where family and kind share a word',
  time: '`from=2014-01-01&to=2015-12-31`: civil days, both included; vaguely dated events need the whole of their interval inside',
  group: '`group=shining-path`: ids of groups',
  substance: '`substance=cocaine`: what was seized, found or destroyed',
  source: '`source=ucdp-ged-mexico`: ids of datasets (`/sources`)',
  datePrecision:
    '`dprec=day,month`: how exactly the date is known; day, week, month, quarter, year or unknown',
  precision: '`prec=1-4` or `prec=1,3`: levels of place precision, 1 exact to 7 waters or air',
  text: '`q=no-fly zone`: words, whatever their accents, case and endings in Spanish, Portuguese and English',
  map: '`bbox=-82,-19,-68,0` (west,south,east,north) or `area=lat,lon;lat,lon;…` (a drawn outline) or `cell=zoom.q.r` (one hexagon of the map): placed events only',
  quantity:
    '`qty=kg`, `qty=kg:100-500`, `qty=usd:1000-`, `qty=people:-10`: events that report this quantity, within the range',
};

function addressOf({ path }: Endpoint): string {
  return path.startsWith('//') ? path.slice(1) : apiBase + path;
}

function section(name: EndpointName): string {
  const endpoint: Endpoint = endpoints[name];
  const parameters = Object.entries(endpoint.parameters).map(
    ([key, parameter]) => `| \`${key}\` | ${parameter.in} | ${parameter.what.replaceAll('|', '\\|')} |`,
  );
  return [
    `### \`GET ${addressOf(endpoint)}\``,
    '',
    endpoint.description,
    ...(endpoint.filters ? ['', 'Takes the filters above.'] : []),
    ...(parameters.length > 0 ? ['', '| parameter | in | what |', '|---|---|---|', ...parameters] : []),
    '',
    `Formats: ${endpoint.formats.join(', ')}. Errors: ${endpoint.errors.length > 0 ? endpoint.errors.join(', ') : 'none of its own'}.`,
    '',
  ].join('\n');
}

/** The API page of the documentation, made from the contract's table of endpoints. */
export function apiDoc(): string {
  const filters = dimensionKeys.map(
    (key) =>
      `| ${key} | ${dimensions[key].parameters.map((name) => `\`${name}\``).join(', ')} | ${meanings[key].replaceAll('|', '\\|')} |`,
  );
  return [
    '# API',
    '',
    'Generated from `src/contract/endpoints.ts` by `npm run docs`; do not edit. The same in OpenAPI 3.1: `/api/v1/openapi.json`.',
    '',
    'Read only, `GET` and `HEAD`, but for briefings (below). Answers are JSON unless `format` says otherwise. Lists come in pages: `limit` rows, and `next`, the opaque `cursor`',
    'of the following page. `csv` and `geojson` carry every matching row, not a page. Every answer names the data version it was made from.',
    'Unknown, repeated or out-of-range parameters are refused with 400.',
    '',
    '## Filters',
    '',
    'Events and articles take the same words as the address of a page, so `/?c=PE&type=seizure` and `/api/v1/events?c=PE&type=seizure` mean the same.',
    '`unit` (count, kg, usd, people) may stand in an address; it changes no rows.',
    '',
    '| dimension | parameters | meaning |',
    '|---|---|---|',
    ...filters,
    '',
    '## Endpoints',
    '',
    ...(Object.keys(endpoints) as EndpointName[]).map(section),
    '## Briefings',
    '',
    'Only where the server has a write token (`ATALAYA_WRITE_TOKEN`); elsewhere these addresses do not exist. Send it as `Authorization: Bearer …`. A document is what',
    'the page saves as a briefing file. A write names the state it replaces, so that no change is ever lost: `If-Match` with the `ETag` that was read, or',
    '`If-None-Match: *` for a new briefing; 412 when somebody was faster, 428 when neither is sent. No other origin is answered.',
    '',
    '| | what | answers |',
    '|---|---|---|',
    ...Object.values(briefingEndpoints).map(
      ({ method, path, description, statuses }) =>
        `| \`${method} ${apiBase}${path}\` | ${description} | ${statuses.join(', ')} |`,
    ),
    '',
    '## Errors',
    '',
    'RFC 9457 `application/problem+json`: `type`, `title`, `status`, `code`, `detail`, `requestId` (also in the log), and `problems`: each with',
    '`parameter`, the `value` given and `mend`, how to put it right.',
    '',
    `Codes: ${problemCodes.map((code) => `\`${code}\``).join(', ')}. With 429 and 503, \`Retry-After\` says how many seconds to wait.`,
    '',
  ].join('\n');
}
