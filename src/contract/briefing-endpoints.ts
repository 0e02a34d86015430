import * as z from 'zod/mini';

/**
 * Briefings kept on the server. These endpoints exist only where a write token is configured, take it as `Authorization: Bearer`,
 * and answer no other origin. A document is what core/briefing-file.ts writes; its ETag names the state that was read, and whoever
 * writes says which state is replaced: `If-Match` with that ETag, or `If-None-Match: *` for a new one. Otherwise nothing changes.
 */
export const briefingEndpoints = {
  briefings: {
    method: 'GET',
    path: '/briefings',
    summary: 'Briefings kept here',
    description: 'Titles, languages, sizes and ETags of all briefings, the last changed first.',
    statuses: [200, 401, 429],
  },
  briefing: {
    method: 'GET',
    path: '/briefings/:id',
    summary: 'One briefing',
    description: 'The document, with its ETag.',
    statuses: [200, 401, 404, 429],
  },
  putBriefing: {
    method: 'PUT',
    path: '/briefings/:id',
    summary: 'Keep a briefing',
    description:
      'Replaces the state named by `If-Match`, or makes a new one with `If-None-Match: *`. 412 when the state is another by now: nothing is lost.',
    statuses: [200, 201, 400, 401, 412, 413, 428, 429],
  },
  deleteBriefing: {
    method: 'DELETE',
    path: '/briefings/:id',
    summary: 'Delete a briefing',
    description: 'Deletes the state named by `If-Match`; 412 when it is another by now.',
    statuses: [204, 401, 404, 412, 428, 429],
  },
} as const;

/** Address of the list; a briefing's is this, a slash and its id. */
export const briefingsPath = '/api/v1/briefings';

/** What the list says of each. */
export const keptBriefingSchema = z.object({
  id: z.string(),
  title: z.string(),
  lang: z.enum(['en', 'es', 'pt']),
  items: z.number(),
  /** ISO moment of the last change. */
  changed: z.string(),
  etag: z.string(),
});
export type KeptBriefing = z.infer<typeof keptBriefingSchema>;

export const briefingListSchema = z.object({ rows: z.readonly(z.array(keptBriefingSchema)) });
