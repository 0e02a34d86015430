import { useQuery } from '@tanstack/react-query';
import type { Country } from '#core/country.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { Cite } from '#ui/Cite.tsx';
import { Panel } from '#ui/Panel.tsx';

/** How to cite the page: the tool, the state of its data, the address; sources are to be cited for themselves. */
export function CiteCountry({ country }: { country: Country }) {
  const { t, lang, format } = useI18n();
  const meta = useQuery(apiOptions('meta')).data;
  const view = meta ? { ...defaultView, asof: meta.dataVersion } : defaultView;
  const text = [
    t('country.citeText', { name: country.names[lang] }),
    meta ? t('records.cite.version', { version: meta.dataVersion }) : '',
    new URL(paths.country(country.iso2, view), location.href).href,
    t('records.cite.accessed', { date: format.stamp(new Date().toISOString()) }),
  ];
  return (
    <Panel id="cite" title={t('country.cite')} note={t('country.citeNote')}>
      <Cite text={text.filter(Boolean).join(' ')} />
    </Panel>
  );
}
