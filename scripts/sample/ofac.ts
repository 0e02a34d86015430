import type { Group } from '#core/group.ts';
import { sharedText } from './shared-data.ts';

interface OfacFile {
  readonly meta: {
    readonly url: string;
    readonly downloaded: string;
    readonly programs: Readonly<Record<string, string>>;
  };
  readonly records: readonly {
    readonly name: string;
    readonly programs: readonly string[];
    readonly countries: readonly string[];
  }[];
}

/** Criminal organisations of the list, by OFAC's name: the group they are here. Companies and bodies named after a person are left out. */
const organisations: Readonly<Record<string, string>> = {
  'SINALOA CARTEL': 'sinaloa-cartel',
  'CARTEL DE JALISCO NUEVA GENERACION': 'cjng',
  'CARTEL DE SANTA ROSA DE LIMA': 'santa-rosa-de-lima-cartel',
  'CARTEL DEL NORESTE': 'los-zetas-cartel-del-noreste-faction',
  'CARTELES UNIDOS': 'carteles-unidos',
  'CLAN DEL GOLFO': 'clan-del-golfo',
  'EJERCITO REVOLUCIONARIO POPULAR ANTITERRORISTA DE COLOMBIA': 'erpac',
  'GUERREROS UNIDOS': 'guerreros-unidos',
  'GULF CARTEL': 'gulf-cartel',
  'JUAREZ CARTEL': 'juarez-cartel',
  'ARELLANO FELIX ORGANIZATION': 'tijuana-cartel',
  'BELTRAN LEYVA ORGANIZATION': 'beltran-leyva-cartel',
  'LA FAMILIA MICHOACANA': 'la-familia',
  'LOS CABALLEROS TEMPLARIOS': 'caballeros-templarios',
  'LOS CACHIROS': 'cachiros',
  'LOS CHAPITOS': 'sinaloa-cartel-los-chapitos',
  'LOS MAYOS': 'sinaloa-cartel-los-mayos',
  'LOS CHONEROS': 'los-choneros',
  'LOS LOBOS DRUG TRAFFICKING ORGANIZATION': 'los-lobos',
  'LOS RASTROJOS': 'rastrojos',
  'LOS ROJOS': 'los-rojos',
  'PRIMEIRO COMANDO DA CAPITAL': 'pcc',
  'TREN DE ARAGUA': 'tren-de-aragua',
  'LA OFICINA DE ENVIGADO': 'la-oficina-de-envigado',
  'LOS CHATAS': 'los-chatas',
  'LOS CUINIS': 'los-cuinis',
  'LOS GUEROS': 'los-gueros',
  'LOS HUISTAS DRUG TRAFFICKING ORGANIZATION': 'los-huistas',
  'LOS POCHOS DRUG TRAFFICKING ORGANIZATION': 'los-pochos',
  'LOS VIAGRAS': 'los-viagras',
  'MALAS MANAS': 'malas-manas',
};

/** Names of the organisations that only this list names. */
const namesOfNew: Readonly<Record<string, readonly [name: string, countries: string]>> = {
  'la-oficina-de-envigado': ['La Oficina de Envigado', 'CO'],
  'los-chatas': ['Los Chatas', 'CO'],
  'los-cuinis': ['Los Cuinis', 'MX'],
  'los-gueros': ['Los Güeros', 'MX'],
  'los-huistas': ['Los Huistas', 'GT'],
  'los-pochos': ['Los Pochos', 'GT MX'],
  'los-viagras': ['Los Viagras', 'MX'],
  'malas-manas': ['Malas Mañas', 'MX'],
};

export interface OfacListing {
  readonly group: string;
  readonly designations: Group['designations'];
  /** Name and countries, when no other source of ours names the organisation. */
  readonly unnamedElsewhere: { readonly name: string; readonly countries: readonly string[] } | null;
}

/** Which groups the OFAC list of the file's day names: a published act of a government, not a finding of guilt. */
export function ofacListings(): readonly OfacListing[] {
  const file = JSON.parse(sharedText('actors/ofac-narcotics-organisations-latam.json')) as OfacFile;
  return Object.entries(organisations).map(([name, group]) => {
    const record = file.records.find((one) => one.name === name);
    if (!record) throw new Error(`OFAC names no "${name}"`);
    const added = namesOfNew[group];
    return {
      group,
      designations: record.programs.map((programme) => ({
        authority: 'US Treasury, OFAC',
        programme: file.meta.programs[programme] ?? programme,
        listed: file.meta.downloaded,
        url: file.meta.url,
      })),
      unnamedElsewhere: added ? { name: added[0], countries: added[1].split(' ') } : null,
    };
  });
}
