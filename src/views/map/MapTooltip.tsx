import type L from 'leaflet';
import { shapeOf } from '#figures/glyph.tsx';
import { hotDetails, hotspotCountry, hotVerdict } from '#figures/map/hot-words.ts';
import { hotspotAmount, hotspotName } from '#figures/map/map-drawing.tsx';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import type { MapModel } from '#figures/map/map-model.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { familyOfType, typeLabel } from '#i18n/labels.ts';
import { Glyph } from '#ui/Glyph.tsx';
import styles from './MapTooltip.module.css';
import { useSpot } from './use-spot.ts';

interface Props {
  readonly id: string;
  readonly hotspot: Hotspot;
  readonly model: MapModel;
  readonly map: L.Map;
}

const HALF = 130;

/** What is at a spot: amount, place, how exactly it is known, and what opening does. */
export function MapTooltip({ id, hotspot, model, map }: Props) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const spot = useSpot(map, hotspot);
  if (!spot) return null;
  const { x, y } = spot;
  const width = map.getSize().x;
  const below = y < 130;
  const left = Math.max(HALF + 4, Math.min(width - HALF - 4, x));
  const { symbol, total } = hotspot;
  const country = hotspotCountry(hotspot, i18n);
  return (
    <div
      id={id}
      role="tooltip"
      className={below ? `${styles.tooltip} ${styles.below}` : styles.tooltip}
      style={{ left: width < 2 * HALF ? width / 2 : left, top: y }}
    >
      <p className={styles.amount}>{hotspotAmount(hotspot, model.measure, i18n)}</p>
      <p>
        {hotspotName(hotspot, i18n)}
        {country ? `, ${country}` : ''}
      </p>
      {hotspot.rate ? (
        <p>
          {t('map.events', { n: hotspot.events })}
          {hotspot.rate.people === null || !model.population
            ? ''
            : `; ${t('map.rates.of', { people: format.number(hotspot.rate.people), year: String(model.population.year) })}`}
        </p>
      ) : null}
      {symbol ? (
        <>
          <ul className={styles.kinds}>
            {symbol.parts.map(({ family, events }) => (
              <li key={family}>
                <Glyph shape={shapeOf(familyOfType(family))} color={`var(--cat-${family})`} size={11} />
                {typeLabel(t, family)} {format.number(events)}
              </li>
            ))}
          </ul>
          <p className={styles.known}>
            {t(symbol.others > 0 ? 'map.precision.joined' : `map.precision.${symbol.style}`)}
          </p>
        </>
      ) : null}
      {hotspot.hot && model.hot ? (
        <>
          <p className={styles.known}>{hotVerdict(hotspot.hot.kind, model.hot.view, i18n)}</p>
          {hotDetails(hotspot.hot, model.hot, i18n).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      ) : null}
      {total && model.measure !== 'count' && total.unreported > 0 ? (
        <p>{t('map.unreported', { n: total.unreported })}</p>
      ) : null}
      <p className={styles.hintLine}>{t(hotspot.events > 0 ? 'map.openHint' : 'stats.tip.none')}</p>
    </div>
  );
}
