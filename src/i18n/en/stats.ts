export const stats = {
  'stats.trend': 'Trend',
  'stats.trendHint': 'Show what became of the hot spots over time',
  'stats.note.hot':
    'Colour marks where a cell and its six neighbours hold clearly more (+) or fewer (\u2212) reports than chance would deal out: clusters of reports, not of crime.',
  'stats.note.trend':
    'Hot spots of {n} {bins}: new (+), share of all reports rising (\u2191), steady (=) or falling (\u2193), or on and off (~). Clusters of reports, not of crime.',
  'stats.note.none': {
    one: 'The {n} cell tested holds no more and no fewer reports than chance would deal out.',
    other: 'None of the {n} cells tested holds clearly more or fewer reports than chance would deal out.',
  },
  'stats.note.noTrend': 'No cell was a hot spot in any of the {n} {bins}.',
  'stats.note.size': 'Cells about {km} km wide.',
  'stats.note.waiting': 'Comparing each place with chance.',
  'stats.note.sources': {
    one: '{n} source begins or ends within these dates, which can look like a trend.',
    other: '{n} sources begin or end within these dates, which can look like a trend.',
  },
  'stats.bins.day': 'days',
  'stats.bins.week': 'weeks',
  'stats.bins.month': 'months',
  'stats.bins.quarter': 'quarters',
  'stats.bins.year': 'years',
  'stats.problem.few-places':
    'Not tested: the area has fewer than 30 cells of this size. Choose a larger area or zoom in.',
  'stats.problem.few-events':
    'Not tested: too few events. At least 10 cells must hold any, and chance must let expect one around a cell. Widen the filters or dates.',
  'stats.problem.all-alike': 'Not tested: every cell holds the same number of events.',
  'stats.problem.few-periods':
    'No trend: it needs ten years, quarters or months within the dates, each with enough events to test. Widen the dates or filters.',
  'stats.legend.hot': 'Reports against chance',
  'stats.legend.trend': 'Hot spots over time',
  'stats.class.strong-hot': 'Hot, 1 in 100 may be chance',
  'stats.class.hot': 'Hot, 1 in 20 may be chance',
  'stats.class.cold': 'Cold, 1 in 20 may be chance',
  'stats.class.strong-cold': 'Cold, 1 in 100 may be chance',
  'stats.class.even': 'Events, no more than chance',
  'stats.class.untested': 'Not tested',
  'stats.class.new': 'New: hot in the last period only',
  'stats.class.intensifying': 'Intensifying: hot in 3 of 4 periods, share rising',
  'stats.class.persistent': 'Persistent: hot in 3 of 4 periods, share steady',
  'stats.class.diminishing': 'Diminishing: hot in 3 of 4 periods, share falling',
  'stats.class.sporadic': 'On and off: hot in some periods',
  'stats.class.evenTrend': 'Events, hot in no period',
  'stats.tip.around': {
    one: '{n} event in and around it; {expected} expected',
    other: '{n} events in and around it; {expected} expected',
  },
  'stats.tip.adjusted': 'Adjusted p {p}',
  'stats.tip.periods': { one: 'Hot in {n} of {all} periods', other: 'Hot in {n} of {all} periods' },
  'stats.tip.slope': 'Share of all events {points} points per {bin}',
  'stats.bin.day': 'day',
  'stats.bin.week': 'week',
  'stats.bin.month': 'month',
  'stats.bin.quarter': 'quarter',
  'stats.bin.year': 'year',
  'stats.tip.none': 'No events in this place itself',
  'stats.title.hot': '{title}: hot spots',
  'stats.title.trend': '{title}: hot spots over time',
  'stats.caveat': 'Clusters of reports, not of crime: where more is reported, more is hot.',
  'stats.caveatCold': 'Cold may also mean that no source looks there.',
  'stats.method.hot':
    'Hot spots: Getis-Ord Gi* of log(1 + events) over cells about {km} km wide and their six neighbours, exact permutation p, false-discovery rate 5% and 1% (Benjamini\u2013Hochberg); {tested} of {places} cells tested.',
  'stats.method.trend':
    'Hot spots of {n} {bins} from {from} to {to} as above; trend of each lasting hot spot\u2019s share by Mann\u2013Kendall with Sen\u2019s slope, false-discovery rate 5%.',
  'stats.summary.hot': {
    one: '{n} hot and {cold} cold cells among {tested} tested.',
    other: '{n} hot and {cold} cold cells among {tested} tested.',
  },
  'stats.summary.most': 'The strongest hot spot is {place}.',
  'stats.summary.trend':
    '{fresh} new, {intensifying} intensifying, {persistent} persistent, {diminishing} diminishing and {sporadic} on-and-off hot spots among {tested} tested cells.',
  'stats.table.caption': 'Cells compared with chance',
  'stats.table.verdict': 'Verdict',
  'stats.table.around': 'Events in and around',
  'stats.table.expected': 'Expected',
  'stats.table.z': 'Gi*',
  'stats.table.adjusted': 'Adjusted p',
  'stats.table.hotPeriods': 'Periods hot',
  'stats.table.slope': 'Share per period, points',
  'stats.over': 'Compare',
  'stats.over.cells': 'Cells',
  'stats.over.regions': 'Regions',
  'stats.note.bordersAbroad': 'Each region with those it shares a border with, across countries too.',
  'stats.note.hot.regions':
    'Colour marks where a region and those it borders hold clearly more (+) or fewer (\u2212) reports than chance would deal out: clusters of reports, not of crime.',
  'stats.note.none.regions': {
    one: 'The {n} region tested holds no more and no fewer reports than chance would deal out.',
    other: 'None of the {n} regions tested holds clearly more or fewer reports than chance would deal out.',
  },
  'stats.note.noTrend.regions': 'No region was a hot spot in any of the {n} {bins}.',
  'stats.problem.few-places.regions':
    'Not tested: fewer than 30 regions to compare. Compare cells, or choose more.',
  'stats.problem.few-events.regions':
    'Not tested: too few events. At least 10 regions must hold any, and chance must let expect one around a region. Widen the filters or dates.',
  'stats.problem.all-alike.regions': 'Not tested: every region holds the same number of events.',
  'stats.method.hot.regions':
    'Hot spots: Getis-Ord Gi* of log(1 + events) over first-level regions and those that share a border with them, exact permutation p, false-discovery rate 5% and 1% (Benjamini\u2013Hochberg); {tested} of {places} regions tested.',
  'stats.summary.hot.regions': {
    one: '{n} hot and {cold} cold regions among {tested} tested.',
    other: '{n} hot and {cold} cold regions among {tested} tested.',
  },
  'stats.summary.trend.regions':
    '{fresh} new, {intensifying} intensifying, {persistent} persistent, {diminishing} diminishing and {sporadic} on-and-off hot spots among {tested} tested regions.',
  'stats.table.caption.regions': 'Regions compared with chance',
} as const;
