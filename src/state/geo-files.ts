import type { Adm1Entry } from '#core/geo/adm1-lookup.ts';

/** A file of the bundled geography. Rejects where it cannot be had. */
export async function fetchGeo<File>(name: string): Promise<File> {
  const response = await fetch(`${import.meta.env.BASE_URL}geo/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as File;
}

let index: Promise<readonly Adm1Entry[]> | null = null;

/** All provinces with their names and points, fetched once for whoever wants them; a failure is forgotten. */
export function adm1Index(): Promise<readonly Adm1Entry[]> {
  index ??= fetchGeo<readonly Adm1Entry[]>('adm1-index.json').catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}
