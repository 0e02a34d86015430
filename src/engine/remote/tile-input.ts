import type { Input } from '#contract/endpoints.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import { type EventFilter, writeFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import { isoOf } from '#core/time.ts';
import type { TileShape, TileSubject } from '../local/tile.ts';

/** Tiles of one filter that are asked for together. */
export interface TilesAsked {
  readonly filter: EventFilter;
  readonly measure: Measure;
  readonly shape: TileShape;
  readonly by: readonly TileDimension[];
  /** Where hexagons or squares are among them. */
  readonly map: Pick<TileSubject, 'zoom' | 'viewport'> | null;
}

/** What tiles are asked for by. */
export function tilesInput({ filter, measure, by, map, shape: { bin, domain, fine } }: TilesAsked): Input {
  return {
    ...exactInput(filter),
    by: by.join(','),
    bin,
    measure,
    ...(domain ? { from: isoOf(domain.from), to: isoOf(domain.to) } : {}),
    ...(fine.length > 0 ? { fine: fine.map(({ from, to }) => `${isoOf(from)}_${isoOf(to)}`).join(',') } : {}),
    ...(map ? { zoom: String(map.zoom) } : {}),
    ...(map?.viewport ? { view: map.viewport.map(plain).join(',') } : {}),
  };
}

/** A filter as address values to the last digit; `writeFilter` rounds a map's corners, which would move events across them. */
export function exactInput(filter: EventFilter): Input {
  return {
    ...writeFilter(filter),
    ...(filter.bbox ? { bbox: filter.bbox.map(plain).join(',') } : {}),
    ...(filter.area
      ? { area: filter.area.map(({ lat, lon }) => `${plain(lat)},${plain(lon)}`).join(';') }
      : {}),
  };
}

/** Decimal digits without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}
