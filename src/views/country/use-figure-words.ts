import { useMemo } from 'react';
import type { Country } from '#core/country.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Bin } from '#core/time.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { makeWords } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { useEdition } from '#state/use-edition.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import type { Scope } from './use-scope.ts';

type Ask = {
  readonly kind: 'map' | 'lanes';
  readonly filter: EventFilter;
  readonly scope: Scope;
  readonly names: ReturnType<typeof useNames>;
  readonly country: Country;
  readonly title?: string;
  readonly finding?: string;
  readonly bin?: Bin;
  readonly extent?: DaySpan | null;
};

/** The twelve fields of a figure of this page. */
export function useFigureWords({
  kind,
  filter,
  scope,
  names,
  country,
  title,
  finding,
  bin,
  extent = null,
}: Ask) {
  const i18n = useI18n();
  const { view } = useView();
  const edition = useEdition();
  return useMemo(() => {
    const byId = new Map(names.sources.map((source) => [source.id, source]));
    const asof = edition.dataVersion === '' ? null : edition.dataVersion;
    return makeWords(
      {
        kind,
        filter,
        measure: view.measure,
        count: scope.count,
        extent,
        sources: (scope.sources?.values ?? []).flatMap(({ key }) => byId.get(key) ?? []),
        link: location.origin + paths.country(country.iso2, { ...view, lang: i18n.lang, asof }),
        edition,
        ...(title === undefined ? {} : { title }),
        ...(finding === undefined ? {} : { finding }),
        ...(bin === undefined ? {} : { bin }),
      },
      i18n,
      names,
    );
  }, [kind, filter, scope, names, country.iso2, title, finding, bin, extent, i18n, view, edition]);
}
