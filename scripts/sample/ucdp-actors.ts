import type { Group } from '#core/group.ts';
import { plain } from './gazetteer.ts';
import { knownGroup, knownGroups } from './groups-known.ts';
import { sharedRows } from './shared-data.ts';

/** One organisation that UCDP names, with the years of its events in the bundled countries. */
export interface UcdpActor {
  readonly id: string;
  readonly name: string;
  readonly type: Group['type'];
  readonly countries: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** UCDP's spelling where ours differs. */
const sameAs: Readonly<Record<string, string>> = {
  'Mara 18 (Guatemala)': 'barrio-18',
  'Mara Salvatrucha (Guatemala)': 'ms13',
};

/** Factions and families that UCDP calls by a person's or family's name; here by their number only. */
const namedAfterPeople: Readonly<Record<string, string>> = {
  'Los Zetas - Velazquez Caballero faction': 'Los Zetas faction (UCDP actor 3323)',
  'Los Zetas - Jorge Ivan Hernandez Cantu faction': 'Los Zetas faction (UCDP actor 6573)',
  'Los Zetas - Juan Pedro Salvador Saldivar Farias faction': 'Los Zetas faction (UCDP actor 6574)',
  'Gulf Cartel - Ramirez Treviño faction': 'Gulf Cartel faction (UCDP actor 4486)',
  'Gulf Cartel - Villareal faction': 'Gulf Cartel faction (UCDP actor 4487)',
  'Beltrán Leyva Cartel - Valdez Villareal faction': 'Beltrán Leyva Cartel faction (UCDP actor 1090)',
  'Sinaloa Cartel - Los Chavez Matamoros faction': 'Sinaloa Cartel faction (UCDP actor 6008)',
  'Garcia clan': 'Family clan (UCDP actor 828)',
  'Peña Rojas clan': 'Family clan (UCDP actor 829)',
};

const armed = new Set([
  'EPL - Megateo',
  'EPL',
  'AUC',
  'MAS',
  'PEPES',
  'Bloque Central Bolívar',
  'EPR',
  'EZLN',
  'Autodefensas Unidas de Michoacán',
  'CRAC-PF',
  'UPOEG',
  'Paz y Justicia',
]);
const communities = new Set([
  'Santo Domingo Teojomulco',
  'Santiago Xochiltepec',
  'Garcia clan',
  'Peña Rojas clan',
]);

/** The organisations in a side as UCDP writes it: combined names are split; "Civilians" is no organisation. */
export function sidesOf(side: string): readonly string[] {
  return side
    .split(', ')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'Civilians');
}

/** The name shown for a side: the organisation's own, or its UCDP number where UCDP names it after a person. */
export function shownName(name: string): string {
  return namedAfterPeople[name] ?? name;
}

/** The id of the group record for one organisation as UCDP writes it. */
export function actorId(name: string): string {
  return sameAs[name] ?? knownGroup(name)?.id ?? plain(shownName(name)).replaceAll(' ', '-');
}

/** The organisation a faction belongs to by UCDP's own way of writing ("Sinaloa Cartel - Los Chapitos"). */
function parentOf(name: string): string | null {
  const [whole, faction] = name.split(' - ');
  return faction && whole && whole !== 'EPL' ? actorId(whole) : null;
}

/** Ids of all organisations of a side, factions with the whole they belong to. */
export function groupIdsOfSide(side: string): readonly string[] {
  return sidesOf(side).flatMap((name) => {
    const parent = parentOf(name);
    return parent ? [actorId(name), parent] : [actorId(name)];
  });
}

function typeOf(name: string): Group['type'] {
  if (name.startsWith('Government of ')) return 'state';
  if (communities.has(name)) return 'other';
  return armed.has(name) ? 'armed' : 'criminal';
}

interface Span {
  readonly name: string;
  readonly country: string;
  readonly from: number;
  readonly to: number;
}

/** Every organisation named on a side of a bundled event, with its years there; combined names are split and repeats joined. */
export function ucdpActors(
  files: readonly { readonly file: string; readonly country: string }[],
): readonly UcdpActor[] {
  const found = new Map<string, UcdpActor>();
  for (const { name, country, from, to } of files.flatMap(spansOf)) {
    const id = actorId(name);
    const before = found.get(id);
    found.set(id, {
      id,
      name: before?.name ?? shownName(name),
      type: knownGroups.find((group) => group.id === id)?.type ?? typeOf(name),
      countries: [...new Set([...(before?.countries ?? []), country])].sort(),
      from: Math.min(before?.from ?? from, from),
      to: Math.max(before?.to ?? to, to),
    });
  }
  return [...found.values()];
}

function spansOf({ file, country }: { readonly file: string; readonly country: string }): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const row of sharedRows(file)) {
    if (row('date_start').startsWith('#')) continue;
    const [from, to] = [Number(row('date_start').slice(0, 4)), Number(row('date_end').slice(0, 4))];
    for (const name of [row('side_a'), row('side_b')].flatMap(sidesOf)) {
      const before = spans.get(name);
      spans.set(name, {
        name,
        country,
        from: Math.min(before?.from ?? from, from),
        to: Math.max(before?.to ?? to, to),
      });
    }
  }
  return [...spans.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
