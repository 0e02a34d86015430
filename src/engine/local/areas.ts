import type { Dictionaries } from '#contract/part-columns.ts';
import { areaKey, areaStep } from '#core/area.ts';
import type { AreasAnswer, KnownArea } from '#core/query.ts';
import { families, familyOf, kinds } from '#core/taxonomy.ts';
import { type Bitset, clearBit } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import { newColumn } from './memory.ts';

/** Place of a kind's family in `families`, by the kind's code. */
export const familyOfKind = Uint8Array.from({ length: 256 }, (_, code) => {
  const kind = kinds.find((known) => known.code === code);
  return kind ? families.findIndex(({ key }) => key === familyOf(kind.key)) : 0;
});

/** Codes of rows that are known finer or coarser, and of those whose area found no room; the areas follow. */
export const NO_AREA = 0;
export const ELSEWHERE = 1;
export const FIRST_AREA = 2;

/** Areas told apart at most, families apart. Regions and zones of real data are some hundreds; noise has as many as events. */
export const MOST_AREAS = 4096;

const REGION = 4;
const ZONE = 5;

/** Where areas are and what is known of them, by code less `FIRST_AREA`. */
export interface AreaTable {
  readonly size: number;
  readonly level: Uint8Array;
  /** Place in `families`. */
  readonly family: Uint8Array;
  /** Dictionary code; the dictionary's length stands for none. */
  readonly adm1: Uint32Array;
  /** NaN where no record of the area gives a point. */
  readonly lat: Float32Array;
  readonly lon: Float32Array;
}

/** What a row says of its place, as parts hold it. */
export interface AreaRow {
  readonly level: number;
  readonly adm1: number;
  readonly kind: number;
  readonly lat: number;
  readonly lon: number;
}

const pointKey = (lat: number, lon: number): number =>
  areaStep(lon) * 2 ** 25 + areaStep(lat) - areaStep(-90);

/**
 * Gives each area its code as rows come. A region that its record names is one area, wherever its points lie; it stands where
 * the first of them does. Regions without a name and zones are told apart by their points.
 */
export class AreaBook {
  private readonly regions: number;
  private readonly most: number;
  private readonly columns: Omit<AreaTable, 'size'>;
  private readonly named = new Map<number, number>();
  private readonly pointed = new Map<number, Map<number, number>>();
  private size = 0;

  /** `regions` is the size of the dictionary of regions. */
  constructor(regions: number, shared: boolean, most = MOST_AREAS) {
    this.regions = regions;
    this.most = most;
    this.columns = {
      level: newColumn(Uint8Array, most, shared),
      family: newColumn(Uint8Array, most, shared),
      adm1: newColumn(Uint32Array, most, shared),
      lat: newColumn(Float32Array, most, shared),
      lon: newColumn(Float32Array, most, shared),
    };
  }

  codeOf(row: AreaRow): number {
    const { level, lat, lon } = row;
    if (level !== REGION && level !== ZONE) return NO_AREA;
    const family = familyOfKind[row.kind]!;
    const isNamed = level === REGION && row.adm1 < this.regions;
    if (!isNamed && Number.isNaN(lat)) return NO_AREA;
    const kept = isNamed ? this.named : this.pointsOf(level * families.length + family);
    const key = isNamed ? row.adm1 * families.length + family : pointKey(lat, lon);
    const code = kept.get(key) ?? this.add(kept, key, { ...row, adm1: isNamed ? row.adm1 : this.regions });
    if (code !== ELSEWHERE && Number.isNaN(this.columns.lat[code - FIRST_AREA]!)) this.place(code, row);
    return code;
  }

  /** The areas so far; the arrays are the book's own. */
  table(): AreaTable {
    return { size: this.size, ...this.columns };
  }

  private pointsOf(key: number): Map<number, number> {
    const known = this.pointed.get(key) ?? new Map<number, number>();
    this.pointed.set(key, known);
    return known;
  }

  private add(kept: Map<number, number>, key: number, row: AreaRow): number {
    if (this.size === this.most) return ELSEWHERE;
    const { level, family, adm1 } = this.columns;
    const at = this.size++;
    level[at] = row.level;
    family[at] = familyOfKind[row.kind]!;
    adm1[at] = row.adm1;
    kept.set(key, at + FIRST_AREA);
    this.place(at + FIRST_AREA, row);
    return at + FIRST_AREA;
  }

  private place(code: number, { lat, lon }: AreaRow): void {
    this.columns.lat[code - FIRST_AREA] = lat;
    this.columns.lon[code - FIRST_AREA] = lon;
  }
}

/** How many codes rows have over so many areas. */
export const areaCodes = ({ size }: Pick<AreaTable, 'size'>): number => size + FIRST_AREA;

const lists = new WeakMap<AreaTable, readonly KnownArea[]>();

/** The areas as answers name them: the same list for the same table, for a dragged window asks again at every move. */
export function knownAreas(table: AreaTable, dictionaries: Dictionaries): readonly KnownArea[] {
  const known =
    lists.get(table) ?? Array.from({ length: table.size }, (_, i) => areaAt(table, i, dictionaries));
  lists.set(table, known);
  return known;
}

function areaAt(table: AreaTable, i: number, dictionaries: Dictionaries): KnownArea {
  const [lat, lon] = [table.lat[i]!, table.lon[i]!];
  return {
    precision: table.level[i] === ZONE ? ZONE : REGION,
    adm1: dictionaries.adm1[table.adm1[i]!] ?? null,
    lat: Number.isNaN(lat) ? null : lat,
    lon: Number.isNaN(lon) ? null : lon,
    family: families[table.family[i]!]!.key,
  };
}

/** Of some rows those in any of the areas that the keys name (core/area.ts); a key of no area finds none. */
export function rowsWithin(
  { area, areas, dictionaries }: Pick<EventColumns, 'area' | 'areas' | 'dictionaries'>,
  rows: Bitset,
  keys: readonly string[],
): Bitset {
  const wanted = new Set(keys);
  const codes = new Uint8Array(areaCodes(areas));
  for (const [i, known] of knownAreas(areas, dictionaries).entries())
    if (wanted.has(areaKey(known))) codes[FIRST_AREA + i] = 1;
  const found = rows.slice();
  for (let w = 0; w < found.length; w++) {
    for (let word = found[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      if (codes[area[row]!] === 0) clearBit(found, row);
    }
  }
  return found;
}

/** The answer from counts by code. */
export function listAreas(areas: readonly KnownArea[], counts: Uint32Array): AreasAnswer {
  const events = Array.from(counts.subarray(FIRST_AREA, FIRST_AREA + areas.length));
  return { kind: 'areas', areas, events, elsewhere: counts[ELSEWHERE] ?? 0 };
}

const scratch = new DataView(new ArrayBuffer(4));
const bitsOf = (value: number): number => {
  scratch.setFloat32(0, value);
  return scratch.getInt32(0);
};
const floatOf = (bits: number): number => {
  scratch.setInt32(0, bits);
  return scratch.getFloat32(0);
};

/** The table in the columns that a tile has for its hexagons: first all points as bits, then level with family, and regions. */
export function writeAreas({ size, level, family, adm1, lat, lon }: AreaTable): {
  readonly q: Int32Array;
  readonly r: Int32Array;
} {
  const [q, r] = [new Int32Array(2 * size), new Int32Array(2 * size)];
  for (let i = 0; i < size; i++) {
    q[i] = bitsOf(lon[i]!);
    r[i] = bitsOf(lat[i]!);
    q[size + i] = level[i]! * families.length + family[i]!;
    r[size + i] = adm1[i]!;
  }
  return { q, r };
}

/** The table that `writeAreas` wrote. */
export function readAreas({ q, r }: { readonly q: Int32Array; readonly r: Int32Array }): AreaTable {
  const size = q.length / 2;
  const told = Array.from(q.subarray(size));
  return {
    size,
    level: Uint8Array.from(told, (code) => Math.floor(code / families.length)),
    family: Uint8Array.from(told, (code) => code % families.length),
    adm1: Uint32Array.from(r.subarray(size)),
    lat: Float32Array.from(r.subarray(0, size), floatOf),
    lon: Float32Array.from(q.subarray(0, size), floatOf),
  };
}
