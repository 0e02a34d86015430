import { curatedEvents } from './curated.ts';
import type { EventDraft } from './draft.ts';
import { idsPeruEvents } from './ids-peru.ts';

/** Every event of the bundle, dataset after dataset. */
export function eventDrafts(): readonly EventDraft[] {
  return [...curatedEvents(), ...idsPeruEvents()];
}
