import { useState } from 'react';
import { topics } from '#core/article.ts';
import { dayOf } from '#core/time.ts';
import { type Lang, langs, type Reading, type View } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { topicLabel } from '#i18n/labels.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import styles from './ArticlesPage.module.css';

export type Facets = {
  readonly topics: Readonly<Record<string, number>>;
  readonly outlets: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly countries: Readonly<Record<string, number>>;
  readonly years: Readonly<Record<string, number>>;
};

type Value = { readonly key: string; readonly label: string; readonly n: number; readonly on: boolean };

const toggled = <V extends string>(list: readonly V[], value: V, on: boolean): V[] =>
  on ? [...list, value].sort() : list.filter((one) => one !== value);

/** The year that the filter's dates are exactly, or null. */
export function yearOf({ filter }: View): string | null {
  if (filter.from === null || filter.to === null) return null;
  const year = new Date(filter.from * 86_400_000).getUTCFullYear();
  return filter.from === dayOf(year, 1, 1) && filter.to === dayOf(year, 12, 31) ? String(year) : null;
}

/** What the results are about, with how many of each; every value can be switched on and off. */
export function ArticleFacets({ facets }: { facets: Facets }) {
  const { t, format } = useI18n();
  const { view, change, changeFilter } = useView();
  const { reading, filter } = view;
  const read = (part: Partial<Reading>) =>
    change((now) => ({ ...now, reading: { ...now.reading, ...part } }));
  const year = yearOf(view);
  const values = (
    counts: Readonly<Record<string, number>>,
    chosen: readonly string[],
    label: (key: string) => string,
  ): Value[] => {
    const keys = [...new Set([...Object.keys(counts), ...chosen])];
    return keys.map((key) => ({ key, label: label(key), n: counts[key] ?? 0, on: chosen.includes(key) }));
  };
  const byCount = (a: Value, b: Value) => b.n - a.n || format.compare(a.label, b.label);
  const some = Object.values(facets).some((counts) => Object.keys(counts).length > 0);
  if (!some && reading.topics.length + filter.countries.length === 0) return <div />;
  return (
    <details
      className={styles.facets}
      open={typeof matchMedia !== 'function' || matchMedia('(width >= 1024px)').matches}
    >
      <summary className={styles.summary}>{t('records.facet.title')}</summary>
      <FacetGroup
        title={t('records.facet.topic')}
        values={values(facets.topics, reading.topics, (key) => topicLabel(t, key)).sort(byCount)}
        onToggle={(key, on) => {
          const topic = topics.find((known) => known === key);
          if (topic) read({ topics: toggled(reading.topics, topic, on) });
        }}
      />
      <FacetGroup
        title={t('records.facet.country')}
        values={values(facets.countries, filter.countries, format.country).sort(byCount)}
        onToggle={(key, on) => changeFilter({ countries: toggled(filter.countries, key, on) })}
      />
      <FacetGroup
        title={t('records.facet.year')}
        values={values(facets.years, year === null ? [] : [year], (key) => key).sort((a, b) =>
          b.key.localeCompare(a.key),
        )}
        onToggle={(key, on) =>
          changeFilter(
            on
              ? { from: dayOf(Number(key), 1, 1), to: dayOf(Number(key), 12, 31) }
              : { from: null, to: null },
          )
        }
      />
      <FacetGroup
        title={t('records.facet.outlet')}
        values={values(facets.outlets, reading.outlet === null ? [] : [reading.outlet], (key) => key).sort(
          byCount,
        )}
        onToggle={(key, on) => read({ outlet: on ? key : null })}
      />
      <FacetGroup
        title={t('records.facet.language')}
        values={values(facets.languages, reading.languages, format.language).sort(byCount)}
        onToggle={(key, on) => {
          const lang = langs.find((known): known is Lang => known === key);
          if (lang) read({ languages: toggled(reading.languages, lang, on) });
        }}
      />
    </details>
  );
}

const SHOWN = 7;

function FacetGroup(props: {
  title: string;
  values: readonly Value[];
  onToggle(key: string, on: boolean): void;
}) {
  const { t, format } = useI18n();
  const [all, setAll] = useState(false);
  if (props.values.length === 0) return null;
  const shown = all ? props.values : props.values.filter((value, at) => at < SHOWN || value.on);
  const rest = props.values.length - shown.length;
  return (
    <fieldset className={styles.group}>
      <legend>{props.title}</legend>
      {shown.map((value) => (
        <Checkbox
          key={value.key}
          checked={value.on}
          count={format.number(value.n)}
          muted={value.n === 0}
          onChange={(on) => props.onToggle(value.key, on)}
        >
          <bdi>{value.label}</bdi>
        </Checkbox>
      ))}
      {rest > 0 || all ? (
        <Button variant="link" onClick={() => setAll(!all)}>
          {all ? t('ui.less') : t('ui.more', { n: rest })}
        </Button>
      ) : null}
    </fieldset>
  );
}
