import type { CrimeEvent } from '#core/event.ts';
import type { EventFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { mayPassOn, type Withheld, withheldOf } from '#core/redistribution.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Reference } from '#state/names.ts';

/** Whether the single record may leave with a figure. One whose source is not known stays. */
export function mayLeave(
  { source }: Pick<CrimeEvent, 'source'>,
  { sources }: Pick<Reference, 'sources'>,
): boolean {
  const own = sources.find(({ id }) => id === source);
  return own !== undefined && mayPassOn(own, 'rows');
}

/** Which sources' rows are missing under a filter, and why: a sentence each. */
export function withheldWords(
  filter: Pick<EventFilter, 'sources' | 'countries'>,
  { sources }: Pick<Reference, 'sources'>,
  i18n: I18n,
): string[] {
  return withheldOf(sources, filter).map((one) => sentence(one, i18n));
}

/** Why the single record of a source is not drawn. */
export function sourceWithheld(source: SourceInfo | undefined, i18n: I18n): string {
  const [own] = source ? withheldOf([source], { sources: [], countries: [] }) : [];
  return own ? sentence(own, i18n) : `${i18n.t('ui.withheld.title')}.`;
}

function sentence(
  { publisher, licence, events }: Pick<Withheld, 'publisher' | 'licence' | 'events'>,
  { t }: I18n,
): string {
  return events === null
    ? t('ui.withheld.unknown', { publisher, licence })
    : t('ui.withheld.some', { publisher, licence, n: events });
}
