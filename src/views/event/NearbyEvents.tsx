import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { isPlaced } from '#core/place.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './EventPage.module.css';

/** Days before and after, and degrees around: about 100 km. */
const DAYS = 30;
const DEGREES = 0.9;

/** What to ask for around an event: its days with a month either side, and its surroundings or else its country. */
export function nearbyFilter({ time, place }: CrimeEvent): EventFilter | null {
  const days = time.from === null || time.to === null ? {} : { from: time.from - DAYS, to: time.to + DAYS };
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  if (place.lat !== null && place.lon !== null && isPlaced(place.precision)) {
    const wide = DEGREES / Math.max(0.2, Math.cos((place.lat * Math.PI) / 180));
    return {
      ...emptyFilter,
      ...days,
      bbox: [
        round(place.lon - wide),
        round(place.lat - DEGREES),
        round(place.lon + wide),
        round(place.lat + DEGREES),
      ],
    };
  }
  if (place.adm1 !== null) return { ...emptyFilter, ...days, adm1: [place.adm1] };
  return place.country === null ? null : { ...emptyFilter, ...days, countries: [place.country] };
}

/** A way from one event to what happened around it. */
export function NearbyEvents({ event }: { event: CrimeEvent }) {
  const { t } = useI18n();
  const filter = nearbyFilter(event);
  const asked = useAsk([{ kind: 'count', filter: filter ?? emptyFilter, measure: 'count' }], filter !== null);
  if (filter === null) return null;
  const others = asked.data ? Math.max(0, asked.data.answers[0].total.events - 1) : null;
  const { lat, lon } = event.place;
  const map = filter.bbox && lat !== null && lon !== null ? { lat, lon, zoom: 8 } : null;
  const area = filter.bbox ? 'around' : filter.adm1.length > 0 ? 'region' : 'country';
  const dated = filter.from !== null;
  return (
    <Panel title={t('records.near')}>
      <p className={styles.text}>
        {others === null ? t(`records.near.what.${area}`) : t(`records.near.${area}`, { n: others })}{' '}
        {dated ? t('records.near.days', { days: DAYS }) : t('records.near.anyDate')}
      </p>
      <Link
        href={paths.explore({ ...defaultView, filter, map, mapMode: 'events', selected: event.id })}
        className={buttonClass()}
      >
        {t('records.near.open')}
      </Link>
    </Panel>
  );
}
