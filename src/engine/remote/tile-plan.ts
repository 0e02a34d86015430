import type { Input } from '#contract/endpoints.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { TileDimension } from '#contract/tile.ts';
import { type EventFilter, withoutDimension, writeFilter } from '#core/filter.ts';
import type { Answer, CellsQuery, CountQuery, FacetQuery, Query } from '#core/query.ts';
import { type Bin, binEnd, binStart, type CivilDay, isoOf } from '#core/time.ts';
import { listCells } from '../local/cells.ts';
import { ownDimension } from '../local/facets.ts';
import { countFrom, facetFrom } from '../local/tile-answers.ts';
import type { TileCounter } from '../local/tile-counter.ts';

/** A tile to ask for, and how the answer follows from it. */
export interface TilePlan {
  readonly input: Input;
  answer(counter: TileCounter, manifest: SnapshotManifest): Answer;
}

/** Windows longer than this are not covered by tiles of days or weeks. */
const mostDays = 1100;
/** How far such a tile reaches beyond the window, so that a brush can move on in it. */
const roomDays = 200;

/** The plan for a question that a tile answers exactly; null where none does, or none is worth it. */
export function tilePlan(query: Query): TilePlan | null {
  if (query.kind !== 'count' && query.kind !== 'facet' && query.kind !== 'cells') return null;
  const span = tileSpan(query.filter.from, query.filter.to);
  if (!span) return null;
  const { from, to } = query.filter;
  const by = dimensionOf(query);
  const own = query.kind === 'facet' ? ownDimension[query.dimension] : 'time';
  const filter = withoutDimension(withoutDimension(query.filter, 'time'), own);
  const input: Input = {
    ...exactInput(filter),
    by,
    bin: span.bin,
    measure: query.measure,
    ...(span.domain ? { from: isoOf(span.domain.from), to: isoOf(span.domain.to) } : {}),
    ...(query.kind === 'cells' ? { zoom: String(query.zoom) } : {}),
    ...(query.kind === 'cells' && query.viewport ? { view: query.viewport.map(plain).join(',') } : {}),
  };
  return {
    input,
    answer: (counter, manifest) => {
      const counted = counter.count(from, to);
      if (query.kind === 'count') return countFrom(counted, manifest.rows);
      if (query.kind === 'cells')
        return listCells(counter.cells(query.zoom), counted.tally, { ...query, viewport: null });
      return facetFrom(counted.tally, query, manifest.dictionaries);
    },
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

/** The bins of which the window is made, as coarse as a brush may use, and the days a tile of them should cover. */
function tileSpan(
  from: CivilDay | null,
  to: CivilDay | null,
): { readonly bin: Bin; readonly domain: { readonly from: CivilDay; readonly to: CivilDay } | null } | null {
  if (from === null && to === null) return null;
  const isWhole = (bin: Bin): boolean =>
    (from === null || binStart(from, bin) === from) && (to === null || binEnd(to, bin) === to);
  if (isWhole('month')) return { bin: 'month', domain: null };
  if (from === null || to === null || to - from > mostDays) return null;
  const domain = { from: binStart(from - roomDays, 'year'), to: binEnd(to + roomDays, 'year') };
  return { bin: isWhole('week') ? 'week' : 'day', domain };
}

function dimensionOf(query: CountQuery | FacetQuery | CellsQuery): TileDimension {
  if (query.kind === 'count') return 'place';
  if (query.kind === 'cells') return 'cells';
  return query.dimension === 'precision' ? 'place' : query.dimension;
}
