import type { Ref } from 'react';
import type { Measure } from '#core/measure.ts';
import { hotspotAmount, hotspotName } from '#figures/map/map-drawing.tsx';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import styles from './MapView.module.css';
import type { Walk } from './use-hotspot-walk.ts';

interface Props {
  readonly id: string;
  readonly walk: Walk;
  readonly measure: Measure;
  /** How many hotspots there are. */
  readonly all: number;
  /** More may be on their way. */
  readonly busy: boolean;
  /** Whether there is an answer: without one none may be said to be here. */
  readonly counted: boolean;
  readonly ref: Ref<HTMLDivElement>;
}

/** How many places there are; nothing where that could not be counted. */
function placesSaid({ all, busy, counted }: Pick<Props, 'all' | 'busy' | 'counted'>, { t }: I18n): string {
  if (all > 0) return t('map.placesMany', { n: all });
  if (busy) return t('map.placesAwaited');
  return counted ? t('map.placesNone') : '';
}

/** The second tab stop of the map: one hotspot at a time, said as "count, place, n of all". */
export function HotspotWalk({ id, walk, measure, all, busy, counted, ref }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { active, position } = walk;
  const place = active ? t('map.placeOf', { place: hotspotName(active, i18n), n: position, all }) : '';
  return (
    <div
      ref={ref}
      role="listbox"
      tabIndex={0}
      aria-label={t('map.places')}
      aria-activedescendant={active ? `${id}-active` : undefined}
      className={styles.walk}
      onFocus={walk.onFocus}
      onBlur={walk.onBlur}
      onKeyDown={walk.onKeyDown}
    >
      <div
        id={`${id}-active`}
        role="option"
        tabIndex={-1}
        aria-selected={active !== null}
        aria-setsize={all}
        aria-posinset={position || undefined}
        className="visually-hidden"
      >
        {active
          ? `${hotspotAmount(active, measure, i18n)}, ${place}`
          : placesSaid({ all, busy, counted }, i18n)}
      </div>
    </div>
  );
}
