import type { Group } from '#core/group.ts';
import { knownGroups } from './groups-known.ts';
import { ofacListings } from './ofac.ts';
import { ucdpFiles } from './ucdp.ts';
import { ucdpActors } from './ucdp-actors.ts';

/** A group before its events and articles are counted. */
export type GroupDraft = Omit<Group, 'events' | 'articles'>;

/**
 * Every organisation the bundle names: those of the curated rows and articles, UCDP's actors, and the criminal
 * organisations on the OFAC list. Organisations only, never persons. `namedInEvents` tells which have a curated event.
 */
export function groupDrafts(namedInEvents: ReadonlySet<string>): readonly GroupDraft[] {
  const drafts = new Map<string, GroupDraft>();
  for (const group of knownGroups) {
    drafts.set(group.id, {
      ...blank(group.id, group.name, group.type),
      aliases: group.aliases.filter((alias) => alias !== alias.toUpperCase() || alias.length <= 5),
      countries: group.countries,
      source: namedInEvents.has(group.id) ? 'curated-operations' : 'articles-latam',
    });
  }
  for (const actor of ucdpActors(ucdpFiles)) {
    const before = drafts.get(actor.id) ?? blank(actor.id, actor.name, actor.type);
    drafts.set(actor.id, {
      ...before,
      countries: [...new Set([...before.countries, ...actor.countries])].sort(),
      active: { from: actor.from, to: actor.to },
      source: 'ucdp-actors',
    });
  }
  for (const { group, designations, unnamedElsewhere } of ofacListings()) {
    const known = drafts.get(group);
    if (!known && !unnamedElsewhere) throw new Error(`OFAC listing for unknown group ${group}`);
    const before = known ?? {
      ...blank(group, unnamedElsewhere?.name ?? group, 'criminal'),
      countries: unnamedElsewhere?.countries ?? [],
      source: 'ofac-sdn',
    };
    drafts.set(group, { ...before, designations });
  }
  return [...drafts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function blank(id: string, name: string, type: Group['type']): GroupDraft {
  return {
    id,
    name,
    aliases: [],
    type,
    countries: [],
    active: { from: null, to: null },
    designations: [],
    source: 'ucdp-actors',
  };
}
