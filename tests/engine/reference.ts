import { bySnapshotOrder } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import {
  activeDimensions,
  type DimensionKey,
  dimensionKeys,
  type EventFilter,
  withoutDimension,
} from '#core/filter.ts';
import { cellAt, cellCentre } from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';
import { type Bbox, inBbox } from '#core/place.ts';
import type { Answer, AnswerOf, FacetQuery, Query, SeriesQuery } from '#core/query.ts';
import { familyOf, kindsOfType } from '#core/taxonomy.ts';
import { type Bin, binEnd, binStarts, type CivilDay, inWindow } from '#core/time.ts';

import {
  areaKey,
  atSnapshotResolution,
  compare,
  facetKeys,
  figureOf,
  inOrder,
  inRange,
  onMap,
  ownArea,
  ownDimension,
  placed,
  seriesKeys,
  spanOf,
  splitKeys,
  squareTouches,
  totalOf,
  touches,
} from './reference-rules.ts';

/**
 * The oracle of the conformance suite: answers by looking at every event, one rule at a time, with nothing but core.
 * It is slow and obviously right. Places have the resolution of a snapshot (32-bit degrees), weights whole grams.
 */
export class ReferenceEngine {
  private readonly events: readonly CrimeEvent[];
  private readonly hits: (text: string) => readonly number[];

  constructor(events: readonly CrimeEvent[], hits: (text: string) => readonly number[] = () => []) {
    this.events = events.map(atSnapshotResolution);
    this.hits = hits;
  }

  answer<Q extends Query>(query: Q): AnswerOf<Q> {
    return this.answerAny(query) as AnswerOf<Q>;
  }

  private answerAny(query: Query): Answer {
    switch (query.kind) {
      case 'count':
        return this.count(query);
      case 'series':
        return this.series(query);
      case 'facet':
        return this.facet(query);
      case 'cells':
        return this.cells(query);
      case 'density':
        return this.density(query);
      case 'areas':
        return this.areas(query);
      case 'points':
        return this.points(query);
      case 'page':
        return this.page(query);
      case 'marks':
        return this.marks(query);
      case 'relax':
        return this.relax(query);
      case 'extent':
        return this.extent(query);
      case 'coverage':
        return this.coverage(query);
    }
  }

  private matching(filter: EventFilter): CrimeEvent[] {
    return this.events.filter((event) => dimensionKeys.every((key) => this.passes(event, filter, key)));
  }

  private passes(event: CrimeEvent, filter: EventFilter, key: DimensionKey): boolean {
    const { place } = event;
    const oneOf = (wanted: readonly string[], own: readonly (string | null)[]): boolean =>
      wanted.length === 0 || own.some((value) => value !== null && wanted.includes(value));
    switch (key) {
      case 'country':
        return oneOf(filter.countries, [place.country]);
      case 'adm1':
        return oneOf(filter.adm1, [place.adm1]);
      case 'type':
        return (
          filter.types.length === 0 || filter.types.some((type) => kindsOfType(type).includes(event.kind))
        );
      case 'time':
        return inWindow(event.time, filter.from, filter.to) === 'in';
      case 'group':
        return oneOf(filter.groups, event.groups);
      case 'substance':
        return oneOf(filter.substances, event.substances);
      case 'source':
        return oneOf(filter.sources, [event.source]);
      case 'precision':
        return filter.precisions.length === 0 || filter.precisions.includes(place.precision);
      case 'datePrecision':
        return filter.datePrecisions.length === 0 || filter.datePrecisions.includes(event.time.precision);
      case 'text':
        return filter.text === '' || this.hits(filter.text).includes(event.n);
      case 'map':
        return onMap(event, filter);
      case 'quantity':
        return inRange(event, filter.quantity);
    }
  }

  private count(query: Extract<Query, { kind: 'count' }>): Answer {
    const { filter, measure } = query;
    const found = this.matching(filter);
    const byPrecision = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const event of found) if (!placed(event)) byPrecision[event.place.precision]!++;
    const anyTime = this.matching(withoutDimension(filter, 'time'));
    return {
      kind: 'count',
      total: totalOf(found, measure),
      ofAll: this.events.length,
      byPrecision,
      notPlaced: found.filter((event) => !placed(event)).length,
      undated: found.filter((event) => event.time.from === null).length,
      tooVague: anyTime.filter((event) => inWindow(event.time, filter.from, filter.to) === 'too-vague')
        .length,
    };
  }

  private axis(found: readonly CrimeEvent[], bin: Bin, domain: SeriesQuery['domain']): CivilDay[] {
    const span = domain ?? spanOf(found);
    return span ? binStarts(span.from, span.to, bin) : [];
  }

  private series(query: SeriesQuery): Answer {
    const { bin, measure, split } = query;
    const found = this.matching(withoutDimension(query.filter, 'time'));
    const starts = this.axis(found, bin, query.domain);
    const binsOf = (event: CrimeEvent): number =>
      starts.filter((start) => inWindow(event.time, start, binEnd(start, bin)) === 'in').length;
    const first = starts[0] ?? 0;
    const end = binEnd(starts.at(-1) ?? 0, bin);
    const dated = found.filter((event) => event.time.from !== null);
    const series = seriesKeys(found, split).map((key) => {
      const own = found.filter((event) => split === null || splitKeys(event, split).includes(key));
      const totals = starts.map((start) =>
        totalOf(
          own.filter((event) => inWindow(event.time, start, binEnd(start, bin)) === 'in'),
          measure,
        ),
      );
      return {
        key,
        events: totals.map((total) => total.events),
        values: totals.map((total) => total.best),
        unreported: totals.map((total) => total.unreported),
      };
    });
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const present = series.filter((line) => split === null || sum(line.events) > 0);
    if (split !== null && split !== 'family' && split !== 'kind') {
      present.sort((a, b) =>
        a.key === '' || b.key === ''
          ? Number(a.key === '') - Number(b.key === '')
          : sum(b.events) - sum(a.events) || compare(a.key, b.key),
      );
    }
    return {
      kind: 'series',
      bin,
      starts,
      series: present,
      tooVague: dated.filter(
        ({ time }) =>
          starts.length > 0 &&
          time.from! <= end &&
          time.to! >= first &&
          starts.every((start) => inWindow(time, start, binEnd(start, bin)) !== 'in'),
      ).length,
      undated: found.length - dated.length,
      spanning: dated.filter((event) => binsOf(event) > 1).length,
    };
  }

  private facet(query: FacetQuery): Answer {
    const own = ownDimension[query.dimension];
    const found = this.matching(withoutDimension(query.filter, own));
    const keysOf = (event: CrimeEvent): string[] => facetKeys(event, query.dimension);
    const keys = [...new Set(found.flatMap(keysOf))];
    const values = keys
      .map((key) => ({
        key,
        total: totalOf(
          found.filter((event) => keysOf(event).includes(key)),
          query.measure,
        ),
      }))
      .sort((a, b) => b.total.events - a.total.events || compare(a.key, b.key));
    const without = found.filter((event) => keysOf(event).length === 0).length;
    return { kind: 'facet', dimension: query.dimension, values, without };
  }

  private cells(query: Extract<Query, { kind: 'cells' }>): Answer {
    const { zoom, measure } = query;
    const found = this.matching(query.filter).filter(placed);
    const members = new Map<string, CrimeEvent[]>();
    for (const event of found) {
      const { q, r } = cellAt(event.place.lon!, event.place.lat!, zoom);
      members.set(`${q},${r}`, [...(members.get(`${q},${r}`) ?? []), event]);
    }
    const cells = [...members.entries()].map(([key, events]) => {
      const [q = 0, r = 0] = key.split(',').map(Number);
      const byArea = events.filter((event) => event.place.precision === 3).length;
      return { q, r, ...cellCentre({ zoom, q, r }), total: totalOf(events, measure), byArea };
    });
    const shown = cells.filter(({ q, r }) => touches(query.viewport, zoom, q, r));
    shown.sort(
      (a, b) => b.total.best - a.total.best || b.total.events - a.total.events || a.r - b.r || a.q - b.q,
    );
    return { kind: 'cells', zoom, cells: shown };
  }

  private density({ zoom, viewport, filter }: Extract<Query, { kind: 'density' }>): Answer {
    const found = this.matching(filter)
      .filter(placed)
      .map(({ place }) => ({ place, point: project(place.lon!, place.lat!, zoom) }))
      .map(({ place, point }) => ({ place, x: Math.floor(point.x / 4), y: Math.floor(point.y / 4) }))
      .filter(({ x, y }) => squareTouches(viewport, zoom, x, y))
      .sort((a, b) => a.y - b.y || a.x - b.x);
    const squares = [...new Set(found.map(({ x, y }) => `${x},${y}`))];
    return {
      kind: 'density',
      zoom,
      x: squares.map((key) => Number(key.split(',')[0])),
      y: squares.map((key) => Number(key.split(',')[1])),
      events: squares.map((key) => found.filter(({ x, y }) => `${x},${y}` === key).length),
      vague: found.filter(({ place }) => place.precision === 2 || place.precision === 3).length,
    };
  }

  private areas({ filter }: Extract<Query, { kind: 'areas' }>): Answer {
    const undatedLast = [...this.events].sort(bySnapshotOrder).reverse();
    const newest = undatedLast
      .filter(({ time }) => time.from !== null)
      .concat(undatedLast.filter(({ time }) => time.from === null));
    const members = Map.groupBy(newest, areaKey);
    members.delete(null);
    const matching = new Set(this.matching(filter));
    const areas = [...members.values()].map((events) => {
      const { place, kind } = events[0]!;
      const first = events.find((event) => event.place.lat !== null)?.place;
      return {
        precision: place.precision === 5 ? (5 as const) : (4 as const),
        adm1: place.precision === 4 ? place.adm1 : null,
        lat: first?.lat ?? null,
        lon: first?.lon ?? null,
        family: familyOf(kind),
      };
    });
    const events = [...members.values()].map((own) => own.filter((event) => matching.has(event)).length);
    return { kind: 'areas', areas, events, elsewhere: 0 };
  }

  private points(query: Extract<Query, { kind: 'points' }>): Answer {
    const levels =
      query.precisions.length === 0 ? [1, 2, 3, 4, 5, 7] : query.precisions.filter((l) => l !== 6);
    const found = this.matching(query.filter).filter(
      ({ place }) =>
        place.lat !== null &&
        place.lon !== null &&
        levels.includes(place.precision) &&
        (query.viewport === null || inBbox(place.lat, place.lon, query.viewport)),
    );
    const points = inOrder(found, 'newest')
      .slice(0, query.limit)
      .map(({ n, place, kind, time }) => ({
        n,
        lat: place.lat!,
        lon: place.lon!,
        precision: place.precision,
        kind,
        from: time.from,
        adm1: place.adm1,
      }));
    return { kind: 'points', points, matched: found.length, truncated: found.length > points.length };
  }

  private page(query: Extract<Query, { kind: 'page' }>): Answer {
    const { within } = query;
    const isWithin = (event: CrimeEvent): boolean => within === undefined || within.includes(ownArea(event));
    const found = inOrder(this.matching(query.filter).filter(isWithin), query.sort);
    const rows = found.slice(query.offset, query.offset + query.limit).map(({ n }) => n);
    return { kind: 'page', rows, matched: found.length };
  }

  private marks(query: Extract<Query, { kind: 'marks' }>): Answer {
    const { domain } = query;
    const found = this.matching(withoutDimension(query.filter, 'time')).filter(
      ({ time }) => time.from !== null && (!domain || (time.from <= domain.to && time.to! >= domain.from)),
    );
    const marks = inOrder(found, 'oldest')
      .slice(0, query.limit)
      .map((event) => ({
        n: event.n,
        from: event.time.from!,
        to: event.time.to!,
        precision: event.time.precision,
        kind: event.kind,
        country: event.place.country ?? '',
        kg: figureOf(event, 'kg'),
        usd: figureOf(event, 'usd'),
        people: figureOf(event, 'people'),
      }));
    return { kind: 'marks', marks, matched: found.length, truncated: found.length > marks.length };
  }

  private relax({ filter }: Extract<Query, { kind: 'relax' }>): Answer {
    const options = activeDimensions(filter).map((dimension) => ({
      dimension,
      events: this.matching(withoutDimension(filter, dimension)).length,
    }));
    options.sort(
      (a, b) =>
        b.events - a.events || dimensionKeys.indexOf(a.dimension) - dimensionKeys.indexOf(b.dimension),
    );
    return { kind: 'relax', options };
  }

  private extent({ filter }: Extract<Query, { kind: 'extent' }>): Answer {
    const found = this.matching(filter);
    const span = spanOf(found);
    const points = found.filter(placed).map(({ place }) => ({ lat: place.lat!, lon: place.lon! }));
    const lats = points.map(({ lat }) => lat);
    const lons = points.map(({ lon }) => lon);
    const bbox: Bbox | null =
      points.length === 0
        ? null
        : [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    return { kind: 'extent', from: span?.from ?? null, to: span?.to ?? null, bbox };
  }

  private coverage(query: Extract<Query, { kind: 'coverage' }>): Answer {
    const { countries, sources } = query.filter;
    const found = this.events.filter(
      ({ place, source }) =>
        (countries.length === 0 || (place.country !== null && countries.includes(place.country))) &&
        (sources.length === 0 || sources.includes(source)),
    );
    const starts = this.axis(found, query.bin, query.domain);
    const present = starts.map((start) => {
      const own = found.filter(({ time }) => inWindow(time, start, binEnd(start, query.bin)) === 'in');
      return new Set(own.map(({ source }) => source));
    });
    const binsOf = (key: string): number[] => [...present.keys()].filter((bin) => present[bin]!.has(key));
    const keys = [...new Set(found.map(({ source }) => source))].sort();
    const changes = starts
      .map((_, bin) => ({
        bin,
        began: keys.filter((key) => bin > 0 && binsOf(key)[0] === bin),
        ended: keys.filter((key) => bin < starts.length - 1 && binsOf(key).at(-1) === bin),
      }))
      .filter(({ began, ended }) => began.length + ended.length > 0);
    return { kind: 'coverage', starts, sources: present.map((own) => own.size), changes };
  }
}
