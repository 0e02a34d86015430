import { create } from 'zustand';

type Count = {
  /** Items in the briefing that "Add to briefing" adds to; null until this browser's store was asked. */
  readonly items: number | null;
};

/** What the header says without knowing anything else of briefings. */
export const useBriefingCount = create<Count>(() => ({ items: null }));
