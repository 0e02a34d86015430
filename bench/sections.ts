/** One budget of docs/performance.md, as one section found it. */
export interface Verdict {
  readonly what: string;
  readonly must: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What one section found: kept as JSON, so that a section can be run again alone. */
export interface SectionResult {
  readonly title: string;
  readonly verdicts: readonly Verdict[];
  /** Markdown: how it was measured, then tables. */
  readonly text: string;
  /** Comparisons that held; one that does not ends the section. */
  readonly checks: number;
  /** What could not be run here, and why. */
  readonly notRun: readonly string[];
  /** Nothing in it is a time, so a busy machine does not matter. */
  readonly timeless?: boolean;
}

export interface Size {
  readonly quick: boolean;
  readonly sizes: readonly number[];
}

export type Section = (size: Size) => Promise<SectionResult>;
