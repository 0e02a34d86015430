import type L from 'leaflet';
import { memo, useEffect, useState } from 'react';
import type { LegendEntry } from '#figures/figure.ts';
import { shapeOf } from '#figures/glyph.tsx';
import { mapLegend } from '#figures/map/map-drawing.tsx';
import type { MapModel } from '#figures/map/map-model.ts';
import { type Palette, palettes } from '#figures/palette.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useSettings } from '#state/settings-store.ts';
import { Glyph } from '#ui/Glyph.tsx';
import { Icon } from '#ui/Icon.tsx';
import styles from './MapLegend.module.css';

function Entry({ entry, palette }: { entry: LegendEntry; palette: Palette }) {
  if (entry.mark === 'steps') {
    const colors = entry.colors?.(palette) ?? palette.sequential;
    return (
      <span className={styles.steps} role="img" aria-label={`${entry.label}: ${entry.labels.join(', ')}`}>
        {entry.labels.map((label, i) => (
          <span key={label} className={styles.step}>
            <span className={styles.stepColor} style={{ background: colors[i] }} />
            <span>{label}</span>
          </span>
        ))}
      </span>
    );
  }
  return (
    <>
      <Sign entry={entry} palette={palette} />
      {entry.label}
    </>
  );
}

function Sign({ entry, palette }: { entry: Exclude<LegendEntry, { mark: 'steps' }>; palette: Palette }) {
  if (entry.mark === 'hatch') return <span className={styles.hatch} />;
  if (entry.mark === 'swatch')
    return <span className={styles.swatch} style={{ background: entry.color(palette) }} />;
  if (entry.mark === 'line') {
    return <span className={styles.lineSign} style={{ borderColor: entry.color(palette) }} />;
  }
  if (entry.mark === 'signed') {
    const edge = entry.edge(palette);
    const fill = entry.fill ? entry.fill(palette) : 'transparent';
    return (
      <span
        className={styles.signed}
        style={{ background: fill, borderColor: edge, color: entry.ink(palette) }}
        aria-hidden="true"
      >
        {entry.sign}
      </span>
    );
  }
  const glyph = <Glyph shape={shapeOf(entry.family)} color={palette.category[entry.family]} size={11} />;
  if (entry.mark === 'circled') {
    return (
      <span className={styles.circleSign} style={{ borderColor: palette.category[entry.family] }}>
        <Glyph shape={shapeOf(entry.family)} color={palette.category[entry.family]} size={8} />
      </span>
    );
  }
  if (entry.mark === 'glyph') return <span className={styles.sign}>{glyph}</span>;
  return (
    <span className={styles.ringSign} style={{ borderColor: palette.category[entry.family] }}>
      {glyph}
    </span>
  );
}

/** How much of the legend shows: all, only the classes, or only its title. */
type Extent = 'full' | 'brief' | 'shut';

const NARROW = 560;
const LOW = 280;

/** Whether the map is too small for a whole legend. */
function useSmall(map: L.Map | null): boolean {
  const [small, setSmall] = useState(false);
  useEffect(() => {
    if (!map) return;
    const read = () => {
      const { x, y } = map.getSize();
      setSmall(x < NARROW || y < LOW);
    };
    read();
    map.on('resize', read);
    return () => {
      map.off('resize', read);
    };
  }, [map]);
  return small;
}

/** Lies on the map; on small maps only the classes show until it is opened. */
export const MapLegend = memo(function MapLegend({ model, map }: { model: MapModel; map: L.Map | null }) {
  const i18n = useI18n();
  const palette = palettes[useSettings((settings) => settings.shown)];
  const small = useSmall(map);
  const [toggled, setToggled] = useState(false);
  const legend = mapLegend(model, i18n);
  if (legend.entries.length === 0) return null;
  const least: Extent = small && legend.entries[0]?.mark === 'steps' ? 'brief' : 'shut';
  const extent: Extent = small === toggled ? 'full' : least;
  return (
    <section
      className={styles.legend}
      data-extent={extent}
      data-small={small}
      aria-label={i18n.t('map.legend')}
    >
      <button
        type="button"
        className={styles.legendTitle}
        aria-expanded={extent === 'full'}
        onClick={() => setToggled(!toggled)}
      >
        {legend.title}
        <Icon name={extent === 'full' ? 'chevronDown' : 'chevronUp'} size={14} />
      </button>
      {extent === 'shut' ? null : (
        <ul className={styles.entries}>
          {legend.entries.slice(0, extent === 'brief' ? 1 : undefined).map((entry) => (
            <li
              key={`${entry.mark}-${entry.label}`}
              className={entry.mark === 'steps' ? styles.stepsRow : styles.entry}
            >
              <Entry entry={entry} palette={palette} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});
