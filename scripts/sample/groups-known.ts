import type { Group } from '#core/group.ts';

/** An organisation that the bundled rows name, with the spellings sources use for it. */
export interface KnownGroup {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: Group['type'];
  readonly countries: readonly string[];
  /** The organisation it is a faction or splinter of, as the sources put it; events of the part are events of the whole. */
  readonly parent?: string;
}

type Short = readonly [
  id: string,
  name: string,
  type: Group['type'],
  countries: string,
  aliases?: readonly string[],
  parent?: string,
];

/** Names as the curated rows, the cited articles and UCDP write them. Organisations only. */
const short: readonly Short[] = [
  [
    'shining-path',
    'Shining Path',
    'armed',
    'PE',
    ['Sendero Luminoso', 'Communist Party of Peru – Shining Path'],
  ],
  [
    'shining-path-vraem',
    'Shining Path (VRAEM)',
    'armed',
    'PE',
    ['Shining Path, VRAEM faction', 'Shining Path (VRAE)'],
    'shining-path',
  ],
  [
    'shining-path-huallaga',
    'Shining Path (Upper Huallaga faction)',
    'armed',
    'PE',
    ['Shining Path, Huallaga faction'],
    'shining-path',
  ],
  [
    'mpcp',
    'MPCP',
    'armed',
    'PE',
    ['MPCP (Shining Path splinter)', 'Militarizado Partido Comunista del Perú'],
    'shining-path',
  ],
  ['clan-rotela', 'Clan Rotela', 'criminal', 'PY'],
  [
    'pcc',
    'PCC',
    'criminal',
    'BR PY',
    ['Primeiro Comando da Capital', 'First Capital Command', 'PRIMEIRO COMANDO DA CAPITAL'],
  ],
  ['comando-vermelho', 'Comando Vermelho', 'criminal', 'BR', ['Red Command']],
  ['comando-classe-a', 'Comando Classe A', 'criminal', 'BR'],
  ['familia-do-norte', 'Família do Norte', 'criminal', 'BR', ['Familia do Norte']],
  [
    'clan-del-golfo',
    'Clan del Golfo',
    'armed',
    'CO',
    ['Urabeños', 'Clan Úsuga', 'LOS URABENOS', 'CLAN DEL GOLFO'],
  ],
  ['eln', 'ELN', 'armed', 'CO VE', ['Ejército de Liberación Nacional', 'National Liberation Army']],
  [
    'farc',
    'FARC',
    'armed',
    'CO',
    ['Fuerzas Armadas Revolucionarias de Colombia', 'REVOLUTIONARY ARMED FORCES OF COLOMBIA'],
  ],
  [
    'farc-dissidents',
    'FARC dissidents',
    'armed',
    'CO PE EC VE',
    ['FARC dissidents (E-48)', 'FARC dissidents (Front 33)', 'FARC dissidents (Alfonso Cano western bloc)'],
  ],
  ['erpac', 'ERPAC', 'criminal', 'CO'],
  ['rastrojos', 'Los Rastrojos', 'criminal', 'CO', ['Rastrojos', 'LOS RASTROJOS']],
  ['paisas', 'Los Paisas', 'criminal', 'CO', ['Paisas']],
  ['los-zetas', 'Los Zetas', 'criminal', 'MX GT', ['Zetas', 'LOS ZETAS']],
  [
    'gulf-cartel',
    'Gulf Cartel',
    'criminal',
    'MX',
    ['Gulf cartel', 'Cártel del Golfo', 'CARTEL DEL GOLFO', 'GULF CARTEL'],
  ],
  [
    'sinaloa-cartel',
    'Sinaloa Cartel',
    'criminal',
    'MX',
    ['Sinaloa cartel', 'Cártel de Sinaloa', 'CARTEL DE SINALOA', 'SINALOA CARTEL'],
  ],
  [
    'cjng',
    'Jalisco Cartel New Generation',
    'criminal',
    'MX',
    ['CJNG', 'Cártel Jalisco Nueva Generación', 'CARTEL DE JALISCO NUEVA GENERACION'],
  ],
  [
    'caballeros-templarios',
    'Los Caballeros Templarios',
    'criminal',
    'MX',
    ['Knights Templar', 'LOS CABALLEROS TEMPLARIOS'],
  ],
  ['barrio-18', 'Barrio 18', 'criminal', 'HN SV GT', ['18th Street Gang']],
  ['ms13', 'Mara Salvatrucha', 'criminal', 'HN SV GT', ['MS13', 'MS-13']],
  ['cachiros', 'Los Cachiros', 'criminal', 'HN', ['Cachiros', 'LOS CACHIROS']],
  ['valles', 'Los Valles', 'criminal', 'HN', ['Valles', 'LOS VALLE']],
  ['tren-de-aragua', 'Tren de Aragua', 'criminal', 'VE PE CL CO', ['TREN DE ARAGUA']],
  [
    'los-gallegos',
    'Los Gallegos (Tren de Aragua faction)',
    'criminal',
    'PE CL',
    ['Los Gallegos'],
    'tren-de-aragua',
  ],
  ['megabandas', 'Megabandas', 'criminal', 'VE'],
  ['los-lobos', 'Los Lobos', 'criminal', 'EC', ['LOS LOBOS DRUG TRAFFICKING ORGANIZATION']],
  ['los-choneros', 'Los Choneros', 'criminal', 'EC', ['LOS CHONEROS']],
  ['los-tiguerones', 'Los Tiguerones', 'criminal', 'EC'],
  ['los-lagartos', 'Los Lagartos', 'criminal', 'EC'],
  ['r7', 'R7', 'criminal', 'EC'],
  ['los-monos', 'Los Monos', 'criminal', 'AR'],
  ['clan-alvarado', 'Clan Alvarado', 'criminal', 'AR'],
  ['epp', 'EPP', 'armed', 'PY', ["Paraguayan People's Army", 'Ejército del Pueblo Paraguayo']],
  ['400-mawozo', '400 Mawozo', 'criminal', 'HT', ['FOUR HUNDRED MAWOZO']],
  ['los-trujillanos', 'Los Trujillanos', 'criminal', 'PE'],
  ['los-rucos', 'Los Rucos', 'criminal', 'PE'],
  ['los-babys-de-oquendo', 'Los Babys de Oquendo', 'criminal', 'PE'],
  ['los-pulpos', 'Los Pulpos', 'criminal', 'PE'],
  ['los-pepes-trujillo', 'Los Pepes', 'criminal', 'PE'],
  ['la-jauria', 'La Jauría', 'criminal', 'PE'],
  ['la-gran-familia', 'La Gran Familia', 'criminal', 'PE'],
  ['la-gran-familia-chinchana', 'La Gran Familia Chinchana', 'criminal', 'PE'],
  ['nuevo-clan-del-norte', 'Nuevo Clan del Norte', 'criminal', 'PE', ['El Nuevo Clan del Norte']],
  ['la-gran-manzana', 'La Gran Manzana', 'criminal', 'PE'],
  ['barrio-king', 'Barrio King', 'criminal', 'PE'],
  [
    'los-sanguinarios-de-pachacamac',
    'Los Sanguinarios de Pachacámac',
    'criminal',
    'PE',
    ['Los Sanguinarios de Pachacamac'],
  ],
  ['los-malditos-del-sur', 'Los Malditos del Sur', 'criminal', 'PE'],
  ['los-malditos-de-moche', 'Los Malditos de Moche', 'criminal', 'PE'],
  ['los-malditos-del-triunfo', 'Los Malditos del Triunfo', 'criminal', 'PE'],
  ['los-cagaleches', 'Los Cagaleches', 'criminal', 'PE', ['Los Cagaleches de Virú']],
  ['los-wilos', 'Los Wilos', 'criminal', 'PE'],
  ['los-cobras', 'Los Cobras de La Esperanza', 'criminal', 'PE'],
  ['los-reyes-de-puerto-shejo', 'Los Reyes de Puerto Shejo', 'criminal', 'PE'],
  ['los-brothers', 'Los Brothers', 'criminal', 'PE'],
  ['los-amigos-del-sur', 'Los Amigos del Sur', 'criminal', 'PE'],
  ['los-injertos', 'Los Injertos', 'criminal', 'PE'],
  ['cartel-andino', 'Cartel Andino', 'criminal', 'PE'],
];

export const knownGroups: readonly KnownGroup[] = short.map(
  ([id, name, type, countries, aliases = [], parent]) => ({
    id,
    name,
    aliases,
    type,
    countries: countries.split(' '),
    ...(parent === undefined ? {} : { parent }),
  }),
);

const byName = new Map<string, KnownGroup>();
for (const group of knownGroups) {
  for (const name of [group.name, ...group.aliases]) byName.set(name.toLowerCase(), group);
}
const byId = new Map(knownGroups.map((group) => [group.id, group]));

/** Ids for names a source gives ("…, alleged" and "X or Y" understood), each with the organisation it is part of. */
export function groupIds(names: readonly string[]): readonly string[] {
  const ids = new Set<string>();
  for (const name of names.flatMap((text) => text.replace(/,? alleged$/u, '').split(' or '))) {
    for (
      let group = byName.get(name.trim().toLowerCase());
      group;
      group = group.parent ? byId.get(group.parent) : undefined
    ) {
      ids.add(group.id);
    }
  }
  return [...ids].sort();
}

/** The known group a name stands for, or null. */
export function knownGroup(name: string): KnownGroup | null {
  return byName.get(name.trim().toLowerCase()) ?? null;
}
