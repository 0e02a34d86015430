import type { Measure } from '#core/measure.ts';
import type { CoverageAnswer, MarksAnswer, SeriesAnswer } from '#core/query.ts';
import type { Bin, CivilDay, DatePrecision } from '#core/time.ts';
import type { TimeForm } from '#core/view.ts';

/** Days, ends included. */
export interface DaySpan {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** A decision or law, drawn as a small diamond with a dashed line through all lanes. */
export interface Milestone {
  /** Row number of the event it stands for. */
  readonly n: number;
  readonly day: CivilDay;
  /** Its line stands at the middle of a vague date and says so. */
  readonly precision: DatePrecision;
  /** A few words: "No-fly zone, VRAEM". At most three are written out, the rest keep diamond and line. */
  readonly label: string;
}

/** The engine's answers that the lanes draw; all for the same filter without its dates. */
export interface LanesData {
  /** `series` with split 'family' or 'kind', `domain` = axis. */
  readonly series: SeriesAnswer;
  /** `marks` for the same domain (limit `MARKS_LIMIT`); null while it is not asked: then every lane has bars. */
  readonly marks: MarksAnswer | null;
  /** `coverage` for the same bin and domain; null leaves the strip out. */
  readonly coverage: CoverageAnswer | null;
}

/** What to ask `marks` for: beyond this many a lane shows bars anyway. */
export const MARKS_LIMIT = 400;

export interface LanesInput extends LanesData {
  readonly split: 'family' | 'kind';
  /** Absent = lanes. */
  readonly form?: TimeForm;
  readonly measure: Measure;
  /** Visible part of the time axis. */
  readonly axis: DaySpan;
  /** Selected days (filter.from/to); null = open end. */
  readonly window: { readonly from: CivilDay | null; readonly to: CivilDay | null };
  readonly milestones: readonly Milestone[];
  /** Last day the data can speak of (meta.dataAsOf): later days and the bin that holds it are hatched. */
  readonly asOf: CivilDay;
}

/** A bar or empty bin that was clicked: exactly the bin's own days, and its lane. */
export interface BarPick extends DaySpan {
  /** Value for the `type` filter: a family or kind. */
  readonly type: string;
}

/**
 * The interactive timeline. It holds drafts of drag, hover and play itself; the caller keeps the view. Every callback is a
 * finished act, to be committed to the address, except `onDraft`.
 */
export interface LanesTimelineProps extends LanesInput {
  readonly bin: Bin;
  /** All days there is anything for: bounds of zoom, pan and of the window's open ends. */
  readonly extent: DaySpan;
  /** Height in px that the lanes may take at most; absent = their comfortable height. */
  readonly maxHeight?: number;
  /** Row number to ring, from the feed's hover or focus; null = none. */
  readonly marked?: readonly number[];
  /** Window set (drag released, key, step, play stopped); null = all dates. Absent = the dates cannot be chosen here. */
  readonly onWindow?: (window: DaySpan | null) => void;
  /** The window under the finger, every frame; null when the drag ends. */
  readonly onDraft?: (window: DaySpan | null) => void;
  /** Visible part of the axis changed; null = all. */
  readonly onAxis: (axis: DaySpan | null) => void;
  readonly onPickBar: (pick: BarPick) => void;
  readonly onPickMark: (n: number) => void;
  /** Pointer or focus came onto a single mark (null = left). */
  readonly onMark?: (n: number | null) => void;
  /** Headline of an event for tooltips, when the caller has it. */
  readonly headline?: (n: number) => string | null;
}
