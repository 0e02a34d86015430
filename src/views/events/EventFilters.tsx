import { useEffect, useState } from 'react';
import type { FacetAnswer } from '#core/query.ts';
import { familyOptions } from '#drawings/family-options.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { DateField } from '#ui/DateField.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './EventsPage.module.css';

type Props = { countries: FacetAnswer | undefined; kinds: FacetAnswer | undefined };

/** The filters most used, in one row; the others are in Explore and show as chips here. */
export function EventFilters({ countries, kinds }: Props) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { view, changeFilter } = useView();
  const { filter } = view;
  const countryOptions = (countries?.values ?? [])
    .map(({ key, total }) => ({
      value: key,
      label: `${format.country(key)} (${format.number(total.events)})`,
    }))
    .filter((option) => !filter.countries.includes(option.value));
  const typeOptions = familyOptions(kinds ?? null, filter.types, i18n).filter(
    ({ value }) => !filter.types.includes(value),
  );
  return (
    <search className={styles.filters}>
      <SearchWords text={filter.text} onText={(text) => changeFilter({ text })} />
      <Select
        label={t('records.filter.country')}
        value=""
        options={[{ value: '', label: t('records.filter.country') }, ...countryOptions]}
        onChange={(iso2) => {
          if (iso2) changeFilter({ countries: [...filter.countries, iso2].sort() });
        }}
      />
      <Select
        label={t('records.filter.type')}
        value=""
        options={[{ value: '', label: t('records.filter.type') }, ...typeOptions]}
        onChange={(type) => {
          if (type) changeFilter({ types: [...filter.types, type].sort() });
        }}
      />
      <div className={styles.dates}>
        <DateField
          label={t('records.filter.from')}
          placeholder={t('records.filter.from')}
          value={filter.from}
          edge="first"
          onCommit={(from) => changeFilter({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('records.filter.to')}
          placeholder={t('records.filter.to')}
          value={filter.to}
          edge="last"
          onCommit={(to) => changeFilter({ to })}
        />
      </div>
    </search>
  );
}

function SearchWords({ text, onText }: { text: string; onText(text: string): void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <form
      className={styles.words}
      onSubmit={(event) => {
        event.preventDefault();
        onText(typed.trim());
      }}
    >
      <input
        type="search"
        className={styles.input}
        aria-label={t('records.filter.words')}
        placeholder={t('records.filter.words')}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" icon="search">
        {t('records.search')}
      </Button>
    </form>
  );
}
