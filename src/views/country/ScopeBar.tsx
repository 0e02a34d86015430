import type { Country } from '#core/country.ts';
import { familyOptions } from '#drawings/family-options.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { typeLabel } from '#i18n/labels.ts';
import { useDataWords } from '#state/use-data-words.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './CountryPage.module.css';
import type { Scope } from './use-scope.ts';

/** What map, timeline and events show just now, and the way back to all of it. */
export function ScopeBar({ country, scope }: { country: Country; scope: Scope }) {
  const i18n = useI18n();
  const { t, format, lang } = i18n;
  const { view, changeFilter } = useView();
  const words = useDataWords();
  const { types, from, to } = view.filter;
  const options = familyOptions(scope.kinds, types, i18n);
  const other =
    types.length === 1 && types[0] !== undefined && options.every((option) => option.value !== types[0]);
  const chosen = types.length === 0 ? '' : types.length === 1 ? (types[0] ?? '') : 'several';
  const dated = from !== null || to !== null;
  const period =
    from !== null && to !== null
      ? format.range(from, to)
      : from !== null
        ? t('country.since', { day: format.day(from) })
        : to !== null
          ? t('country.until', { day: format.day(to) })
          : '';
  const n = scope.count?.total.events;
  return (
    <section className={styles.scope} aria-label={t('country.scope')}>
      <Select
        label={t('country.scope.kind')}
        value={chosen}
        options={[
          { value: '', label: t('country.scope.all') },
          ...options,
          ...(types.length > 1
            ? [{ value: 'several', label: types.map((type) => typeLabel(t, type)).join(', ') }]
            : []),
          ...(other ? [{ value: chosen, label: typeLabel(t, chosen) }] : []),
        ]}
        onChange={(type) => {
          if (type !== 'several') changeFilter({ types: type === '' ? [] : [type] });
        }}
      />
      {dated ? <Chip text={period} onRemove={() => changeFilter({ from: null, to: null })} /> : null}
      <p role="status" className={styles.scopeText} data-behind={scope.asked.behind}>
        {n === undefined
          ? ' '
          : dated || types.length > 0
            ? t('country.scope.some', { n, name: country.names[lang] })
            : t('country.scope.every', { n, name: country.names[lang] })}
      </p>
      {words === null || n === undefined ? null : <p className={styles.scopeText}>{words.text}</p>}
      {dated || types.length > 0 ? (
        <Button variant="link" onClick={() => changeFilter({ from: null, to: null, types: [] })}>
          {t('country.scope.reset')}
        </Button>
      ) : null}
    </section>
  );
}
