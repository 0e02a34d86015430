import type { Translated } from './localised.ts';
import type { EventTime } from './time.ts';

/** A publication's report: headline, outlet, date, link; never its text. */
export interface Article {
  readonly id: string;
  readonly headline: string;
  /** BCP 47 language of the headline: "en", "es", "pt". */
  readonly lang: string;
  readonly outlet: string;
  readonly url: string | null;
  readonly published: EventTime;
  readonly countries: readonly string[];
  /** Topic keys, e.g. "cocaine", "aerial-interdiction" (see core/topic.ts). */
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  /** Our own English sentence, or null. */
  readonly summary: string | null;
  /** The same sentence in Spanish and Portuguese, where we wrote it. */
  readonly summaries?: Translated | undefined;
  /** Ids of the events this article reports. */
  readonly events: readonly string[];
  readonly source: string;
}

export const topics = [
  'cocaine',
  'coca',
  'armed-groups',
  'seizures',
  'homicide',
  'policy',
  'corruption',
  'extortion',
  'aerial-interdiction',
  'illegal-mining',
  'prisons',
  'money-laundering',
  'contraband',
  'human-trafficking',
  'arms',
  'counterfeiting',
  'land-trafficking',
  'elites-and-crime',
  'conflict',
  'insecurity-cost',
  'outlook',
] as const;
export type TopicKey = (typeof topics)[number];
