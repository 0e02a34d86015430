import { airstripEvents, miningEvents } from './amazon.ts';
import { infrastructureEvents, policeEvents } from './colombia.ts';
import { curatedEvents } from './curated.ts';
import type { EventDraft } from './draft.ts';
import { idsPeruEvents } from './ids-peru.ts';
import { ucdpEvents } from './ucdp.ts';

/** Every event of the bundle, dataset after dataset. */
export function eventDrafts(): readonly EventDraft[] {
  return [
    ...curatedEvents(),
    ...idsPeruEvents(),
    ...ucdpEvents(),
    ...policeEvents(),
    ...infrastructureEvents(),
    ...airstripEvents(),
    ...miningEvents(),
  ];
}
