import * as z from 'zod/mini';
import { measures } from '#core/measure.ts';
import { bins } from '#core/time.ts';
import type { Endpoint } from './endpoint.ts';
import { oneOf, pinned, someOf, versionText, wholeNumber } from './parameters.ts';
import { questionsParameter, spansParameter, viewportParameter } from './questions.ts';
import { snapshotSchema } from './schemas.ts';
import { tileDimensions } from './tile-dimensions.ts';

/** What the browser's engines ask for: the columns, or answers where the columns are too large. */
export const engineEndpoints = {
  snapshot: {
    method: 'GET',
    path: '/snapshot',
    summary: 'Snapshot manifest',
    filters: false,
    formats: ['json'],
    errors: [503],
    description: 'Version, dictionaries and parts of the columnar snapshot that the browser engine reads.',
    parameters: {},
    reply: snapshotSchema,
  },
  snapshotVersion: {
    method: 'GET',
    path: '/snapshots/:version',
    summary: 'Snapshot manifest of one version',
    filters: false,
    formats: ['json'],
    errors: [400, 410],
    description:
      'As /snapshot, for a state of the data that is still kept (docs/deploy.md says which). A day stands for its newest version.',
    parameters: {
      version: {
        in: 'path',
        schema: versionText,
        what: 'Data version, or its day.',
        mend: 'Give a data version as answers name it, such as 2026-11-23.3f9a1c04.',
      },
    },
    reply: snapshotSchema,
  },
  snapshotPart: {
    method: 'GET',
    path: '/snapshot/parts/:hash',
    summary: 'Snapshot part',
    filters: false,
    formats: ['arrow'],
    errors: [404],
    description: 'An Arrow IPC stream (contract/columns.ts), immutable, named by its content hash.',
    parameters: {
      hash: {
        in: 'path',
        schema: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
        what: 'Content hash from the manifest.',
        mend: 'Use a hash of the manifest: 32 hexadecimal digits.',
      },
    },
    reply: z.unknown(),
  },
  tiles: {
    method: 'GET',
    path: '/tiles',
    summary: 'Brush tiles',
    filters: true,
    formats: ['tile'],
    errors: [400, 410, 503],
    description:
      "Events per value of a dimension and time bin under every filter but the dates, as compact bytes (src/contract/tile.ts): whoever holds a tile counts any window of whole bins without asking again. One tile for each dimension asked about, in that order, each after its length; a length of 0 is a tile that would be too large. Like a facet, a tile by the values of a dimension ignores the filter's own choice in it. `from` and `to` bound the bins, they do not narrow.",
    parameters: {
      by: someOf(
        tileDimensions,
        'What to count by, one or several; place (precision levels, placed or not) when absent.',
      ),
      zoom: wholeNumber(
        0,
        12,
        'Of `cells` and `squares`: the zoom level that they are sized for; 4 when absent.',
      ),
      view: viewportParameter,
      bin: oneOf(bins, 'Size of a time bin; month when absent.'),
      fine: spansParameter,
      measure: oneOf(measures, 'What to sum beside the events; count when absent.'),
      ...pinned,
    },
    reply: z.unknown(),
  },
  answers: {
    method: 'GET',
    path: '/answers',
    summary: 'Answers to questions',
    filters: true,
    formats: ['json'],
    errors: [400, 410, 503],
    description:
      'What the browser engine answers, answered here, for data larger than a browser should hold: one answer (src/core/query.ts) for each question, all about one state of the data.',
    parameters: { ask: questionsParameter, ...pinned },
    reply: z.object({
      dataVersion: z.string(),
      answers: z.readonly(z.array(z.record(z.string(), z.unknown()))),
    }),
  },
} as const satisfies Record<string, Endpoint>;
