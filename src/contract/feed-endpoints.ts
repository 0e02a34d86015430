import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { oneOf, wholeNumber } from './parameters.ts';

const parameters = {
  limit: wholeNumber(1, 200, 'Entries, 1 to 200; 50 when absent. The API has the rest.'),
  lang: oneOf(['en', 'es', 'pt'], 'Language of titles where a record has more than one; en when absent.'),
};

const description =
  'Events that match the filters, those that came or changed last first, then by date: each with a stable id, when the record was last changed, its dataset, licence and publications. Follow it in any feed reader.';

/** Any filter, to be followed. */
export const feedEndpoints = {
  feedAtom: {
    method: 'GET',
    path: '/events/feed.atom',
    summary: 'Events as an Atom feed',
    filters: true,
    formats: ['atom'],
    errors: [400, 503],
    description,
    parameters,
    reply: z.unknown(),
  },
  feedJson: {
    method: 'GET',
    path: '/events/feed.json',
    summary: 'Events as a JSON feed',
    filters: true,
    formats: ['jsonfeed'],
    errors: [400, 503],
    description,
    parameters,
    reply: z.unknown(),
  },
} as const satisfies Record<string, Endpoint>;
