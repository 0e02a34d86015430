import type { SourceInfo } from '#core/provenance.ts';
import { sourcesEs } from './translations/sources-es.ts';
import { sourcesPt } from './translations/sources-pt.ts';
import { translatedRemark } from './translations.ts';

/** A source before its counts and covered countries are taken from the records themselves. */
export interface SourceText {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly redistribution: SourceInfo['redistribution'];
  readonly attribution: string;
  readonly retrieved: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly note: string;
  readonly limits: readonly string[];
}

/** The day the shared files were taken from their public places. */
export const retrieved = '2026-11-23';
export const ccBy4 = 'https://creativecommons.org/licenses/by/4.0/';
export const ccBySa4 = 'https://creativecommons.org/licenses/by-sa/4.0/';
const ownWork = 'Own summaries of facts from public pages, Apache-2.0 with this project';
const factsOnly = 'Facts only (dates, places, numbers, names); no text or file of the publisher is copied';

const pageLimits = [
  'A sample of what the pages read happened to hold: absence here is not absence of events, and no rate, trend or ranking can be computed from it.',
  'Openings of pages were read, not archives; some sources are blogs or reprints and are marked weak.',
];

/** Sources of events and articles. Indicator sources are in indicator-sources.ts. */
export const eventSources: readonly SourceText[] = [
  {
    id: 'curated-peru',
    publisher: 'Atalaya',
    title: 'Events in Peru, 2000–2024, curated',
    url: null,
    licence: ownWork,
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    redistribution: 'rows',
    attribution: 'Curated for Atalaya from the publications cited in each row',
    retrieved,
    from: '2000-07',
    to: '2024-11',
    note: 'Single events that show each kind of story; not a count of anything.',
    limits: pageLimits,
  },
  {
    id: 'curated-air',
    publisher: 'Atalaya',
    title: 'Aerial interdiction in Latin America, 1990–2026, curated',
    url: null,
    licence: ownWork,
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    redistribution: 'rows',
    attribution: 'Curated for Atalaya from the publications cited in each row',
    retrieved,
    from: '1990',
    to: '2026-02',
    note: 'Shoot-downs, forced landings, seized and crashed aircraft, airstrips destroyed, and the laws behind them, in twelve countries.',
    limits: [
      ...pageLimits,
      'Almost nothing for Peru 2001–2011, Colombia after 2006, Guatemala before 2019, or Paraguay and Argentina before 2016.',
      'Venezuelan figures are claims of the military command; "shot down" and "destroyed on the ground" are mixed there.',
    ],
  },
  {
    id: 'curated-operations',
    publisher: 'Atalaya',
    title: 'Seizures and operations in Latin America, 2010–2026, curated',
    url: null,
    licence: ownWork,
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    redistribution: 'rows',
    attribution: 'Curated for Atalaya from the publications cited in each row',
    retrieved,
    from: '2010-08',
    to: '2026-03',
    note: 'Seizures, raids, attacks, massacres, laboratories and eradication in seventeen countries, most of them in Peru.',
    limits: [
      ...pageLimits,
      'Large seizures, ports, massacres and 2024–2026 are over-represented; 2012–2016 and small towns are thin.',
      'Weights are mostly gross and first reported; values in money are estimates of police or customs.',
    ],
  },
  {
    id: 'unodc-ids-peru',
    publisher: 'United Nations Office on Drugs and Crime (UNODC)',
    title: 'Individual Drug Seizures, Peru, 2011–2015, de-duplicated and located',
    url: 'https://dmp.unodc.org/',
    licence: `${factsOnly}; the series was a public download, the terms of the present platform differ`,
    licenceUrl: null,
    redistribution: 'rows',
    attribution: 'UNODC, Individual Drug Seizures (facts), de-duplicated and located for Atalaya',
    retrieved,
    from: '2011-01',
    to: '2015-12',
    note: 'Significant seizures that Peru reported to UNODC, one event for each row after exact repeats were joined.',
    limits: [
      'Rows for 2012 and 2013 were listed up to three times; 405 rows became 325 events.',
      'Day and month are sometimes exchanged in the source: 140 events are placed between both readings, not on a day.',
      '37 events stand under 2012 and 2013 in different releases; their year is uncertain.',
      '38 events have no place beyond Peru; 71 have only a department or province.',
    ],
  },
  {
    id: 'articles-seed',
    publisher: 'InSight Crime',
    title: 'The ten stories of the Peru news page, 2014–2015',
    url: 'https://insightcrime.org/',
    licence: 'Citations only: headline, outlet, date and link',
    licenceUrl: null,
    redistribution: 'rows',
    attribution: 'Headlines and links, © their outlets',
    retrieved,
    from: '2015',
    to: '2015',
    note: 'The stories of the page this project starts from.',
    limits: [
      'One story has no address that could be found; it is kept without a link.',
      'Four are dated by month or year only.',
    ],
  },
  {
    id: 'articles-peru',
    publisher: 'Outlets named in each citation',
    title: 'Nine more articles on Peru, 2014–2024',
    url: null,
    licence: 'Citations only: headline, outlet, date and link',
    licenceUrl: null,
    redistribution: 'rows',
    attribution: 'Headlines and links, © their outlets',
    retrieved,
    from: '2014-08',
    to: '2024-11',
    note: 'Reports behind the curated events of Peru.',
    limits: ['Links were not opened live; some may have moved.'],
  },
  {
    id: 'articles-latam',
    publisher: 'Outlets named in each citation (88)',
    title: 'Cited articles on organised crime in Latin America, 2010–2026',
    url: null,
    licence: 'Citations only: headline, outlet, date and link; the summaries are our own',
    licenceUrl: null,
    redistribution: 'rows',
    attribution: 'Headlines and links, © their outlets; summaries by Atalaya',
    retrieved,
    from: '2010-10',
    to: '2026',
    note: '190 citations from 88 outlets in English, Spanish and Portuguese.',
    limits: [
      'Biased to Peru, to English and to 2012–2017; Portuguese, Mexico, Central America and Haiti are thin.',
      '43 citations carry no date, because neither the page nor its address gave one.',
      'A group named in an article is not a claim about anyone’s guilt.',
    ],
  },
];

/** The source records, with counts and countries as the records have them. */
export function sourceRecords(
  texts: readonly SourceText[],
  counts: (id: string) => SourceInfo['counts'],
  countries: (id: string) => readonly string[],
): readonly SourceInfo[] {
  return texts.map(({ from, to, note, ...text }) => ({
    ...text,
    coverage: { from, to, countries: countries(text.id), note },
    ...textsOf(text.id, text.licence, text.limits.length),
    counts: counts(text.id),
  }));
}

function textsOf(id: string, licence: string, limits: number): Pick<SourceInfo, 'texts'> {
  const [es, pt] = [sourcesEs[id], sourcesPt[id]];
  if (es?.limits.length !== limits || pt?.limits.length !== limits)
    throw new Error(`Source ${id} is not said in three languages`);
  const own = translatedRemark(licence);
  if (!own && !licence.startsWith('CC BY'))
    throw new Error(`Licence "${licence}" is not said in three languages`);
  return own
    ? { texts: { es: { ...es, licence: own.es }, pt: { ...pt, licence: own.pt } } }
    : { texts: { es, pt } };
}
