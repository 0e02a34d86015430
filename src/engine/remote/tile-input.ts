import type { Input } from '#contract/endpoints.ts';
import { type EventFilter, writeFilter } from '#core/filter.ts';
import { isoOf } from '#core/time.ts';
import type { TileQuestion } from '../local/tile.ts';

/** What a tile is asked for by. */
export function tileInput({ filter, by, zoom, viewport, bin, measure, domain }: TileQuestion): Input {
  return {
    ...exactInput(filter),
    by,
    bin,
    measure,
    ...(domain ? { from: isoOf(domain.from), to: isoOf(domain.to) } : {}),
    ...(by === 'cells' ? { zoom: String(zoom) } : {}),
    ...(by === 'cells' && viewport ? { view: viewport.map(plain).join(',') } : {}),
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
