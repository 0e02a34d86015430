import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { iso2Of } from './countries.ts';
import { observation, type SeriesText, seriesOf } from './series.ts';
import { numberOrNull, type Row, sharedRows } from './shared-data.ts';

/** Single figures quoted by the press: contraband, counterfeit dollars, drug flights, cost of violence. */
export function citedSeries(): readonly IndicatorSeries[] {
  const figures = sharedRows('indicators/peru-single-cited-figures.csv');
  const of = (measure: string): readonly Row[] => figures.filter((row) => row('measure').startsWith(measure));
  return [
    seriesOf(contraband, of('contraband').map(figure)),
    seriesOf(counterfeit, of('counterfeit').map(figure)),
    seriesOf(flights, of('irregular flights').map(figure)),
    ...costSeries(),
  ];
}

/** Who published the page at an address of the cited figures. */
export function publisherOf(url: string): string | null {
  if (url.includes('insightcrime')) return 'InSight Crime';
  if (url.includes('panampost')) return 'PanAm Post';
  if (url.includes('hightimes')) return 'High Times';
  return null;
}

/** "about 179" → 179, marked so; what the source itself says of the figure becomes the note. */
export function figure(row: Row): Observation {
  const text = row('value');
  const said = row('status');
  const about = /^about /u.test(text) || /nearly|as told/u.test(said);
  const url = row('source_url');
  return observation('PE', row('year'), numberOrNull(text.replace(/^about /u, '')), {
    status: said.startsWith('derived') ? 'derived' : about ? 'about' : 'final',
    note: noteOf(said),
    url: url.startsWith('http') ? url : null,
    publisher: publisherOf(url),
  });
}

function noteOf(said: string): string | null {
  if (said === 'reported') return null;
  if (said.startsWith('derived: source says'))
    return `Derived: the source says ${said.slice('derived: source says'.length).trim()} million USD.`;
  if (said === 'reported as nearly 18') return 'The source says nearly 18 million.';
  if (said === 'as told by a member of Congress') return 'May to August, as told by a member of Congress.';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

const base = { source: 'peru-cited-figures', geoLevel: 'country', additive: true } as const;

const contraband: SeriesText = {
  ...base,
  id: 'contraband-seized-peru',
  title: [
    'Contraband and pirated goods seized',
    'Contrabando y piratería incautados',
    'Contrabando e pirataria apreendidos',
  ],
  definition: [
    'Value of contraband and pirated goods seized in the year, as told by the authorities to InSight Crime.',
    'Valor del contrabando y la piratería incautados en el año, según las autoridades citadas por InSight Crime.',
    'Valor do contrabando e da pirataria apreendidos no ano, segundo as autoridades citadas pelo InSight Crime.',
  ],
  caveat: [
    'Only 2014 is published as such; 2012 and 2013 follow from the differences the source gives.',
    'Solo 2014 está publicado como tal; 2012 y 2013 se deducen de las diferencias que da la fuente.',
    'Só 2014 foi publicado como tal; 2012 e 2013 resultam das diferenças que a fonte dá.',
  ],
  unit: 'million USD',
  theme: 'contraband',
};

const counterfeit: SeriesText = {
  ...base,
  id: 'counterfeit-dollars-peru',
  title: ['Counterfeit dollars seized', 'Dólares falsos incautados', 'Dólares falsos apreendidos'],
  definition: [
    'Face value of counterfeit US dollars seized in the year.',
    'Valor facial de los dólares falsos incautados en el año.',
    'Valor de face dos dólares falsos apreendidos no ano.',
  ],
  caveat: [
    'Two years only; the second is given as nearly 18 million.',
    'Solo dos años; el segundo se da como casi 18 millones.',
    'Apenas dois anos; o segundo é dado como quase 18 milhões.',
  ],
  unit: 'million USD face value',
  theme: 'counterfeit',
};

const flights: SeriesText = {
  ...base,
  id: 'irregular-flights-peru',
  title: ['Irregular flights detected', 'Vuelos irregulares detectados', 'Voos irregulares detectados'],
  definition: [
    'Flights without leave detected from May to August 2015.',
    'Vuelos sin autorización detectados de mayo a agosto de 2015.',
    'Voos sem autorização detectados de maio a agosto de 2015.',
  ],
  caveat: [
    'Four months only, as told by a member of Congress.',
    'Solo cuatro meses, según un miembro del Congreso.',
    'Apenas quatro meses, segundo um membro do Congresso.',
  ],
  unit: 'flights',
  theme: 'air',
};

function costSeries(): readonly IndicatorSeries[] {
  const rows = sharedRows('indicators/cost-of-violence-cited.csv');
  const values = (indicator: string): readonly Observation[] =>
    rows
      .filter((row) => row('indicator') === indicator)
      .map((row) =>
        observation(
          iso2Of(row('country_iso3')) ?? row('country_iso3'),
          row('year'),
          numberOrNull(row('value')),
          {
            note: costNotes[row('country_iso3')] ?? null,
            url: row('source_url'),
            publisher: `Institute for Economics & Peace, as quoted by ${row('source_publisher')}`,
          },
        ),
      );
  return [
    seriesOf(costShare, values('direct cost of violence')),
    seriesOf(costRank, values('world rank by direct cost of violence')),
  ];
}

const costNotes: Readonly<Record<string, string>> = {
  HND: 'Highest of the region and sixth in the world.',
  PER: 'Up 43 places on 2012.',
  MEX: 'Up 25 places on 2012.',
};

const cost = { source: 'iep-cost-of-violence', geoLevel: 'country', additive: false, theme: 'cost' } as const;

const costShare: SeriesText = {
  ...cost,
  id: 'cost-of-violence-gdp',
  title: ['Direct cost of violence', 'Costo directo de la violencia', 'Custo direto da violência'],
  definition: [
    'Direct cost of violence as a share of gross domestic product, 2013.',
    'Costo directo de la violencia como parte del producto interno bruto, 2013.',
    'Custo direto da violência como parcela do produto interno bruto, 2013.',
  ],
  caveat: ['One country and one year.', 'Un país y un año.', 'Um país e um ano.'],
  unit: '% of GDP',
};

const costRank: SeriesText = {
  ...cost,
  id: 'cost-of-violence-rank',
  title: [
    'World rank by direct cost of violence',
    'Puesto mundial por costo directo de la violencia',
    'Posição mundial por custo direto da violência',
  ],
  definition: [
    'Place in the world by direct cost of violence, 2013; 1 is the highest cost.',
    'Puesto en el mundo por costo directo de la violencia, 2013; 1 es el costo más alto.',
    'Posição no mundo por custo direto da violência, 2013; 1 é o custo mais alto.',
  ],
  caveat: [
    'Two countries and one year; a rank is never summed.',
    'Dos países y un año; un puesto nunca se suma.',
    'Dois países e um ano; uma posição nunca se soma.',
  ],
  unit: 'rank',
};
