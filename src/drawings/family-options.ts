import type { FacetAnswer } from '#core/query.ts';
import { families, familyOf, kinds } from '#core/taxonomy.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { typeLabel } from '#i18n/labels.ts';

/** Families of events to choose from, each with its number: those with events, those chosen, and without numbers all while these are not known. */
export function familyOptions(
  counted: FacetAnswer | null,
  chosen: readonly string[],
  { t, format }: I18n,
): readonly { readonly value: string; readonly label: string }[] {
  const events = new Map<string, number>(families.map(({ key }) => [key, 0]));
  for (const { key, total } of counted?.values ?? []) {
    const kind = kinds.find((known) => known.key === key);
    const family = kind && familyOf(kind.key);
    if (family) events.set(family, (events.get(family) ?? 0) + total.events);
  }
  return families.flatMap(({ key }) => {
    const name = typeLabel(t, key);
    if (!counted) return [{ value: key, label: name }];
    const n = events.get(key) ?? 0;
    return n === 0 && !chosen.includes(key) ? [] : [{ value: key, label: `${name} (${format.number(n)})` }];
  });
}
