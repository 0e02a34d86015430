import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { iso2Of } from './countries.ts';
import { adm1ByName, plain } from './gazetteer.ts';
import { peruName } from './peru-names.ts';
import { observation, seriesOf } from './series.ts';
import { numberOrNull, sharedRows } from './shared-data.ts';

const tables = 'https://github.com/pipaber/xgboost_deforestation/blob/04b3706/coca_report_2021_2024.md';
const devida = 'DEVIDA / UNODC';

/** Coca under cultivation: national, and for Peru by department, zone and district. */
export function cocaSeries(): readonly IndicatorSeries[] {
  return [national(), byDepartment(), byZone(), byDistrict()];
}

function national(): IndicatorSeries {
  return seriesOf(
    {
      id: 'coca-national',
      title: ['Coca under cultivation', 'Superficie de coca', 'Área de cultivo de coca'],
      definition: [
        'Hectares of coca standing in the year, as published by the United Nations monitoring and quoted by the source of each value.',
        'Hectáreas de coca en pie en el año, según el monitoreo de las Naciones Unidas citado por la fuente de cada valor.',
        'Hectares de coca em pé no ano, segundo o monitoramento das Nações Unidas citado pela fonte de cada valor.',
      ],
      caveat: [
        'Gaps are years for which no figure was read. Later revisions exist, for instance for Colombia 2009. From 2021 the Peruvian survey covers zones it did not cover before.',
        'Los vacíos son años sin cifra leída. Hay revisiones posteriores, por ejemplo para Colombia 2009. Desde 2021 el monitoreo peruano cubre zonas que antes no cubría.',
        'As lacunas são anos sem valor lido. Há revisões posteriores, por exemplo para a Colômbia em 2009. Desde 2021 o monitoramento peruano cobre zonas que antes não cobria.',
      ],
      unit: 'ha',
      theme: 'coca',
      source: 'coca-national-cited',
      geoLevel: 'country',
      additive: true,
    },
    sharedRows('indicators/andean-coca-cultivation-national-cited.csv').map((row): Observation => {
      const read = row('source_read');
      const fromTables = read.startsWith('DEVIDA/UNODC tables');
      const fromPress = read.startsWith('AP story');
      return observation(iso2Of(row('iso3')) ?? row('iso3'), row('year'), numberOrNull(row('coca_ha')), {
        publisher: fromTables ? devida : 'UNODC',
        url: fromTables ? tables : fromPress ? null : read,
        note: fromPress ? 'As quoted by an Associated Press story of 24 September 2013.' : null,
        status: row('iso3') === 'COL' && row('year') === '2009' ? 'revised' : 'final',
      });
    }),
  );
}

function byDepartment(): IndicatorSeries {
  const rows = sharedRows('indicators/peru-coca-cultivation-by-department-2017-2024.csv');
  return seriesOf(
    {
      id: 'coca-peru-departments',
      title: [
        'Coca under cultivation by department, Peru',
        'Superficie de coca por departamento, Perú',
        'Área de coca por departamento, Peru',
      ],
      definition: [
        'Hectares of coca standing in the year in each department.',
        'Hectáreas de coca en pie en el año en cada departamento.',
        'Hectares de coca em pé no ano em cada departamento.',
      ],
      caveat: null,
      unit: 'ha',
      theme: 'coca',
      source: 'devida-unodc-coca',
      geoLevel: 'adm1',
      additive: true,
    },
    rows
      .filter((row) => row('department').toLowerCase() !== 'total')
      .map((row) => {
        const area = adm1ByName('PE', row('department'));
        if (!area) throw new Error(`No department "${row('department')}"`);
        return observation('PE', row('year'), numberOrNull(row('coca_ha')), {
          area,
          areaName: row('department').replace(' De ', ' de '),
          publisher: devida,
          url: tables,
        });
      }),
  );
}

/** Zone code: upper case without accents, words joined ("La Convención-Lares" → "LA-CONVENCION-LARES"). */
export function zoneCode(name: string): string {
  return plain(name).toUpperCase().replaceAll(' ', '-');
}

function byZone(): IndicatorSeries {
  const surveyed = sharedRows('indicators/peru-coca-cultivation-by-zone-2018-2024.csv')
    .filter((row) => !row('zone').startsWith('PERU'))
    .map((row) =>
      observation('PE', row('year'), numberOrNull(row('coca_ha')), {
        area: zoneCode(row('zone')),
        areaName: row('zone'),
        publisher: devida,
        url: tables,
      }),
    );
  const quoted = sharedRows('indicators/peru-single-cited-figures.csv')
    .filter((row) => row('measure') === 'coca cultivation in the VRAEM')
    .map((row) =>
      observation('PE', row('year'), numberOrNull(row('value')), {
        area: 'VRAEM',
        areaName: 'VRAEM',
        publisher: row('source_url').includes('kathrynsreport')
          ? 'UNODC, as quoted on Kathryn’s Report'
          : 'UNODC, as quoted by InSight Crime',
        url: row('source_url'),
        note: 'Quoted by the press; not from the tables of the later years.',
      }),
    );
  return seriesOf(
    {
      id: 'coca-peru-zones',
      title: [
        'Coca under cultivation by zone, Peru',
        'Superficie de coca por zona, Perú',
        'Área de coca por zona, Peru',
      ],
      definition: [
        'Hectares of coca standing in the year in each zone of the survey, the VRAEM among them.',
        'Hectáreas de coca en pie en el año en cada zona del monitoreo, entre ellas el VRAEM.',
        'Hectares de coca em pé no ano em cada zona do monitoramento, entre elas o VRAEM.',
      ],
      caveat: [
        'Zones were added over time (ten between 2021 and 2024), so the number of zones changes. VRAEM 2014 and 2015 are single figures quoted by the press.',
        'Se añadieron zonas con el tiempo (diez entre 2021 y 2024), por lo que su número cambia. VRAEM 2014 y 2015 son cifras sueltas citadas por la prensa.',
        'Foram acrescentadas zonas ao longo do tempo (dez entre 2021 e 2024), e seu número muda. VRAEM 2014 e 2015 são valores avulsos citados pela imprensa.',
      ],
      unit: 'ha',
      theme: 'coca',
      source: 'devida-unodc-coca',
      geoLevel: 'zone',
      additive: true,
    },
    [...surveyed, ...quoted],
  );
}

function byDistrict(): IndicatorSeries {
  return seriesOf(
    {
      id: 'coca-peru-districts',
      title: [
        'Coca under cultivation by district, Peru (located share)',
        'Superficie de coca por distrito, Perú (parte localizada)',
        'Área de coca por distrito, Peru (parte localizada)',
      ],
      definition: [
        'Hectares of coca in the year, allotted to districts from the survey’s figures.',
        'Hectáreas de coca en el año, asignadas a distritos a partir de las cifras del monitoreo.',
        'Hectares de coca no ano, atribuídos a distritos a partir dos números do monitoramento.',
      ],
      caveat: [
        'Only the located share: the yearly sums are 2 to 5 per cent below the national totals.',
        'Solo la parte localizada: las sumas anuales son entre 2 y 5 por ciento menores que los totales nacionales.',
        'Apenas a parte localizada: as somas anuais ficam de 2 a 5 por cento abaixo dos totais nacionais.',
      ],
      unit: 'ha',
      theme: 'coca',
      source: 'devida-unodc-coca',
      geoLevel: 'district',
      additive: true,
    },
    sharedRows('indicators/peru-coca-cultivation-by-district-2012-2020.csv').map((row) =>
      observation('PE', row('year'), numberOrNull(row('coca_ha')), {
        area: row('ubigeo'),
        areaName: `${peruName(row('district'))}, ${peruName(row('province'))}`,
        status: 'derived',
        publisher: devida,
        url: tables,
      }),
    ),
  );
}
