/**
 * The layout of a snapshot part (docs/data-model.md): an Arrow table of one row, each column the bytes of one stream. Events are
 * sorted by `from`, descending parts, ascending inside a part; undated ones last of the last part. A reader must check
 * `snapshotFormat` first.
 */
export const snapshotFormat = 3;

/** Stands for "no day" in `from` and `to`. */
export const noDay = -2147483648;
/** Stands for "not reported" in unsigned quantity columns. */
export const notReported = 0xffffffff;
/** Stands for "none" in u16 dictionary columns. */
export const noCode = 0xffff;

/** Codes of core/time.ts datePrecisions, in order. */
export const datePrecisionCodes = ['day', 'week', 'month', 'quarter', 'year', 'unknown'] as const;

/** How the bytes of a stream are to be read. */
export type Packing =
  /** One byte a number. */
  | 'bytes'
  /** contract/byte-planes.ts: the lowest byte of all numbers, then the next of all. */
  | 'planes'
  /** contract/varint.ts: seven bits a byte, lowest first. */
  | 'varint';

const figures = (what: string): { readonly packing: Packing; readonly what: string } => ({
  packing: 'planes',
  what,
});

/** Every stream of a part, in order. "Signed" numbers of either sign are written 0, -1, 1, -2, … as 0, 1, 2, 3, … */
export const packedSpecs = {
  rows: { packing: 'varint', what: 'how many rows there are' },
  n: { packing: 'varint', what: 'row number in the store, less the last one, less 1; signed' },
  from: {
    packing: 'varint',
    what: '0 = undated, else 1 + days since the last dated row’s first day; signed',
  },
  to: { packing: 'planes', what: '0 = undated, else 1 + days from first to last possible day; signed' },
  datePrecision: { packing: 'bytes', what: 'index into datePrecisionCodes' },
  kind: { packing: 'bytes', what: 'core/taxonomy.ts kind code' },
  source: { packing: 'planes', what: 'dictionary code' },
  place: { packing: 'planes', what: 'index into the place… tables' },
  placeCountry: { packing: 'planes', what: '0 = none, else dictionary code + 1; signed steps' },
  placeAdm1: { packing: 'planes', what: '0 = none, else dictionary code + 1; signed steps' },
  placeLevel: { packing: 'planes', what: 'precision level 1–7; signed steps' },
  placeLat: { packing: 'planes', what: 'ten-thousandths of a degree, 20000000 = no point; signed steps' },
  placeLon: { packing: 'planes', what: 'ten-thousandths of a degree, 20000000 = no point; signed steps' },
  groups: { packing: 'planes', what: 'index into groupsTable' },
  groupsTable: { packing: 'varint', what: 'lists: length, then dictionary codes' },
  substances: { packing: 'planes', what: 'index into substancesTable' },
  substancesTable: { packing: 'varint', what: 'lists: length, then dictionary codes' },
  reported: { packing: 'planes', what: 'index into reportedTable' },
  reportedTable: {
    packing: 'varint',
    what: 'sets of the figures that a row reports: bit 0 grams, 1 gramsLow, … 8 peopleHigh',
  },
  grams: figures('reported weights in grams without their decimal zeros, one a row that reports one'),
  gramsZeros: figures('how many decimal zeros to put back'),
  gramsLow: figures('lower bounds, where they differ'),
  gramsLowZeros: figures('their decimal zeros'),
  gramsHigh: figures('upper bounds, where they differ'),
  gramsHighZeros: figures('their decimal zeros'),
  usd: figures('US dollars, likewise'),
  usdZeros: figures('their decimal zeros'),
  usdLow: figures('lower bounds'),
  usdLowZeros: figures('their decimal zeros'),
  usdHigh: figures('upper bounds'),
  usdHighZeros: figures('their decimal zeros'),
  people: figures('people killed, likewise'),
  peopleZeros: figures('their decimal zeros'),
  peopleLow: figures('lower bounds'),
  peopleLowZeros: figures('their decimal zeros'),
  peopleHigh: figures('upper bounds'),
  peopleHighZeros: figures('their decimal zeros'),
} as const satisfies Record<string, { readonly packing: Packing; readonly what: string }>;

export type PackedName = keyof typeof packedSpecs;
export const packedNames = Object.keys(packedSpecs) as readonly PackedName[];
