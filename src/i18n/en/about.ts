/** Method, limits, citation, licences. */
export const about = {
  'about.title': 'About the data',
  'about.lead':
    'Atalaya gathers what public sources report about organised crime and security in Latin America, and keeps beside every figure who says so and how exact it is.',
  'about.contents': 'On this page',
  'about.method': 'How it is made',
  'about.method.1':
    'Records come from open datasets and from public pages. Facts are taken: dates, places, numbers, names, headlines, links. Sentences are our own; articles stay with their publishers.',
  'about.method.2':
    'Every record names its dataset, and where known the publications behind it. A blog, reprint or mirror is marked as a weak source. Where sources disagree, both versions stand.',
  'about.method.3':
    'Kinds of event form two levels: eight families, and kinds under them. Rows that are totals of a year or a campaign are kept as indicators and never counted as events.',
  'about.method.4':
    'Repeated rows of one dataset are joined where they are the same record. The same incident told by two datasets may still appear twice.',
  'about.place': 'How exactly a place is known',
  'about.place.note':
    'Every place carries one of seven levels. Maps draw the level, so that a vague place never looks like a sharp one.',
  'about.place.col.drawn': 'Drawn as',
  'about.place.col.level': 'Level',
  'about.place.col.means': 'Meaning',
  'about.place.col.map': 'Cells and hot spots',
  'about.place.1': 'A named site or coordinates.',
  'about.place.2': 'Within about 25 km of a named place; a dashed ring.',
  'about.place.3': 'Only the municipality is known; a hollow ring at its centre.',
  'about.place.4': 'Only the region is known; a symbol for the whole region.',
  'about.place.5': 'A zone, river, border or route; dashed, from our own list of zones.',
  'about.place.6': 'Only the country is known; never drawn, listed as not placed.',
  'about.place.7': 'At sea or in the air; its own sign.',
  'about.place.counted': 'counted',
  'about.place.notCounted': 'not counted',
  'about.time': 'How dates are counted',
  'about.time.1':
    'A date is kept as exact as the source gives it: a day, a week, a month, a quarter, a year. A month never becomes its first day. Days are civil dates at the place of the event and never move with your time zone.',
  'about.time.2':
    'An event known to the day belongs to every period it overlaps. A vaguer event belongs only to a period that holds its whole interval; if it merely overlaps, it is counted apart as “too vague”. Undated events appear only when no dates are chosen.',
  'about.time.3':
    'A bar of a timeline follows the same rule as a period you choose. So opening a bar always lists exactly the events it counted.',
  'about.numbers': 'Quantities',
  'about.numbers.1':
    'A missing figure is “not reported”, never zero. Sums print how many events give no figure. Where sources give a range, lowest, best and highest are kept.',
  'about.numbers.2':
    'Kilograms are drugs only, as first reported and mostly gross. Money is nominal US dollars: the value of goods as stated, or the face value of false notes.',
  'about.hot': 'Hot spots and trends',
  'about.hot.1':
    'Hot spots compare each hexagon and its six neighbours with all hexagons of the countries that the sources cover; a hexagon without reports counts as 0. The measure is Getis-Ord Gi* on a logarithmic scale, so that one extreme place cannot decide. Chance is not approximated: it is counted exactly, by dealing the same counts out anew.',
  'about.hot.2':
    'Thousands of hexagons are tested at once, so false finds are controlled: of those called hot or cold at most 1 in 20, or 1 in 100, is expected to be chance. Too few hexagons, too few with events or less than one event expected around a hexagon: not tested, and said so.',
  'about.hot.3':
    'A trend needs ten whole years, quarters or months. A lasting hot spot is hot in three quarters of them and in the last; whether its share of all reports rises or falls is tested by Mann–Kendall. All of this finds clusters of reports. It does not find crime, nor its causes, and a source that begins or ends can look like a trend.',
  'about.hot.4':
    'First-level regions can be compared instead of hexagons: each with those it shares a stretch of border with, across countries too. There, events known to their region only are counted as well.',
  'about.limits': 'What this cannot tell you',
  'about.limits.1':
    'Counts are counts of reports. More events may mean more reporting, a new source, or one that ended; the strip under each timeline shows which.',
  'about.limits.2':
    'The curated lists are a sample. No rate, trend or ranking of countries can be computed from them.',
  'about.limits.3': 'A mention or a designation is not a finding of guilt. Private persons are not named.',
  'about.limits.4':
    'The data is a bundled state, not a live feed; its version is printed on every page and export.',
  'about.cite': 'How to cite',
  'about.cite.title': 'Atalaya, a dashboard for analysts of organised crime and security in Latin America',
  'about.cite.note':
    'Cite the tool and the data version for a view; cite the original publisher for a fact. Each event, article, group and series has its own citation.',
  'about.licences': 'Licences',
  'about.licences.1': 'Atalaya’s own code and words are under the Apache License 2.0.',
  'about.licences.2':
    'The map uses react-leaflet, which is under the Hippocratic License 2.1: it adds ethical conditions and is not an OSI-approved open-source licence. Leaflet itself is BSD-2-Clause.',
  'about.licences.3':
    'Charts of series use Recharts (MIT). Typefaces: Inter and Source Serif 4 (SIL Open Font License 1.1). Other parts are listed in the file NOTICE.',
  'about.licences.4':
    'Outlines come from Natural Earth (public domain), places from GeoNames (CC BY 4.0). Each dataset keeps its own licence:',
  'about.licences.sources': 'see Sources',
  'about.private': 'Your privacy',
  'about.private.1':
    'Nothing is requested from other sites while you use Atalaya. No cookies, no tracking. Language and theme stay in your browser; everything else is in the address. Following a link to a publisher tells that site nothing about where you came from.',
} as const;
