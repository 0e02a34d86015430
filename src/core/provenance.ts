import type { Translated } from './localised.ts';
import type { DatePrecision } from './time.ts';

/** Our own words on a source in another language: title, coverage note and limits, in the order of the English ones. */
export interface SourceTexts {
  readonly title: string;
  /** The licence in words; absent where its name is the same in every language. */
  readonly licence?: string | undefined;
  readonly note: string;
  readonly limits: readonly string[];
}

/** A dataset or publisher whose rows the store holds. Mirrors server/sample/SOURCES.json. */
export interface SourceInfo {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Page of the data set; null for a set compiled by this project from many publications. */
  readonly url: string | null;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** May single rows leave by export, API, embed? Aggregates may, where `aggregatesOnly`. */
  readonly redistribution: 'rows' | 'aggregates' | 'none';
  readonly attribution: string;
  /** ISO date of retrieval. */
  readonly retrieved: string;
  readonly coverage: {
    readonly from: string | null;
    readonly to: string | null;
    readonly countries: readonly string[];
    /** Our own sentence on what this source could have reported. */
    readonly note: string;
  };
  /** Our own sentences on known limits. */
  readonly limits: readonly string[];
  readonly texts?: { readonly es: SourceTexts; readonly pt: SourceTexts } | undefined;
  readonly counts: { readonly events: number; readonly articles: number; readonly indicators: number };
}

/** Who says so: one publication behind a record. */
export interface Citation {
  readonly publisher: string;
  readonly url: string | null;
  /** "YYYY", "YYYY-MM" or "YYYY-MM-DD" as the page gave it; null when it gave none. */
  readonly published: string | null;
  readonly publishedPrecision: DatePrecision;
  /** Weak source (blog, reprint, mirror, wiki): confirm before display in a briefing. */
  readonly weak: boolean;
  /** Id of the article record for the same page, when the store has it. */
  readonly articleId: string | null;
}

/** Two versions of one field, each with who says so; both are shown. */
export interface Dispute {
  readonly field: 'kind' | 'quantity' | 'date' | 'place';
  /** Our own sentence that states both versions. */
  readonly text: string;
  /** The same sentence in Spanish and Portuguese, where we wrote it. */
  readonly texts?: Translated | undefined;
  /** The alternative kind, when the kind itself is disputed. */
  readonly alternative: string | null;
}
