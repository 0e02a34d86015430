import type { KeptBriefing } from '#contract/briefing-endpoints.ts';
import type { Briefing } from '#core/briefing.ts';

/** What a write replaces: a state by its tag, or nothing at all. */
export type Replaced = { readonly etag: string } | 'nothing';

/** Where briefings are kept. No write changes a state that its writer has not seen. */
export interface BriefingStore {
  list(): readonly KeptBriefing[];
  get(id: string): { readonly doc: string; readonly etag: string } | null;
  /** The new state's tag; `conflict` when what is there is not what was to be replaced; `full` when no more are kept. */
  put(briefing: Briefing, replaced: Replaced, now: Date): { readonly etag: string } | 'conflict' | 'full';
  delete(id: string, etag: string): 'deleted' | 'conflict' | 'absent';
  close(): void;
}
