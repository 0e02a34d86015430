import { readView } from '#core/view.ts';

let lastRead: { readonly search: string; readonly asof: string | null } | null = null;

/** The data version that the page's address pins; null = the latest. Every question and link of the page keeps to it. */
export function pinnedVersion(): string | null {
  const search = globalThis.location?.search ?? '';
  if (lastRead?.search !== search) lastRead = { search, asof: readView(search).view.asof };
  return lastRead.asof;
}
