import type { ReactNode } from 'react';
import type { FamilyKey } from '#core/taxonomy.ts';
import type { Palette } from './palette.ts';

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

export interface InkProps {
  readonly size: FigureSize;
  readonly theme: FigureTheme;
  /** Height of the figure's base text in px: 12 on screen, 22 and more in exports. Marks and gaps follow it. */
  readonly font: number;
}

/**
 * Draws a figure's body as SVG children (no outer <svg>) that fill `size`, from a model and nothing else: no hooks, no DOM
 * reads, no ids that could clash. The screen and every export call the same ink.
 */
export type FigureInk = (props: InkProps) => ReactNode;

/** One entry of a figure's own legend, without pixels: the frame of an export sets it beside or under the body. */
export type LegendEntry =
  | { readonly mark: 'glyph'; readonly family: FamilyKey; readonly label: string }
  /** A mark inside a dashed ring: place known only to the region or zone. */
  | { readonly mark: 'ringed'; readonly family: FamilyKey; readonly label: string }
  /** A small mark inside a plain ring: place known only to the municipality. */
  | { readonly mark: 'circled'; readonly family: FamilyKey; readonly label: string }
  | { readonly mark: 'swatch'; readonly color: (palette: Palette) => string; readonly label: string }
  /** A swatch with a sign in it; `fill` null = only its edge. */
  | {
      readonly mark: 'signed';
      readonly fill: ((palette: Palette) => string) | null;
      readonly edge: (palette: Palette) => string;
      readonly ink: (palette: Palette) => string;
      readonly sign: string;
      readonly label: string;
    }
  | {
      readonly mark: 'line';
      readonly color: (palette: Palette) => string;
      readonly dash: string;
      readonly label: string;
    }
  | { readonly mark: 'hatch'; readonly label: string }
  /** Classes of a sequential scale, lowest first; one label under the start of each class. */
  | {
      readonly mark: 'steps';
      readonly labels: readonly string[];
      readonly label: string;
      /** Other colours than the palette's sequential ones. */
      readonly colors?: (palette: Palette) => readonly string[];
    };

export interface FigureLegend {
  readonly title: string;
  readonly entries: readonly LegendEntry[];
}

/** Everything an export needs of one figure: its words, its ink, its legend and its numbers. */
export interface Drawing {
  /** What it is, for the file name and the alt text. */
  readonly kind: 'lanes' | 'series' | 'rank' | 'map' | 'table' | 'indicator';
  readonly words: FigureWords;
  readonly ink: FigureInk;
  readonly legend: FigureLegend | null;
  readonly table: FigureTable;
}
