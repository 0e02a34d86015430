import type { MapForm } from '#core/view.ts';
import { useT } from '#i18n/i18n.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './HotNote.module.css';

type Regional = Extract<MapForm, 'regions' | 'countries' | 'rates'>;
const VIEWS: readonly Regional[] = ['regions', 'countries', 'rates'];

/** The switch between regions, countries and rates, and why rates are by country only. */
export function RegionNote({
  mode,
  onMode,
}: {
  readonly mode: Regional;
  readonly onMode: (mode: Regional) => void;
}) {
  const t = useT();
  return (
    <div className={styles.note}>
      <p className={styles.words}>{t('map.view.note')}</p>
      <span className={styles.trend}>
        <Segmented
          label={t('map.view')}
          value={mode}
          options={VIEWS.map((value) => ({ value, label: t(`map.view.${value}`) }))}
          onChange={onMode}
        />
      </span>
    </div>
  );
}
