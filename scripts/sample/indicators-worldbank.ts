import type { IndicatorSeries } from '#core/indicator.ts';
import { iso2Of } from './countries.ts';
import { observation, type SeriesText, seriesOf } from './series.ts';
import { numberOrNull, sharedRows } from './shared-data.ts';

const wdi = 'https://data.worldbank.org/indicator/';
const base = { source: 'worldbank-wdi', geoLevel: 'country' } as const;
const homicideCaveat: SeriesText['caveat'] = [
  'Compiled by UNODC from police or health records, which differ between countries; recent years are missing here.',
  'Compilado por la UNODC a partir de registros policiales o sanitarios, que difieren entre países; aquí faltan los años recientes.',
  'Compilado pelo UNODC a partir de registros policiais ou de saúde, que diferem entre países; aqui faltam os anos recentes.',
];

/** The file's indicator names, the World Bank code behind each, and what we say of it. */
const catalogue: readonly (readonly [name: string, code: string, text: SeriesText])[] = [
  [
    'Intentional homicides (per 100,000 people)',
    'VC.IHR.PSRC.P5',
    {
      ...base,
      id: 'homicide-rate',
      theme: 'homicide',
      unit: 'per 100,000 people',
      additive: false,
      title: ['Homicide rate', 'Tasa de homicidios', 'Taxa de homicídios'],
      definition: [
        'Intentional homicides in the year per 100,000 people.',
        'Homicidios intencionales en el año por cada 100 mil habitantes.',
        'Homicídios intencionais no ano por 100 mil habitantes.',
      ],
      caveat: homicideCaveat,
    },
  ],
  [
    'Intentional homicides, male (per 100,000 male)',
    'VC.IHR.PSRC.MA.P5',
    {
      ...base,
      id: 'homicide-rate-male',
      theme: 'homicide',
      unit: 'per 100,000 men',
      additive: false,
      title: ['Homicide rate, men', 'Tasa de homicidios, hombres', 'Taxa de homicídios, homens'],
      definition: [
        'Intentional homicides of men in the year per 100,000 men.',
        'Homicidios intencionales de hombres en el año por cada 100 mil hombres.',
        'Homicídios intencionais de homens no ano por 100 mil homens.',
      ],
      caveat: homicideCaveat,
    },
  ],
  [
    'Intentional homicides, female (per 100,000 female)',
    'VC.IHR.PSRC.FE.P5',
    {
      ...base,
      id: 'homicide-rate-female',
      theme: 'homicide',
      unit: 'per 100,000 women',
      additive: false,
      title: ['Homicide rate, women', 'Tasa de homicidios, mujeres', 'Taxa de homicídios, mulheres'],
      definition: [
        'Intentional homicides of women in the year per 100,000 women.',
        'Homicidios intencionales de mujeres en el año por cada 100 mil mujeres.',
        'Homicídios intencionais de mulheres no ano por 100 mil mulheres.',
      ],
      caveat: homicideCaveat,
    },
  ],
  [
    'Battle-related deaths (number of people)',
    'VC.BTL.DETH',
    {
      ...base,
      id: 'battle-deaths',
      theme: 'conflict',
      unit: 'deaths',
      additive: true,
      title: ['Battle-related deaths', 'Muertes en combate', 'Mortes em combate'],
      definition: [
        'Deaths in battles between organised parties of a conflict in the year, from UCDP.',
        'Muertes en combates entre partes organizadas de un conflicto en el año, según UCDP.',
        'Mortes em combates entre partes organizadas de um conflito no ano, segundo o UCDP.',
      ],
      caveat: null,
    },
  ],
  [
    'Internally displaced persons, total displaced by conflict and violence (number of people)',
    'VC.IDP.TOCV',
    {
      ...base,
      id: 'displaced-conflict-total',
      theme: 'displacement',
      unit: 'people',
      additive: false,
      title: [
        'Internally displaced by conflict and violence',
        'Desplazados internos por conflicto y violencia',
        'Deslocados internos por conflito e violência',
      ],
      definition: [
        'People living in displacement at the end of the year because of conflict and violence.',
        'Personas en situación de desplazamiento al final del año por conflicto y violencia.',
        'Pessoas em situação de deslocamento no fim do ano por conflito e violência.',
      ],
      caveat: [
        'A stock at the end of the year: years are not added.',
        'Es un saldo al final del año: los años no se suman.',
        'É um estoque no fim do ano: os anos não se somam.',
      ],
    },
  ],
  [
    'Internally displaced persons, new displacement associated with conflict and violence (number of cases)',
    'VC.IDP.NWCV',
    {
      ...base,
      id: 'displaced-conflict-new',
      theme: 'displacement',
      unit: 'cases',
      additive: true,
      title: [
        'New displacement by conflict and violence',
        'Nuevos desplazamientos por conflicto y violencia',
        'Novos deslocamentos por conflito e violência',
      ],
      definition: [
        'Cases of people forced to move within their country in the year by conflict and violence.',
        'Casos de personas forzadas a moverse dentro de su país en el año por conflicto y violencia.',
        'Casos de pessoas forçadas a se deslocar dentro do país no ano por conflito e violência.',
      ],
      caveat: null,
    },
  ],
  [
    'Internally displaced persons, new displacement associated with disasters (number of cases)',
    'VC.IDP.NWDS',
    {
      ...base,
      id: 'displaced-disasters-new',
      theme: 'displacement',
      unit: 'cases',
      additive: true,
      title: [
        'New displacement by disasters',
        'Nuevos desplazamientos por desastres',
        'Novos deslocamentos por desastres',
      ],
      definition: [
        'Cases of people forced to move within their country in the year by disasters: context, not crime.',
        'Casos de personas forzadas a moverse dentro de su país en el año por desastres: contexto, no delito.',
        'Casos de pessoas forçadas a se deslocar dentro do país no ano por desastres: contexto, não crime.',
      ],
      caveat: null,
    },
  ],
  [
    'CPIA transparency, accountability, and corruption in the public sector rating (1=low to 6=high)',
    'IQ.CPA.TRAN.XQ',
    {
      ...base,
      id: 'cpia-transparency',
      theme: 'corruption',
      unit: 'rating, 1 low to 6 high',
      additive: false,
      title: [
        'Transparency, accountability and corruption rating (CPIA)',
        'Calificación de transparencia, rendición de cuentas y corrupción (CPIA)',
        'Avaliação de transparência, prestação de contas e corrupção (CPIA)',
      ],
      definition: [
        'World Bank staff rating of transparency, accountability and corruption in the public sector.',
        'Calificación del personal del Banco Mundial sobre transparencia, rendición de cuentas y corrupción en el sector público.',
        'Avaliação da equipe do Banco Mundial sobre transparência, prestação de contas e corrupção no setor público.',
      ],
      caveat: [
        'Only for countries that borrow from the International Development Association.',
        'Solo para países que reciben créditos de la Asociación Internacional de Fomento.',
        'Só para países que tomam crédito da Associação Internacional de Desenvolvimento.',
      ],
    },
  ],
];

/** Homicide, conflict, displacement and the CPIA rating; and population. */
export function worldBankSeries(): readonly IndicatorSeries[] {
  const rows = sharedRows('indicators/worldbank-homicide-conflict-latam-1990-2020.csv');
  const known = new Set(catalogue.map(([name]) => name));
  for (const row of rows)
    if (!known.has(row('indicator'))) throw new Error(`Unknown indicator "${row('indicator')}"`);
  return [
    ...catalogue.map(([name, code, text]) =>
      seriesOf(
        text,
        rows
          .filter((row) => row('indicator') === name)
          .map((row) =>
            observation(iso2Of(row('iso3')) ?? row('iso3'), row('year'), numberOrNull(row('value')), {
              publisher: 'World Bank, World Development Indicators',
              url: `${wdi}${code}`,
            }),
          ),
      ),
    ),
    population(),
  ];
}

function population(): IndicatorSeries {
  return seriesOf(
    {
      id: 'population',
      title: ['Population', 'Población', 'População'],
      definition: [
        'People living in the country at mid-year.',
        'Personas que viven en el país a mitad de año.',
        'Pessoas que vivem no país no meio do ano.',
      ],
      caveat: null,
      unit: 'people',
      theme: 'population',
      source: 'worldbank-population',
      geoLevel: 'country',
      additive: false,
    },
    sharedRows('indicators/worldbank-population-latam.csv').map((row) =>
      observation(
        iso2Of(row('Country Code')) ?? row('Country Code'),
        row('Year'),
        numberOrNull(row('Value')),
        {
          publisher: 'World Bank',
          url: `${wdi}SP.POP.TOTL`,
        },
      ),
    ),
  );
}
