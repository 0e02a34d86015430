import { memo, useCallback, useEffect, useState } from 'react';
import { emptyFilter } from '#core/filter.ts';
import type { CivilDay } from '#core/time.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { substanceLabel } from '#i18n/labels.ts';
import type { Names } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { Switch } from '#ui/Switch.tsx';
import { DateFilter } from './DateFilter.tsx';
import { DatePrecisionFilter } from './DatePrecisionFilter.tsx';
import { useExploreStore } from './explore-store.ts';
import { FacetChecks } from './FacetChecks.tsx';
import { FacetPicker } from './FacetPicker.tsx';
import styles from './FilterPanel.module.css';
import { PrecisionFilter } from './PrecisionFilter.tsx';
import { QuantityFilter } from './QuantityFilter.tsx';
import { around, useShownFilter } from './surrounding.tsx';
import { TypeFilter } from './TypeFilter.tsx';
import { type Counts, useCounts } from './use-explore.ts';

type Props = { names: Names; asOf: CivilDay; headless?: boolean };

/** Every way to narrow, each value with its count under the other filters. */
export const FilterPanel = memo(function FilterPanel({ names, asOf, headless = false }: Props) {
  return (
    <div className={styles.panel}>
      {headless ? null : <PanelHead />}
      <MainFilters names={names} asOf={asOf} />
      <MoreFilters names={names} />
    </div>
  );
});

/** Two halves, so that beside a dragged window each is drawn within its frame. */
const MainFilters = around('filters', Main, { atOnce: true });
const MoreFilters = around('more filters', More, { atOnce: true });

/** Where, when and what kind. */
function Main({ names, asOf }: Pick<Props, 'names' | 'asOf'>) {
  const { view, changeFilter } = useView();
  const { from, to } = useShownFilter();
  const { facets } = useCounts();
  return (
    <>
      <PlaceFilters facets={facets} names={names} />
      <DateFilter from={from} to={to} asOf={asOf} />
      <TypeFilter
        types={view.filter.types}
        counts={facets.kind}
        onChange={(types) => changeFilter({ types })}
      />
    </>
  );
}

/** What was seized, how well place and date are known, in which words, by whom, how much, who says so. */
function More({ names }: Pick<Props, 'names'>) {
  const { t } = useI18n();
  const { view, changeFilter } = useView();
  const filter = view.filter;
  const { facets } = useCounts();
  const groupName = useCallback((id: string) => names.group(id) ?? id, [names]);
  return (
    <>
      <FacetChecks
        legend={t('explore.substance')}
        counts={facets.substance}
        chosen={filter.substances}
        name={(key) => substanceLabel(t, key)}
        onChange={(substances) => changeFilter({ substances })}
      />
      <PrecisionFilter
        chosen={filter.precisions}
        counts={facets.precision}
        onChange={(precisions) => changeFilter({ precisions })}
      />
      <DatePrecisionFilter
        chosen={filter.datePrecisions}
        counts={facets.datePrecision}
        onChange={(datePrecisions) => changeFilter({ datePrecisions })}
      />
      <MapSwitch />
      <WordsFilter text={filter.text} />
      <FacetPicker
        legend={t('explore.group')}
        add={t('explore.group.add')}
        counts={facets.group}
        chosen={filter.groups}
        name={groupName}
        onChange={(groups) => changeFilter({ groups })}
      />
      <QuantityFilter
        quantity={filter.quantity}
        counts={facets.reported}
        onChange={(quantity) => changeFilter({ quantity })}
      />
      <FacetChecks
        legend={t('explore.source')}
        counts={facets.source}
        chosen={filter.sources}
        name={(key) => names.source(key) ?? key}
        onChange={(sources) => changeFilter({ sources })}
        first={4}
      />
    </>
  );
}

const PanelHead = memo(function PanelHead() {
  const { t } = useI18n();
  const { change } = useView();
  return (
    <div className={styles.head}>
      <h2 className={styles.heading}>{t('explore.filters')}</h2>
      <Button
        variant="link"
        aria-label={t('explore.clearAll')}
        onClick={() => change((now) => ({ ...now, filter: emptyFilter, onlyMap: false }))}
      >
        {t('ui.clear')}
      </Button>
    </div>
  );
});

/** Countries, and their regions once one is chosen. */
function PlaceFilters({ facets, names }: { facets: Counts['facets']; names: Names }) {
  const { t, format } = useI18n();
  const { view, changeFilter } = useView();
  const { countries, adm1 } = view.filter;
  const adm1Name = useCallback((id: string) => names.adm1(id) ?? id, [names]);
  return (
    <>
      <FacetPicker
        legend={t('explore.country')}
        add={t('explore.country.add')}
        counts={facets.country}
        chosen={countries}
        name={format.country}
        onChange={(chosen) => changeFilter({ countries: chosen, adm1: keptRegions(adm1, chosen) })}
      />
      {countries.length > 0 ? (
        <FacetPicker
          legend={t('explore.region')}
          add={t('explore.region.add')}
          counts={facets.adm1}
          chosen={adm1}
          name={adm1Name}
          onChange={(chosen) => changeFilter({ adm1: chosen })}
        />
      ) : null}
    </>
  );
}

/** Regions of countries that are still chosen. */
function keptRegions(adm1: readonly string[], countries: readonly string[]): string[] {
  return adm1.filter((id) => countries.includes(id.slice(0, 2)));
}

const MapSwitch = memo(function MapSwitch() {
  const { t } = useI18n();
  const { view, change, changeFilter } = useView();
  const bbox = useExploreStore((state) => state.bbox);
  return (
    <div className={styles.section}>
      <Switch
        checked={view.onlyMap}
        onChange={(onlyMap) =>
          change((now) => ({ ...now, onlyMap, filter: { ...now.filter, bbox: onlyMap ? bbox : null } }))
        }
      >
        {t('explore.onlyMap')}
      </Switch>
      {view.onlyMap ? <p className={styles.hint}>{t('explore.onlyMap.hint')}</p> : null}
      {view.filter.area ? (
        <p className={styles.area}>
          {t('explore.area', { n: view.filter.area.length })}
          <Button variant="link" onClick={() => changeFilter({ area: null })}>
            {t('explore.area.remove')}
          </Button>
        </p>
      ) : null}
    </div>
  );
});

const WordsFilter = memo(function WordsFilter({ text }: { text: string }) {
  const { t } = useI18n();
  const { changeFilter } = useView();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const commit = () => {
    if (typed.trim() !== text) changeFilter({ text: typed.trim().slice(0, 200) });
  };
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.words')}</legend>
      <input
        type="search"
        className={styles.words}
        aria-label={t('explore.words')}
        placeholder={t('explore.words.hint')}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </fieldset>
  );
});
