import { useMemo } from 'react';
import type { Country } from '#core/country.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Bin } from '#core/time.ts';
import { countryWords } from '#drawings/country-scope.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { useI18n } from '#i18n/i18n.tsx';
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
export function useFigureWords(ask: Ask) {
  const { kind, filter, scope, names, country, title, finding, bin, extent = null } = ask;
  const i18n = useI18n();
  const { view } = useView();
  const edition = useEdition();
  const { count, sources } = scope;
  return useMemo(() => {
    const more = {
      ...(title === undefined ? {} : { title }),
      ...(finding === undefined ? {} : { finding }),
      ...(bin === undefined ? {} : { bin }),
    };
    const context = { i18n, names, edition, origin: location.origin };
    return countryWords({ kind, filter, country, view, count, sources, extent, more }, context);
  }, [kind, filter, country, view, count, sources, extent, title, finding, bin, i18n, names, edition]);
}
