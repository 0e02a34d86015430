import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { curatedFiles, noteOfRow } from './curated.ts';
import { totalRows } from './curated-rules.ts';
import { figure } from './indicators-cited.ts';
import { observation, type SeriesText, seriesOf } from './series.ts';
import { numberOrNull, type Row, sharedRows } from './shared-data.ts';

/** Where a total of the curated files goes: its series, and what the row alone does not say. */
interface Target {
  readonly series:
    | 'airstrips'
    | 'airstrips-areas'
    | 'airstrips-cumulative'
    | 'aircraft'
    | 'forced'
    | 'eradicated'
    | 'eradicated-areas';
  readonly area?: readonly [code: string, name: string];
  readonly status?: Observation['status'];
  readonly period?: string;
}

/** Every row of `totalRows` has its place here. */
const targets: Readonly<Record<string, Target>> = {
  'ai-pe-001': { series: 'aircraft', status: 'about' },
  'ai-pe-002': { series: 'aircraft' },
  'ai-pe-003': { series: 'forced' },
  'ai-pe-059': { series: 'airstrips-areas', area: ['VRAEM', 'VRAEM'] },
  'ai-pe-061': { series: 'airstrips-areas', area: ['VRAEM', 'VRAEM'], status: 'provisional' },
  'ai-bo-010': { series: 'airstrips' },
  'ai-ve-010': { series: 'aircraft', status: 'disputed' },
  'ai-ve-011': { series: 'airstrips-areas', area: ['VE.ZU', 'Zulia'], status: 'provisional' },
  'ai-ve-015': { series: 'aircraft', status: 'disputed' },
  'ai-hn-008': { series: 'airstrips' },
  'ai-hn-015': { series: 'airstrips', status: 'disputed' },
  'ai-gt-001': { series: 'airstrips' },
  'ai-gt-006': { series: 'airstrips', status: 'provisional' },
  'ai-mx-002': { series: 'airstrips' },
  'ai-mx-006': { series: 'airstrips-cumulative', period: '2020-07' },
  'ai-ec-010': { series: 'airstrips' },
  'ai-ec-011': { series: 'airstrips', status: 'provisional' },
  'so-pe-005': { series: 'eradicated', status: 'about' },
  'so-pe-009': { series: 'eradicated' },
  'so-pe-011': { series: 'eradicated', status: 'about' },
  'so-pe-031': {
    series: 'eradicated-areas',
    area: ['PUERTO-INCA', 'Puerto Inca'],
    status: 'provisional',
    period: '2018',
  },
  'pe-014': { series: 'eradicated' },
};

/** Series made of the curated rows that are totals, joined with the single figures of eradication. */
export function totalSeries(): readonly IndicatorSeries[] {
  const found = curatedFiles.flatMap(({ file, source }) =>
    sharedRows(file)
      .filter((row) => totalRows.has(row('id')))
      .map((row) => ({ row, source, target: targetOf(row('id')) })),
  );
  const values = (series: Target['series']): readonly Observation[] =>
    found
      .filter(({ target }) => target.series === series)
      .map(({ row, source, target }) => totalOf(row, source, target));
  const eradicated = values('eradicated');
  const extra = sharedRows('indicators/peru-single-cited-figures.csv')
    .filter((row) => row('measure') === 'coca eradicated')
    .map((row) => ({ ...figure(row), publisher: figure(row).publisher ?? 'DEVIDA via AFP' }))
    .filter((value) => !eradicated.some((known) => known.period === value.period));
  return [
    seriesOf(texts.airstrips, values('airstrips')),
    seriesOf(texts['airstrips-areas'], values('airstrips-areas')),
    seriesOf(texts['airstrips-cumulative'], values('airstrips-cumulative')),
    seriesOf(texts.aircraft, values('aircraft')),
    seriesOf(texts.forced, values('forced')),
    seriesOf(texts.eradicated, [...eradicated, ...extra]),
    seriesOf(texts['eradicated-areas'], values('eradicated-areas')),
    seriesOf(texts.suspected, suspectedAirstrips()),
  ];
}

function targetOf(id: string): Target {
  const target = targets[id];
  if (!target) throw new Error(`${id} is a total without a series`);
  return target;
}

function totalOf(row: Row, source: string, target: Target): Observation {
  const [area, areaName] = target.area ?? ['', ''];
  const ranged = source !== 'curated-peru';
  return observation(
    ranged ? row('country_iso2') : 'PE',
    target.period ?? row('date'),
    numberOrNull(row('quantity')),
    {
      area,
      areaName,
      low: ranged ? numberOrNull(row('quantity_low')) : null,
      high: row('id') === 'ai-pe-002' || !ranged ? null : numberOrNull(row('quantity_high')),
      status: target.status ?? 'final',
      note: [row('summary_en'), noteOfRow(row('id'), row('note'))].filter((part) => part !== null).join(' '),
      url: row('source_1_url'),
      publisher: row('source_1_publisher'),
    },
  );
}

/** The satellite survey that event pe-021 reports: suspected strips, and how many of them were verified. */
function suspectedAirstrips(): readonly Observation[] {
  const report = sharedRows('events/peru-curated-events-2000-2024.csv').find((row) => row('id') === 'pe-021');
  const counts = /counted (\d+) suspected .* \((\d+) verified\); (\d+) in Ucayali/u.exec(
    report?.('summary_en') ?? '',
  );
  if (!report || !counts) throw new Error('pe-021 no longer tells the counts of the airstrip survey');
  const cited = { url: report('source_1_url'), publisher: report('source_1_publisher') };
  return [
    observation('PE', '2024', Number(counts[1]), {
      ...cited,
      low: Number(counts[2]),
      high: Number(counts[1]),
      note: `${counts[2]} of them verified; six Amazon regions.`,
    }),
    observation('PE', '2024', Number(counts[3]), {
      ...cited,
      area: 'PE.UC',
      areaName: 'Ucayali',
      note: '31 of them in Atalaya province.',
    }),
  ];
}

const air = { source: 'curated-air', theme: 'air', additive: true } as const;
const partly: SeriesText['caveat'] = [
  'Single figures as told by authorities; most years and countries are missing, and some years are counted only in part (marked provisional).',
  'Cifras sueltas según las autoridades; faltan la mayoría de años y países, y algunos años están contados solo en parte (marcados como provisionales).',
  'Números avulsos segundo as autoridades; falta a maioria dos anos e países, e alguns anos estão contados só em parte (marcados como provisórios).',
];

const texts: Readonly<Record<Target['series'] | 'suspected', SeriesText>> = {
  airstrips: {
    ...air,
    id: 'airstrips-destroyed',
    geoLevel: 'country',
    unit: 'airstrips',
    caveat: partly,
    title: [
      'Clandestine airstrips destroyed',
      'Pistas clandestinas destruidas',
      'Pistas clandestinas destruídas',
    ],
    definition: [
      'Clandestine airstrips that the authorities say they destroyed in the year.',
      'Pistas clandestinas que las autoridades dicen haber destruido en el año.',
      'Pistas clandestinas que as autoridades dizem ter destruído no ano.',
    ],
  },
  'airstrips-areas': {
    ...air,
    id: 'airstrips-destroyed-areas',
    geoLevel: 'zone',
    unit: 'airstrips',
    caveat: partly,
    title: [
      'Clandestine airstrips destroyed, by zone',
      'Pistas clandestinas destruidas, por zona',
      'Pistas clandestinas destruídas, por zona',
    ],
    definition: [
      'Clandestine airstrips that the authorities say they destroyed in the year in one zone or state.',
      'Pistas clandestinas que las autoridades dicen haber destruido en el año en una zona o estado.',
      'Pistas clandestinas que as autoridades dizem ter destruído no ano em uma zona ou estado.',
    ],
  },
  'airstrips-cumulative': {
    ...air,
    id: 'airstrips-destroyed-cumulative',
    geoLevel: 'country',
    unit: 'airstrips',
    additive: false,
    title: [
      'Clandestine airstrips destroyed, running total',
      'Pistas clandestinas destruidas, acumulado',
      'Pistas clandestinas destruídas, acumulado',
    ],
    definition: [
      'Running total since the month the note names.',
      'Acumulado desde el mes que indica la nota.',
      'Acumulado desde o mês que a nota indica.',
    ],
    caveat: [
      'A running total is never added to yearly figures.',
      'Un acumulado nunca se suma a cifras anuales.',
      'Um acumulado nunca se soma a números anuais.',
    ],
  },
  aircraft: {
    ...air,
    id: 'aircraft-destroyed',
    geoLevel: 'country',
    unit: 'aircraft',
    title: [
      'Aircraft shot down or destroyed, yearly claims',
      'Aeronaves derribadas o destruidas, cifras anuales declaradas',
      'Aeronaves derrubadas ou destruídas, números anuais declarados',
    ],
    definition: [
      'Aircraft that the armed forces say they shot down or destroyed in the year, in the air or on the ground.',
      'Aeronaves que las fuerzas armadas dicen haber derribado o destruido en el año, en vuelo o en tierra.',
      'Aeronaves que as forças armadas dizem ter derrubado ou destruído no ano, em voo ou no solo.',
    ],
    caveat: [
      'Claims of the military; Venezuelan figures are called opaque by experts. Single events of the same year are partly included.',
      'Cifras declaradas por los militares; expertos consideran opacas las venezolanas. Incluyen en parte eventos sueltos del mismo año.',
      'Números declarados pelos militares; especialistas consideram opacos os venezuelanos. Incluem em parte eventos avulsos do mesmo ano.',
    ],
  },
  forced: {
    ...air,
    id: 'aircraft-forced-to-land',
    geoLevel: 'country',
    unit: 'aircraft',
    title: [
      'Aircraft forced to land, yearly figures',
      'Aeronaves obligadas a aterrizar, cifras anuales',
      'Aeronaves obrigadas a pousar, números anuais',
    ],
    definition: [
      'Aircraft forced to land in the year, as told by one source.',
      'Aeronaves obligadas a aterrizar en el año, según una fuente.',
      'Aeronaves obrigadas a pousar no ano, segundo uma fonte.',
    ],
    caveat: ['One country and one year.', 'Un país y un año.', 'Um país e um ano.'],
  },
  eradicated: {
    id: 'coca-eradicated-peru',
    source: 'peru-cited-figures',
    theme: 'eradication',
    geoLevel: 'country',
    unit: 'ha',
    additive: true,
    title: ['Coca eradicated', 'Coca erradicada', 'Coca erradicada'],
    definition: [
      'Hectares of coca removed by the authorities in the year.',
      'Hectáreas de coca retiradas por las autoridades en el año.',
      'Hectares de coca retirados pelas autoridades no ano.',
    ],
    caveat: [
      'Figures of CORAH and DEVIDA as quoted by the press. None of it was in the VRAEM in 2015.',
      'Cifras de CORAH y DEVIDA citadas por la prensa. Nada de ello fue en el VRAEM en 2015.',
      'Números do CORAH e da DEVIDA citados pela imprensa. Nada disso foi no VRAEM em 2015.',
    ],
  },
  'eradicated-areas': {
    id: 'coca-eradicated-peru-areas',
    source: 'curated-operations',
    theme: 'eradication',
    geoLevel: 'zone',
    unit: 'ha',
    additive: true,
    title: [
      'Coca eradicated in one province, part of a year',
      'Coca erradicada en una provincia, parte de un año',
      'Coca erradicada em uma província, parte de um ano',
    ],
    definition: [
      'Hectares of coca removed in Puerto Inca from February to June 2018.',
      'Hectáreas de coca retiradas en Puerto Inca de febrero a junio de 2018.',
      'Hectares de coca retirados em Puerto Inca de fevereiro a junho de 2018.',
    ],
    caveat: null,
  },
  suspected: {
    ...air,
    id: 'airstrips-suspected-peru',
    source: 'curated-peru',
    geoLevel: 'adm1',
    unit: 'airstrips',
    title: [
      'Suspected clandestine airstrips',
      'Presuntas pistas clandestinas',
      'Pistas clandestinas suspeitas',
    ],
    definition: [
      'Suspected illegal airstrips found in satellite images by Mongabay Latam and Earth Genome.',
      'Presuntas pistas ilegales halladas en imágenes de satélite por Mongabay Latam y Earth Genome.',
      'Pistas ilegais suspeitas encontradas em imagens de satélite por Mongabay Latam e Earth Genome.',
    ],
    caveat: [
      'The low figure is the number verified. Coordinates were not published.',
      'La cifra baja es el número verificado. No se publicaron coordenadas.',
      'O número baixo é o de pistas verificadas. As coordenadas não foram publicadas.',
    ],
  },
};
