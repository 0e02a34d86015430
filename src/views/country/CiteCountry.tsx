import type { Country } from '#core/country.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { viewReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { Cite } from '#ui/Cite.tsx';
import { Panel } from '#ui/Panel.tsx';

/** How to cite the page: the tool, the state of its data, the address; sources are to be cited for themselves. */
export function CiteCountry({ country }: { country: Country }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const edition = useEdition();
  const view = { ...defaultView, asof: edition.dataVersion || null };
  const reference = viewReference(
    { i18n, edition },
    {
      id: `country-${country.iso2}`,
      title: country.names[lang],
      link: new URL(paths.country(country.iso2, view), location.href).href,
      sources: [],
    },
  );
  return (
    <Panel id="cite" title={t('country.cite')} note={t('country.citeNote')}>
      <Cite reference={reference} />
    </Panel>
  );
}
