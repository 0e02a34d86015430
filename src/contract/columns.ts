/**
 * The Arrow layout of a snapshot part (docs/data-model.md). One row an event, sorted by `from` descending parts, ascending
 * rows inside a part; undated rows last of the last part. A reader must check `snapshotFormat` first.
 */
export const snapshotFormat = 2;

/** Stands for "no day" in `from` and `to`. */
export const noDay = -2147483648;
/** Stands for "not reported" in unsigned quantity columns. */
export const notReported = 0xffffffff;
/** Stands for "none" in u16 dictionary columns. */
export const noCode = 0xffff;

/** Codes of core/time.ts datePrecisions, in order. */
export const datePrecisionCodes = ['day', 'week', 'month', 'quarter', 'year', 'unknown'] as const;

export interface ColumnSpec {
  readonly name: ColumnName;
  readonly type: 'i32' | 'u32' | 'u16' | 'u8' | 'f32' | 'list-u16';
  readonly what: string;
}

export type ColumnName =
  | 'n'
  | 'from'
  | 'to'
  | 'datePrecision'
  | 'country'
  | 'adm1'
  | 'kind'
  | 'placePrecision'
  | 'lat'
  | 'lon'
  | 'source'
  | 'grams'
  | 'gramsLow'
  | 'gramsHigh'
  | 'usd'
  | 'usdLow'
  | 'usdHigh'
  | 'people'
  | 'peopleLow'
  | 'peopleHigh'
  | 'groups'
  | 'substances';

/** Every column of a part, in order. Quantities are whole grams, US dollars, people; low/high are `notReported` when equal to best. */
export const columnSpecs: readonly ColumnSpec[] = [
  { name: 'n', type: 'u32', what: 'row number in the store' },
  { name: 'from', type: 'i32', what: 'first possible day, days since 1970-01-01; noDay when undated' },
  { name: 'to', type: 'i32', what: 'last possible day; noDay when undated' },
  { name: 'datePrecision', type: 'u8', what: 'index into datePrecisionCodes' },
  { name: 'country', type: 'u16', what: 'dictionary code or noCode' },
  { name: 'adm1', type: 'u16', what: 'dictionary code or noCode' },
  { name: 'kind', type: 'u8', what: 'core/taxonomy.ts kind code' },
  { name: 'placePrecision', type: 'u8', what: 'level 1–7' },
  { name: 'lat', type: 'f32', what: 'degrees; NaN when there is no point' },
  { name: 'lon', type: 'f32', what: 'degrees; NaN when there is no point' },
  { name: 'source', type: 'u16', what: 'dictionary code' },
  { name: 'grams', type: 'u32', what: 'reported weight in grams or notReported' },
  { name: 'gramsLow', type: 'u32', what: 'lower bound or notReported' },
  { name: 'gramsHigh', type: 'u32', what: 'upper bound or notReported' },
  { name: 'usd', type: 'u32', what: 'reported value in US dollars or notReported' },
  { name: 'usdLow', type: 'u32', what: 'lower bound or notReported' },
  { name: 'usdHigh', type: 'u32', what: 'upper bound or notReported' },
  { name: 'people', type: 'u32', what: 'people killed or notReported' },
  { name: 'peopleLow', type: 'u32', what: 'lower bound or notReported' },
  { name: 'peopleHigh', type: 'u32', what: 'upper bound or notReported' },
  { name: 'groups', type: 'list-u16', what: 'dictionary codes' },
  { name: 'substances', type: 'list-u16', what: 'dictionary codes' },
];
