import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Quantity } from '#core/measure.ts';
import type { Place } from '#core/place.ts';
import type { Citation, Dispute } from '#core/provenance.ts';
import type { KindKey, SubstanceKey } from '#core/taxonomy.ts';
import type { EventTime } from '#core/time.ts';
import { precisionOf } from '#server/sample/codec.ts';
import { settled, withoutEcho } from './gazetteer.ts';
import { translatedRemark } from './translations.ts';

/** An event before it has its row number and its links to articles. */
export type EventDraft = Omit<CrimeEvent, 'n' | 'articles'>;

/** An article before it has its links to events. */
export type ArticleDraft = Omit<Article, 'events'>;

/** What every importer must say about an event. */
export interface EventCore {
  readonly id: string;
  readonly kind: KindKey;
  readonly time: EventTime;
  readonly place: Place;
  readonly source: string;
  readonly sourceRecordId: string;
  readonly citations: readonly Citation[];
}

/** What an event may have besides; absent = none. */
export interface EventExtras {
  readonly quantities?: readonly Quantity[];
  readonly substances?: readonly SubstanceKey[];
  readonly groups?: readonly string[];
  readonly actors?: readonly string[];
  readonly summary?: string | null;
  readonly summaries?: CrimeEvent['summaries'];
  readonly label?: CrimeEvent['label'];
  readonly note?: string | null;
  /** Its translations; absent = those kept for the note's words. */
  readonly notes?: CrimeEvent['notes'];
  readonly milestone?: boolean;
  readonly disputes?: readonly Dispute[];
  readonly reports?: number;
}

/** An event draft with nothing claimed that the importer did not say; areas get their shared symbol point. */
export function draftEvent(core: EventCore, extras: EventExtras = {}): EventDraft {
  const notes = extras.notes ?? (extras.note ? translatedRemark(extras.note) : null);
  return {
    ...core,
    place: withoutEcho(settled(core.place)),
    quantities: extras.quantities ?? [],
    substances: extras.substances ?? [],
    groups: extras.groups ?? [],
    actors: extras.actors ?? [],
    summary: extras.summary ?? null,
    note: extras.note ?? null,
    milestone: extras.milestone ?? false,
    disputes: (extras.disputes ?? []).map(withTexts),
    reports: extras.reports ?? 1,
    ...(extras.summaries ? { summaries: extras.summaries } : {}),
    ...(notes ? { notes } : {}),
    ...(extras.label ? { label: extras.label } : {}),
  };
}

function withTexts(dispute: Dispute): Dispute {
  const texts = translatedRemark(dispute.text);
  return texts ? { ...dispute, texts } : dispute;
}

/** A citation; a date as long as it is known. */
export function citation(
  publisher: string,
  url: string | null,
  published: string | null,
  weak = false,
): Citation {
  return { publisher, url, published, publishedPrecision: precisionOf(published), weak, articleId: null };
}

/** A quantity with a best figure and, where the source gives one, a range. */
export function quantity(
  measure: Quantity['measure'],
  unit: string,
  substance: SubstanceKey | null,
  value: number | null,
  low: number | null = null,
  high: number | null = null,
): Quantity {
  return { measure, substance, value, low, high, unit };
}

/** The precision word for a span of days that bounds one event: the shortest unit the span fits in. */
export function spanPrecision(from: number, to: number): EventTime['precision'] {
  const days = to - from + 1;
  if (days <= 1) return 'day';
  if (days <= 7) return 'week';
  if (days <= 31) return 'month';
  return days <= 92 ? 'quarter' : 'year';
}
