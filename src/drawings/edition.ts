import type { Meta } from '#contract/schemas.ts';
import { type CivilDay, parseIsoDay } from '#core/time.ts';
import type { EngineStatus } from '#engine/engine.ts';
import type { Edition } from '#figures/words.ts';

/** Version, data and moment that a figure prints: the data the engine holds, else those the service names. */
export function editionOf(meta: Meta | undefined, status: EngineStatus, now: Date): Edition {
  const version = meta?.version ?? '';
  const dataVersion =
    status.state === 'ready' || status.state === 'loading' ? status.dataVersion : (meta?.dataVersion ?? '');
  const dataAsOf = status.state === 'ready' ? status.dataAsOf : (meta?.dataAsOf ?? '');
  return { version, dataVersion, dataAsOf, now };
}

/** Last day the data can speak of. */
export function asOfDay(edition: Edition): CivilDay {
  return parseIsoDay(edition.dataAsOf.slice(0, 10)) ?? Math.floor(edition.now.getTime() / 86_400_000);
}
