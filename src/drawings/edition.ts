import type { Meta } from '#contract/schemas.ts';
import { type CivilDay, parseIsoDay } from '#core/time.ts';
import type { Edition } from '#figures/words.ts';

/** What the engine holds: an empty version before any is known, no date until all of it is there. */
export interface HeldData {
  readonly dataVersion: string;
  readonly dataAsOf: string | null;
}

/** Version, data and moment that a figure prints: the data the engine holds, else those the service names. */
export function editionOf(meta: Meta | undefined, held: HeldData, now: Date): Edition {
  const version = meta?.version ?? '';
  const dataVersion = held.dataVersion || (meta?.dataVersion ?? '');
  const dataAsOf = held.dataAsOf ?? meta?.dataAsOf ?? '';
  return { version, dataVersion, dataAsOf, now };
}

/** Last day the data can speak of. */
export function asOfDay(edition: Edition): CivilDay {
  return parseIsoDay(edition.dataAsOf.slice(0, 10)) ?? Math.floor(edition.now.getTime() / 86_400_000);
}
