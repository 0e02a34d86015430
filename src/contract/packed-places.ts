import { fromPlanes, signed, toPlanes, unsigned } from './byte-planes.ts';
import type { PartColumns } from './part-columns.ts';

/** The columns that say where a row is. Of one gazetteer point there are many rows, so they travel as codes of a table. */
export type PlaceFields = Pick<PartColumns, 'rows' | 'country' | 'adm1' | 'placePrecision' | 'lat' | 'lon'>;

export type PackedPlaces = Readonly<Record<'place' | (typeof tableNames)[number], Uint8Array>>;

const tableNames = ['placeCountry', 'placeAdm1', 'placeLevel', 'placeLat', 'placeLon'] as const;

/** A degree is travelled in ten thousand steps of eleven metres or less. */
const stepsPerDegree = 10_000;
const noPoint = 20_000_000;
/** Stands for any degrees off the globe, also infinite ones: a reader sets such a row aside. */
const offGlobe = 10_000_000;

const stepsOf = (degrees: number): number => {
  if (Number.isNaN(degrees)) return noPoint;
  return Math.abs(degrees) <= 180 ? Math.round(degrees * stepsPerDegree) : offGlobe;
};
const degreesOf = (steps: number): number => (steps === noPoint ? Number.NaN : steps / stepsPerDegree);

/** Codes are dictionary codes with 65535 for none; one more, modulo 2^16, makes none 0. */
const noneFirst = (code: number): number => (code + 1) & 0xffff;
const noneLast = (code: number): number => (code + 0xffff) & 0xffff;

/** Rows as codes of a table of the places there are, which is sorted so that neighbours differ by little. */
export function packPlaces(columns: PlaceFields): PackedPlaces {
  const known = new Map<string, { readonly fields: readonly number[]; code: number }>();
  const own = Array.from({ length: columns.rows }, (_, row) => {
    const fields = [
      noneFirst(columns.country[row]!),
      noneFirst(columns.adm1[row]!),
      columns.placePrecision[row]!,
      stepsOf(columns.lat[row]!),
      stepsOf(columns.lon[row]!),
    ];
    const key = fields.join();
    const place = known.get(key) ?? { fields, code: 0 };
    known.set(key, place);
    return place;
  });
  const places = [...known.values()].sort((a, b) => compare(a.fields, b.fields));
  for (const [code, place] of places.entries()) place.code = code;
  const tables = tableNames.map((name, field) => [
    name,
    toPlanes(
      places.map(({ fields }, i) => unsigned(fields[field]! - (i === 0 ? 0 : places[i - 1]!.fields[field]!))),
    ),
  ]);
  return { place: toPlanes(own.map(({ code }) => code)), ...Object.fromEntries(tables) } as PackedPlaces;
}

/** Writes the places into the columns. Throws RangeError where a code or a table makes no sense. */
export function unpackPlaces(packed: PackedPlaces, columns: PlaceFields): void {
  const places = packed.placeLevel.length;
  const [country, adm1, level, lat, lon] = tableNames.map((name) => readSteps(packed[name], places));
  const codes = fromPlanes(packed.place, columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    const code = codes[row]!;
    if (code >= places) throw new RangeError(`row ${row} names a place that is not there.`);
    columns.country[row] = noneLast(country![code]!);
    columns.adm1[row] = noneLast(adm1![code]!);
    columns.placePrecision[row] = level![code]!;
    columns.lat[row] = degreesOf(lat![code]!);
    columns.lon[row] = degreesOf(lon![code]!);
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let field = 0; field < a.length; field++) if (a[field] !== b[field]) return a[field]! - b[field]!;
  return 0;
}

function readSteps(bytes: Uint8Array, length: number): Float64Array {
  const steps = fromPlanes(bytes, length);
  const values = new Float64Array(length);
  for (let i = 0, value = 0; i < length; i++) values[i] = value += signed(steps[i]!);
  return values;
}
