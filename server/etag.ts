/** Whether an If-None-Match header names the tag, compared weakly. `*` is not taken: a tag must be known to be unchanged. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === bare);
}
