import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { iso2Of } from './countries.ts';
import { adm1ByName } from './gazetteer.ts';
import { titleCase } from './peru-names.ts';
import { observation, type SeriesText, seriesOf } from './series.ts';
import { numberOrNull, sharedRows } from './shared-data.ts';

/** Homicide by department, perceived corruption, conflict deaths, mined area. */
export function otherSeries(): readonly IndicatorSeries[] {
  return [peruHomicide(), ...corruption(), conflictDeaths(), minedArea()];
}

const homicideNames: Readonly<Record<string, string>> = {
  Cuzco: 'Cusco',
  'Prov. Const. Callao': 'Callao',
  'Prov. Lima Metrop.': 'Lima Metropolitana',
  'Región de Lima': 'Lima',
};

function peruHomicide(): IndicatorSeries {
  return seriesOf(
    {
      id: 'homicide-rate-peru-departments',
      title: [
        'Homicide rate by department, Peru',
        'Tasa de homicidios por departamento, Perú',
        'Taxa de homicídios por departamento, Peru',
      ],
      definition: [
        'Homicides in the year per 100,000 people, by department, from the national statistics institute (INEI).',
        'Homicidios en el año por cada 100 mil habitantes, por departamento, según el Instituto Nacional de Estadística e Informática (INEI).',
        'Homicídios no ano por 100 mil habitantes, por departamento, segundo o instituto nacional de estatística (INEI).',
      ],
      caveat: [
        'Taken from a third party’s table that states no licence; check against INEI before use.',
        'Tomado de la tabla de un tercero sin licencia declarada; contraste con el INEI antes de usar.',
        'Extraído da tabela de um terceiro sem licença declarada; confira com o INEI antes de usar.',
      ],
      unit: 'per 100,000 people',
      theme: 'homicide',
      source: 'inei-homicide-department',
      geoLevel: 'adm1',
      additive: false,
    },
    sharedRows('indicators/peru-homicide-rate-by-department-2019-2021.csv').map((row) => {
      const name = homicideNames[row('Departamento')] ?? row('Departamento');
      const area = adm1ByName('PE', name);
      if (!area) throw new Error(`No department "${name}"`);
      return observation(
        'PE',
        String(Math.round(Number(row('Año')))),
        numberOrNull(row('Tasa de Homicidios')),
        {
          area,
          areaName: row('Departamento'),
          publisher: 'INEI',
        },
      );
    }),
  );
}

const cpi = {
  source: 'transparency-cpi',
  geoLevel: 'country',
  additive: false,
  theme: 'corruption',
} as const;

const cpiOld: SeriesText = {
  ...cpi,
  id: 'cpi-0-10',
  title: [
    'Corruption Perceptions Index, 1995–2011',
    'Índice de Percepción de la Corrupción, 1995–2011',
    'Índice de Percepção da Corrupção, 1995–2011',
  ],
  definition: [
    'Perceived corruption in the public sector; 0 most, 10 least corrupt.',
    'Corrupción percibida en el sector público; 0 la mayor, 10 la menor.',
    'Corrupção percebida no setor público; 0 a maior, 10 a menor.',
  ],
  caveat: [
    'Scale and method changed in 2012: do not join with the later series.',
    'La escala y el método cambiaron en 2012: no unir con la serie posterior.',
    'A escala e o método mudaram em 2012: não unir à série posterior.',
  ],
  unit: 'score, 0 to 10',
};

const cpiNew: SeriesText = {
  ...cpi,
  id: 'cpi-0-100',
  title: [
    'Corruption Perceptions Index, 2012–2017',
    'Índice de Percepción de la Corrupción, 2012–2017',
    'Índice de Percepção da Corrupção, 2012–2017',
  ],
  definition: [
    'Perceived corruption in the public sector; 0 most, 100 least corrupt.',
    'Corrupción percibida en el sector público; 0 la mayor, 100 la menor.',
    'Corrupção percebida no setor público; 0 a maior, 100 a menor.',
  ],
  caveat: [
    'Scale and method changed in 2012. The file read gives these scores divided by ten; they are shown on the published scale.',
    'La escala y el método cambiaron en 2012. El archivo leído da estos puntajes divididos por diez; aquí están en la escala publicada.',
    'A escala e o método mudaram em 2012. O arquivo lido dá estas notas divididas por dez; aqui estão na escala publicada.',
  ],
  unit: 'score, 0 to 100',
};

function corruption(): readonly IndicatorSeries[] {
  const rows = sharedRows('indicators/transparency-cpi-latam-1995-2017.csv');
  const values = (scale: string, factor: number): readonly Observation[] =>
    rows
      .filter((row) => row('scale') === scale)
      .map((row) => {
        const score = numberOrNull(row('score'));
        return observation(
          iso2Of(row('iso3')) ?? row('iso3'),
          row('year'),
          score === null ? null : Math.round(score * factor * 1000) / 1000,
          {
            publisher: 'Transparency International',
            url: 'https://www.transparency.org/en/cpi',
          },
        );
      });
  return [seriesOf(cpiOld, values('0-10', 1)), seriesOf(cpiNew, values('0-100', 10))];
}

const deathNames: Readonly<Record<string, string>> = {
  Argentina: 'AR',
  Bolivia: 'BO',
  Brazil: 'BR',
  Colombia: 'CO',
  Ecuador: 'EC',
  'El Salvador': 'SV',
  Guatemala: 'GT',
  Haiti: 'HT',
  Honduras: 'HN',
  Mexico: 'MX',
  Nicaragua: 'NI',
  Panama: 'PA',
  Paraguay: 'PY',
  Peru: 'PE',
  Venezuela: 'VE',
};

function conflictDeaths(): IndicatorSeries {
  return seriesOf(
    {
      id: 'conflict-deaths',
      title: [
        'Deaths in conflicts and one-sided violence',
        'Muertes en conflictos y violencia unilateral',
        'Mortes em conflitos e violência unilateral',
      ],
      definition: [
        'Deaths in state-based and non-state conflict and in one-sided violence in the year, best estimate of UCDP (2019), by country.',
        'Muertes en conflictos estatales y no estatales y en violencia unilateral en el año, mejor estimación de UCDP (2019), por país.',
        'Mortes em conflitos estatais e não estatais e em violência unilateral no ano, melhor estimativa do UCDP (2019), por país.',
      ],
      caveat: [
        'Ends in 2018 (Peru: 2017). Only conflicts with at least 25 deaths in a year are coded, so an absent year is not zero.',
        'Termina en 2018 (Perú: 2017). Solo se codifican conflictos con al menos 25 muertes en un año: un año ausente no es cero.',
        'Termina em 2018 (Peru: 2017). Só se codificam conflitos com ao menos 25 mortes em um ano: um ano ausente não é zero.',
      ],
      unit: 'deaths',
      theme: 'conflict',
      source: 'owid-ucdp-deaths',
      geoLevel: 'country',
      additive: true,
    },
    sharedRows('indicators/ucdp-conflict-deaths-by-country-latam-owid.csv').map((row) => {
      const country = deathNames[row('Entity')];
      if (!country) throw new Error(`No code for "${row('Entity')}"`);
      return observation(
        country,
        row('Year'),
        numberOrNull(row('Violent deaths in conflicts and one-sided violence (UCDP 2019)')),
        {
          publisher: 'UCDP via Our World in Data',
          url: 'https://ourworldindata.org/war-and-peace',
        },
      );
    }),
  );
}

/** "201800" is the year 2018; "202503" is the third quarter of 2025. */
export function miningPeriod(text: string): string {
  const quarter = Number(text.slice(4));
  return quarter === 0 ? text.slice(0, 4) : `${text.slice(0, 4)}-Q${quarter}`;
}

function minedArea(): IndicatorSeries {
  const cells = new Map<string, { value: number; rows: number; name: string }>();
  for (const row of sharedRows('indicators/amazon-mining-by-subnational-area-2018-2025Q3.csv')) {
    const key = [row('admin_country_code'), row('admin_id_field'), miningPeriod(row('admin_year'))].join('|');
    const cell = cells.get(key) ?? { value: 0, rows: 0, name: row('admin_name_field') };
    cells.set(key, {
      ...cell,
      value: cell.value + (numberOrNull(row('intersected_area_ha')) ?? 0),
      rows: cell.rows + 1,
    });
  }
  return seriesOf(
    {
      id: 'mined-area-amazon',
      title: [
        'Area of mining detected in the Amazon',
        'Superficie minera detectada en la Amazonía',
        'Área de mineração detectada na Amazônia',
      ],
      definition: [
        'Hectares that a model reads as mining in satellite images of the period, by municipality or province.',
        'Hectáreas que un modelo lee como minería en imágenes de satélite del período, por municipio o provincia.',
        'Hectares que um modelo lê como mineração em imagens de satélite do período, por município ou província.',
      ],
      caveat: [
        '2018 holds what was mined until then. Periods are not comparable with one another: the jump of 2024 may be the model as much as the mining. Mining is not always illegal.',
        '2018 contiene lo minado hasta entonces. Los períodos no son comparables entre sí: el salto de 2024 puede deberse al modelo. La minería no siempre es ilegal.',
        '2018 contém o minerado até então. Os períodos não são comparáveis entre si: o salto de 2024 pode dever-se ao modelo. A mineração nem sempre é ilegal.',
      ],
      unit: 'ha',
      theme: 'mining',
      source: 'amazon-mining-watch',
      geoLevel: 'district',
      additive: true,
    },
    [...cells].map(([key, cell]) => {
      const [country = '', area = '', period = ''] = key.split('|');
      return observation(country, period, Math.round(cell.value * 100) / 100, {
        area,
        areaName: cell.name === cell.name.toUpperCase() ? titleCase(cell.name) : cell.name,
        status: cell.rows > 1 ? 'derived' : 'final',
        note: cell.rows > 1 ? `Sum of ${cell.rows} parts of the area.` : null,
        publisher: 'Earth Genome, Amazon Mining Watch',
        url: 'https://amazonminingwatch.org/',
      });
    }),
  );
}
