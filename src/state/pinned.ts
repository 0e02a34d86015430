import { readView, type View } from '#core/view.ts';

/** What every link of a page takes on, whichever view it leads to. */
type Kept = Pick<View, 'asof' | 'lang'>;

let lastRead: { readonly search: string; readonly kept: Kept } | null = null;

/** The data version that the page's address pins, and the language it names; each null where it names none. */
export function keptByAddress(): Kept {
  const search = globalThis.location?.search ?? '';
  if (lastRead?.search !== search) {
    const { asof, lang } = readView(search).view;
    lastRead = { search, kept: { asof, lang } };
  }
  return lastRead.kept;
}

/** The data version that the page's address pins; null = the latest. Every question and link of the page keeps to it. */
export const pinnedVersion = (): string | null => keptByAddress().asof;
