import type { Group } from '#core/group.ts';
import { knownGroups } from './groups-known.ts';

/** A group before its events and articles are counted. */
export type GroupDraft = Omit<Group, 'events' | 'articles'>;

/** Every organisation the bundle names. */
export function groupDrafts(): readonly GroupDraft[] {
  return knownGroups.map((group) => ({
    id: group.id,
    name: group.name,
    aliases: group.aliases,
    type: group.type,
    countries: group.countries,
    active: { from: null, to: null },
    designations: [],
    source: 'curated-operations',
  }));
}
