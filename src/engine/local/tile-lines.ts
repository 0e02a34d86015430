import { datePrecisionCodes } from '#contract/columns.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import { quantityMeasures } from '#core/measure.ts';
import type { Bbox } from '#core/place.ts';
import { type AreaTable, areaCodes, NO_AREA, writeAreas } from './areas.ts';
import type { CellIndex, CellIndexes } from './cell-index.ts';
import { cellFilter } from './cells.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, placeCodes } from './columns.ts';
import { squareFilter } from './density.ts';

/** Which of a tile's codes each row counts under: those in `lines` of its own code. */
export interface TileLines {
  readonly codes: Codes;
  readonly lines: readonly (readonly number[])[];
  /** How many codes the tile has. */
  readonly size: number;
  readonly q: Int32Array;
  readonly r: Int32Array;
}

/** How the plane is cut. */
export interface Tilings {
  readonly cells: CellIndexes;
  readonly squares: CellIndexes;
}

const noCells = { q: new Int32Array(0), r: new Int32Array(0) };
/** What is known to the municipality only is counted apart. */
const codesEach = 2;

/** The lines of a dimension. Cells and squares are those of a zoom that touch the viewport. */
export function tileLines(
  columns: EventColumns,
  tilings: Tilings,
  by: TileDimension,
  zoom: number,
  viewport: Bbox | null,
): TileLines {
  const { dictionaries } = columns;
  switch (by) {
    case 'place':
    case 'precision':
      return single(columns.placeCode, placeCodes);
    case 'kind':
      return single(columns.kind, 256);
    case 'datePrecision':
      return single(columns.datePrecision, datePrecisionCodes.length);
    case 'country':
    case 'adm1':
    case 'source':
      return single(columns[by], dictionaries[by].length + 1);
    case 'areas':
      return areaLines(columns);
    case 'group':
    case 'substance': {
      const none = dictionaries[by].length;
      const { lists } = columns[`${by}Lists`];
      const lines = lists.map((list) => (list.length === 0 ? [none] : list));
      return { codes: columns[`${by}List`], lines, size: none + 1, ...noCells };
    }
    case 'reported':
      return reportedLines(columns);
    case 'cells':
      return cellLines(tilings.cells.at(zoom), cellFilter(viewport, zoom));
    case 'squares':
      return cellLines(tilings.squares.at(zoom), squareFilter(viewport, zoom));
  }
}

function single(codes: Codes, size: number): TileLines {
  return { codes, lines: Array.from({ length: size }, (_, code) => [code]), size, ...noCells };
}

const reported = new WeakMap<EventColumns, TileLines>();

/** Codes 0, 1, 2 for the quantities a row reports, 3 for none; kept, for every tile of every filter counts by the same. */
function reportedLines(columns: EventColumns): TileLines {
  const known = reported.get(columns) ?? makeReportedLines(columns);
  reported.set(columns, known);
  return known;
}

function makeReportedLines({ quantities, capacity }: EventColumns): TileLines {
  const codes = new Uint8Array(capacity);
  for (const [bit, measure] of quantityMeasures.entries()) {
    const { has } = quantities[measure].best;
    for (let w = 0; w < has.length; w++) {
      for (let word = has[w]!; word !== 0; word &= word - 1) {
        codes[(w << 5) + 31 - Math.clz32(word & -word)]! |= 1 << bit;
      }
    }
  }
  const none = quantityMeasures.length;
  const lines = Array.from({ length: 1 << none }, (_, mask) => {
    const told = quantityMeasures.flatMap((_measure, bit) => ((mask >> bit) & 1 ? [bit] : []));
    return told.length === 0 ? [none] : told;
  });
  return { codes, lines, size: none + 1, ...noCells };
}

/** Rows of no area are in none of the lines. */
function areaLines({ area, areas }: Pick<EventColumns, 'area'> & { readonly areas: AreaTable }): TileLines {
  const size = areaCodes(areas);
  const lines = Array.from({ length: size }, (_, code) => (code === NO_AREA ? [] : [code]));
  return { codes: area, lines, size, ...writeAreas(areas) };
}

function cellLines(index: CellIndex, inView: (q: number, r: number) => boolean): TileLines {
  const q: number[] = [];
  const r: number[] = [];
  const lines = Array.from({ length: index.codes }, (): number[] => []);
  for (let i = 0; i < index.q.length; i++) {
    if (!inView(index.q[i]!, index.r[i]!)) continue;
    const own = (q.push(index.q[i]!) - 1) * codesEach;
    r.push(index.r[i]!);
    lines[2 * i] = [own];
    lines[2 * i + 1] = [own + 1];
  }
  const size = q.length * codesEach;
  return { codes: index.cellOf, lines, size, q: Int32Array.from(q), r: Int32Array.from(r) };
}
