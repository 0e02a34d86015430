/**
 * The words every figure must carry, on screen and in every export (ux.md 8). Required by type: a figure without its words
 * does not compile. All strings are final, in the reader's language.
 */
export interface FigureWords {
  /** Sentence that says the finding or the subject, at most about ten words. */
  readonly title: string;
  /** Measure, unit, place, period. */
  readonly subtitle: string;
  /** Active filters in words; "No filters" in words when there are none. */
  readonly filters: string;
  readonly period: string;
  /** Caveat that applies to this very view, never empty. */
  readonly caveat: string;
  /** "214 events; 31 not placed; 42 without weight". */
  readonly counts: string;
  readonly sources: string;
  readonly licence: string;
  /** "Data as of 22 November 2026, version 3f9a1c". */
  readonly dataAsOf: string;
  /** "Generated 2026-11-23 06:20 UTC · Atalaya 0.1.0". */
  readonly generated: string;
  /** Absolute address that reopens this view. */
  readonly link: string;
  /** Generated text alternative, at most 300 characters. */
  readonly alt: string;
}

export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

export type FigureTheme = 'light' | 'dark';

/** A plain table that repeats the figure's data: what a screen reader, the CSV and the document export read. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric: boolean }[];
  /** null = not reported; rendered as a dash with a spoken "not reported". */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
