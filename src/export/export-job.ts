import type { NamedEvent } from '#core/event-row.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { SeriesValue } from '#core/record-tables.ts';
import type { Drawing, FigureTheme } from '#figures/figure.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Preset } from './presets.ts';

/** Events behind a figure or a list: exactly those on screen, as the service streams them. */
export interface EventRows {
  readonly kind: 'events';
  /** How many are on screen; a file with another number is refused. */
  readonly n: number;
  /** Address at which the service streams exactly these rows. */
  readonly address: (format: 'csv' | 'geojson') => string;
  /** Rows already in the page, for when the service cannot be reached; used only when they are all n. */
  readonly loaded?: () => readonly NamedEvent[];
}

/** Values of an indicator: all of them are in the page. */
export interface ValueRows {
  readonly kind: 'values';
  readonly n: number;
  readonly values: () => readonly SeriesValue[];
}

/** The rows behind a figure or a list. */
export type RowsSource = EventRows | ValueRows;

/** What an export is made from. */
export interface ExportSubject {
  /** Words of the file name: "Peru seizures". */
  readonly subject: string;
  /** ISO days of the period shown; null = open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly dataVersion: string;
  readonly toolVersion: string;
  /** Datasets behind what is shown, weightiest first. */
  readonly sources: readonly SourceInfo[];
  /** The figure as it is now; a list is drawn as a table. */
  readonly drawing: () => Drawing;
  readonly rows: RowsSource | null;
}

export interface ExportOptions {
  readonly preset: Preset;
  /** 1–3, for pictures made of pixels. */
  readonly scale: 1 | 2 | 3;
  readonly theme: FigureTheme;
  readonly ground: boolean;
  readonly i18n: I18n;
  /** The text alternative as the reader edited it; null = as generated. */
  readonly alt: string | null;
}

/** A finished file. `note` says what a reader must know: rows counted, a smaller scale. */
export interface WrittenFile {
  readonly name: string;
  readonly blob: Blob;
  readonly note: ExportNote | null;
}

export type ExportNote =
  | { readonly key: 'rows'; readonly n: number; readonly all: number }
  | { readonly key: 'fromPage'; readonly n: number; readonly all: number }
  | { readonly key: 'letters'; readonly letters: string }
  | { readonly key: 'withoutRows'; readonly n: number; readonly limit: number }
  | { readonly key: 'smaller'; readonly width: number; readonly height: number };

/** One format, one file: what it is called, what it takes, and how it is written. Heavy libraries are imported in `write`. */
export interface Format {
  readonly id: string;
  /** As people call it: "XLSX". */
  readonly name: string;
  readonly extension: string;
  readonly mime: string;
  /** `table`: the numbers the figure draws; `rows`: every row behind it; `events`: only rows that are events. */
  readonly takes: 'picture' | 'table' | 'rows' | 'events' | 'bundle';
  /** Most rows that a file of this format takes; more are refused, never cut. */
  readonly limit?: number;
  readonly write: (subject: ExportSubject, options: ExportOptions) => Promise<WrittenFile>;
}

/** An export that was not made, with its reason: nothing is ever left out silently. */
export class ExportRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.key);
    this.name = 'ExportRefused';
    this.reason = reason;
  }
}

export type RefusalReason =
  | { readonly key: 'unreachable'; readonly here: number; readonly all: number }
  | { readonly key: 'service'; readonly status: number; readonly code: string }
  | { readonly key: 'count'; readonly n: number; readonly all: number }
  | {
      readonly key: 'tooManyRows';
      readonly n: number;
      readonly limit: number;
      readonly instead: string | null;
    }
  | { readonly key: 'tooLarge' }
  | { readonly key: 'font' }
  | { readonly key: 'nothing' };
