import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { iso2Of } from './countries.ts';
import { adm1ByName } from './gazetteer.ts';
import { observation, type SeriesText, seriesOf } from './series.ts';
import { numberOrNull, type Row, sharedRows } from './shared-data.ts';

type Three = readonly [string, string, string];

/** The drugs that at least ten Latin American country-years report, by the file's name for them. */
const drugs: Readonly<Record<string, readonly [slug: string, name: Three]>> = {
  'Cocaine hydrochloride': [
    'cocaine-hydrochloride',
    ['cocaine hydrochloride', 'clorhidrato de cocaína', 'cloridrato de cocaína'],
  ],
  'Coca paste/refined cocaine base (intermediate products) (please specify)': [
    'coca-paste-base',
    ['coca paste and cocaine base', 'pasta y base de cocaína', 'pasta e base de cocaína'],
  ],
  'Cocaine (total of the above, including if unspecified/undistinguished, but excluding coca leaf and coca bush)':
    ['cocaine-total', ['cocaine, total as reported', 'cocaína, total informado', 'cocaína, total informado']],
  '"Crack" cocaine': ['crack', ['crack cocaine', 'cocaína crack', 'crack']],
  'Other smokable forms of cocaine (consumer products such as basuco, merla, paco, pasta base, etc.) (please specify)':
    [
      'smokable-cocaine',
      ['other smokable cocaine', 'otras formas fumables de cocaína', 'outras formas fumáveis de cocaína'],
    ],
  'Coca leaf': ['coca-leaf', ['coca leaf', 'hoja de coca', 'folha de coca']],
  'Cannabis herb (marijuana)': ['cannabis-herb', ['cannabis herb (marijuana)', 'marihuana', 'maconha']],
  'Cannabis plants': ['cannabis-plants', ['cannabis plants', 'plantas de cannabis', 'plantas de cannabis']],
  'Cannabis resin (hashish)': [
    'cannabis-resin',
    ['cannabis resin (hashish)', 'resina de cannabis (hachís)', 'resina de cannabis (haxixe)'],
  ],
  'Cannabis oil': ['cannabis-oil', ['cannabis oil', 'aceite de cannabis', 'óleo de cannabis']],
  'Cannabis seed': ['cannabis-seed', ['cannabis seed', 'semilla de cannabis', 'semente de cannabis']],
  'Other types of cannabis': [
    'cannabis-other',
    ['other types of cannabis', 'otros tipos de cannabis', 'outros tipos de cannabis'],
  ],
  Heroin: ['heroin', ['heroin', 'heroína', 'heroína']],
  Opium: ['opium', ['opium', 'opio', 'ópio']],
  'Illicit morphine': ['morphine', ['illicit morphine', 'morfina ilícita', 'morfina ilícita']],
  Fentanyl: ['fentanyl', ['fentanyl', 'fentanilo', 'fentanil']],
  Methamphetamine: ['methamphetamine', ['methamphetamine', 'metanfetamina', 'metanfetamina']],
  Amphetamine: ['amphetamine', ['amphetamine', 'anfetamina', 'anfetamina']],
  'Other stimulants': ['stimulants-other', ['other stimulants', 'otros estimulantes', 'outros estimulantes']],
  '3,4-methylenedioxymethamphetamine (MDMA)': ['mdma', ['MDMA', 'MDMA', 'MDMA']],
  'Total "ecstasy"-type substances (including the above, all other substances of this type and any unspecified/undistinguished quantities of substances of this type)':
    [
      'ecstasy-total',
      ['“ecstasy”, total as reported', '«éxtasis», total informado', '“ecstasy”, total informado'],
    ],
  'Lysergic acid diethylamide (LSD)': ['lsd', ['LSD', 'LSD', 'LSD']],
  'Mushrooms (hallucinogenic)': [
    'mushrooms',
    ['hallucinogenic mushrooms', 'hongos alucinógenos', 'cogumelos alucinógenos'],
  ],
  'Ketamine and phencyclidine-type substances': [
    'ketamine',
    ['ketamine and phencyclidine', 'ketamina y fenciclidina', 'cetamina e fenciclidina'],
  ],
  Benzodiazepines: ['benzodiazepines', ['benzodiazepines', 'benzodiacepinas', 'benzodiazepinas']],
  'Solvents and inhalants': [
    'solvents',
    ['solvents and inhalants', 'disolventes e inhalables', 'solventes e inalantes'],
  ],
  'Non-specified precursors': [
    'precursors',
    ['precursors, not specified', 'precursores sin especificar', 'precursores não especificados'],
  ],
  'Other drugs/substances': ['drugs-other', ['other drugs', 'otras drogas', 'outras drogas']],
};

/** Countries of the UNODC file outside Latin America that the series keep for comparison. */
const others: Readonly<Record<string, string>> = { CAN: 'CA', USA: 'US', ATG: 'AG', ABW: 'AW' };

/** Seizures by drug for the Americas, and all drugs by department for Peru. */
export function seizureSeries(): readonly IndicatorSeries[] {
  const rows = sharedRows('indicators/unodc-drug-seizures-americas-2019-2023.csv');
  return [
    ...Object.entries(drugs).map(([drug, [slug, name]]) =>
      seriesOf(textOf(slug, name), perCountryYear(rows.filter((row) => row('drug') === drug))),
    ),
    peruDepartments(),
  ];
}

function textOf(slug: string, [en, es, pt]: Three): SeriesText {
  return {
    id: `seized-${slug}`,
    title: [`Seized: ${en}`, `Incautado: ${es}`, `Apreendido: ${pt}`],
    definition: [
      `Kilograms of ${en} that each country reports to UNODC as seized in the year.`,
      `Kilogramos de ${es} que cada país informa a la UNODC como incautados en el año.`,
      `Quilogramas de ${pt} que cada país informa ao UNODC como apreendidos no ano.`,
    ],
    caveat: [
      'A country that is absent in a year reported nothing, which is not zero. Totals overlap with their parts: do not add drugs.',
      'Un país ausente en un año no informó, lo que no es cero. Los totales incluyen a sus partes: no sume drogas.',
      'Um país ausente em um ano não informou, o que não é zero. Os totais incluem suas partes: não some drogas.',
    ],
    unit: 'kg',
    theme: 'seizures',
    source: 'unodc-wdr-seizures',
    geoLevel: 'country',
    additive: true,
  };
}

/** Some countries report one drug in several lines of a year (other forms); their sum is marked as derived. */
function perCountryYear(rows: readonly Row[]): readonly Observation[] {
  const cells = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${row('iso3')}|${row('year')}`;
    const kg = numberOrNull(row('seized_kg'));
    if (kg !== null) cells.set(key, [...(cells.get(key) ?? []), kg]);
  }
  return [...cells].map(([key, kgs]) => {
    const [iso3 = '', year = ''] = key.split('|');
    const country = iso2Of(iso3) ?? others[iso3];
    if (!country) throw new Error(`No ISO2 for ${iso3}`);
    const sum = Math.round(kgs.reduce((total, kg) => total + kg, 0) * 1000) / 1000;
    return observation(country, year, sum, {
      status: kgs.length > 1 ? 'derived' : 'final',
      note: kgs.length > 1 ? `Sum of ${kgs.length} lines of the table.` : null,
      publisher: 'UNODC, World Drug Report 2025',
      url: 'https://www.unodc.org/unodc/en/data-and-analysis/world-drug-report-2025.html',
    });
  });
}

const seizureNames: Readonly<Record<string, string>> = { 'Prov. Const. del Callao': 'Callao' };

function peruDepartments(): IndicatorSeries {
  return seriesOf(
    {
      id: 'drugs-seized-peru-departments',
      title: [
        'Drugs seized by department, Peru (all drugs)',
        'Drogas incautadas por departamento, Perú (todas)',
        'Drogas apreendidas por departamento, Peru (todas)',
      ],
      definition: [
        'Kilograms of all drugs seized by the National Police in the year, by department.',
        'Kilogramos de todas las drogas incautadas por la Policía Nacional en el año, por departamento.',
        'Quilogramas de todas as drogas apreendidas pela Polícia Nacional no ano, por departamento.',
      ],
      caveat: [
        'The table calls the column cocaine, but its sums for 2019 and 2020 equal the all-drug totals reported to UNODC. Later years do not agree and are left out.',
        'La tabla llama cocaína a la columna, pero sus sumas de 2019 y 2020 igualan los totales de todas las drogas informados a la UNODC. Los años posteriores no concuerdan y se omiten.',
        'A tabela chama a coluna de cocaína, mas suas somas de 2019 e 2020 igualam os totais de todas as drogas informados ao UNODC. Os anos seguintes não conferem e foram omitidos.',
      ],
      unit: 'kg',
      theme: 'seizures',
      source: 'pnp-seizures-department',
      geoLevel: 'adm1',
      additive: true,
    },
    sharedRows('indicators/peru-drug-seizures-by-department-2019-2023.csv')
      .filter((row) => row('year') === '2019' || row('year') === '2020')
      .map((row) => {
        const name = seizureNames[row('department')] ?? row('department');
        const area = adm1ByName('PE', name);
        if (!area) throw new Error(`No department "${name}"`);
        return observation('PE', row('year'), numberOrNull(row('drugs_seized_kg_all_types')), {
          area,
          areaName: row('department'),
          publisher: 'National Police of Peru (PNP)',
        });
      }),
  );
}
