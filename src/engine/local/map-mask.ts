import type { EventFilter } from '#core/filter.ts';
import { type Cell, cellAt, cellCorners } from '#core/geo/hexagon.ts';
import { bboxOf } from '#core/geo/lonlat.ts';
import { type Bbox, inArea, inBbox } from '#core/place.ts';
import { type Bitset, emptyBits, hasBit, setBit } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import { eachSquare, type PlaceGrid } from './place-grid.ts';

/** Rows placed within the filter's box, drawn area and hexagon, as far as each is given. At least one must be. */
export function mapMask(columns: EventColumns, grid: PlaceGrid, filter: EventFilter): Bitset {
  const { placed, lat, lon } = columns;
  const { bbox, area, cell } = filter;
  const mask = emptyBits(columns.capacity);
  const boxes: readonly (Bbox | null)[] = [
    bbox,
    area && bboxOf(area.map((corner) => [corner.lon, corner.lat])),
    cell && roomAround(cell),
  ];
  // The hexagon is the smallest usually, the box the largest: look only where the smallest is.
  const searched = boxes.findLast((box) => box !== null);
  if (!searched) return mask;
  const boxOnly = !area && !cell;
  const passes = (row: number): boolean =>
    (!bbox || inBbox(lat[row]!, lon[row]!, bbox)) &&
    (!area || inArea(lat[row]!, lon[row]!, area)) &&
    (!cell || inCell(lat[row]!, lon[row]!, cell));
  eachSquare(grid, searched, (first, end, inside) => {
    for (let i = first; i < end; i++) {
      const row = grid.rows[i]!;
      if (hasBit(placed, row) && ((inside && boxOnly) || passes(row))) setBit(mask, row);
    }
  });
  return mask;
}

function inCell(lat: number, lon: number, cell: Cell): boolean {
  const own = cellAt(lon, lat, cell.zoom);
  return own.q === cell.q && own.r === cell.r;
}

/** A box around a hexagon, a hair larger, so that no rounding leaves a member outside. */
function roomAround(cell: Cell): Bbox | null {
  const box = bboxOf(cellCorners(cell));
  if (!box) return null;
  const room = (box[2] - box[0]) * 0.01;
  return [box[0] - room, box[1] - room, box[2] + room, box[3] + room];
}
