import type { Endpoint } from './endpoint.ts';
import { oneOf, paging, versionText } from './parameters.ts';
import { changesSchema } from './record-schemas.ts';

/** What became of the data since a link was made. */
export const historyEndpoints = {
  changes: {
    method: 'GET',
    path: '/changes',
    summary: 'What changed since a data version',
    filters: false,
    formats: ['json'],
    errors: [400, 410],
    description:
      'Events added, changed, withdrawn or merged between a data version and the latest, counted and listed; articles and indicators are counted. It answers for every version this server has ever held, also where that state itself is not kept any more.',
    parameters: {
      since: {
        in: 'query',
        schema: versionText,
        what: 'Data version, or its day.',
        mend: 'Give a data version as answers name it, such as 2026-11-23.3f9a1c04.',
      },
      what: oneOf(
        ['added', 'changed', 'withdrawn', 'merged'],
        'List only events to which this happened; the counts stay whole.',
      ),
      ...paging,
    },
    reply: changesSchema,
  },
} as const satisfies Record<string, Endpoint>;
