import { CELL_RADIUS, cellAt, cellCentre, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, worldSize } from '#core/geo/mercator.ts';
import type { Bbox } from '#core/place.ts';
import type { CellsAnswer, CellsQuery } from '#core/query.ts';
import { intersection } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import type { Selections } from './masks.ts';
import { tallyCodes, totalAt } from './tally.ts';

/** The hexagons of one zoom that hold placed events, and the hexagon of each placed row. */
export interface CellIndex {
  readonly zoom: number;
  /** Index into q and r; 0 for rows that are not placed. */
  readonly cellOf: Uint32Array;
  readonly q: readonly number[];
  readonly r: readonly number[];
}

const municipality = 3;
const keptZooms = 2;

/** Hexagons per zoom, made when first asked for. */
export class CellIndexes {
  private readonly columns: EventColumns;
  private readonly kept = new Map<number, CellIndex>();

  constructor(columns: EventColumns) {
    this.columns = columns;
  }

  at(zoom: number): CellIndex {
    const index = this.kept.get(zoom) ?? indexCells(this.columns, zoom);
    this.kept.delete(zoom);
    this.kept.set(zoom, index);
    if (this.kept.size > keptZooms) this.kept.delete(this.kept.keys().next().value!);
    return index;
  }
}

function indexCells(columns: EventColumns, zoom: number): CellIndex {
  const { placed, lat, lon, capacity } = columns;
  const cellOf = new Uint32Array(capacity);
  const known = new Map<number, number>();
  const q: number[] = [];
  const r: number[] = [];
  for (let w = 0; w < placed.length; w++) {
    for (let word = placed[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      const cell = cellAt(lon[row]!, lat[row]!, zoom);
      const key = cell.q * 2 ** 26 + cell.r;
      let code = known.get(key);
      if (code === undefined) {
        code = q.length;
        known.set(key, code);
        q.push(cell.q);
        r.push(cell.r);
      }
      cellOf[row] = code;
    }
  }
  return { zoom, cellOf, q, r };
}

/** Counts and sums per hexagon that touches the viewport, largest figure first, ties from north to south, west to east. */
export function answerCells(selections: Selections, indexes: CellIndexes, query: CellsQuery): CellsAnswer {
  const { columns } = selections;
  const { zoom, measure } = query;
  const index = indexes.at(zoom);
  const rows = intersection([selections.of(query.filter), columns.placed]);
  const tally = tallyCodes(columns, index.cellOf, index.q.length, rows, measure);
  const byArea = countByArea(columns, index, rows);
  const inView = cellFilter(query.viewport, zoom);
  const cells: CellsAnswer['cells'][number][] = [];
  for (let code = 0; code < index.q.length; code++) {
    if (tally.events[code] === 0) continue;
    const q = index.q[code]!;
    const r = index.r[code]!;
    if (!inView(q, r)) continue;
    const centre = cellCentre({ zoom, q, r });
    cells.push({ q, r, ...centre, total: totalAt(tally, code), byArea: byArea[code]! });
  }
  cells.sort(
    (a, b) => b.total.best - a.total.best || b.total.events - a.total.events || a.r - b.r || a.q - b.q,
  );
  return { kind: 'cells', zoom, cells };
}

function countByArea(columns: EventColumns, index: CellIndex, rows: Int32Array): Uint32Array {
  const counts = new Uint32Array(index.q.length);
  const { placePrecision } = columns;
  for (let w = 0; w < rows.length; w++) {
    for (let word = rows[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word);
      if (placePrecision[row] === municipality) counts[index.cellOf[row]!]!++;
    }
  }
  return counts;
}

/**
 * Whether a hexagon's bounding box touches the viewport. Longitudes may run past ±180 as a scrolled map gives them, or
 * west may exceed east across 180°.
 */
export function cellFilter(viewport: Bbox | null, zoom: number): (q: number, r: number) => boolean {
  if (!viewport) return () => true;
  const [west, south, east, north] = viewport;
  const size = worldSize(zoom);
  const top = project(0, north, zoom).y - CELL_RADIUS;
  const bottom = project(0, south, zoom).y + CELL_RADIUS;
  const halfWidth = (CELL_RADIUS * Math.sqrt(3)) / 2;
  const left = project(west, 0, zoom).x - halfWidth;
  const width = project(west <= east ? east : east + 360, 0, zoom).x + halfWidth - left;
  return (q, r) => {
    const { x, y } = cellCentrePoint({ zoom, q, r });
    if (y < top || y > bottom) return false;
    const offset = (((x - left) % size) + size) % size;
    return width >= size || offset <= width;
  };
}
