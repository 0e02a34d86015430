import type { Overview, OverviewTable, OverviewValue } from '#contract/overview.ts';
import type { Dictionaries } from '#contract/part-columns.ts';
import { activeDimensions, type EventFilter, withoutDimension } from '#core/filter.ts';
import { aroundBoth, type Bbox } from '#core/place.ts';
import type {
  Answer,
  CellsQuery,
  CountQuery,
  CoverageAnswer,
  CoverageQuery,
  ExtentQuery,
  FacetQuery,
  Query,
  SeriesAnswer,
  SeriesQuery,
} from '#core/query.ts';
import { families, familyOf, kinds, kindsOfType } from '#core/taxonomy.ts';
import { addBins, type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { withoutIgnored } from './answer.ts';
import { listCells } from './cells.ts';
import { placeCodes } from './columns.ts';
import { changesOf } from './coverage.ts';
import { withoutOwn } from './facets.ts';
import { mostFirst } from './grid.ts';
import { newTally, type Tally } from './tally.ts';
import { countFrom, facetFrom } from './tile-answers.ts';
import { TileCounter } from './tile-counter.ts';

interface Table extends OverviewTable {
  readonly counter: TileCounter;
}

/** What a filter narrows by, as far as an overview can. */
interface Scope {
  /** Dictionary codes; null = all. */
  readonly countries: ReadonlySet<number> | null;
  /** Places in `families`; null = all. */
  readonly families: ReadonlySet<number> | null;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

type DaysOf = Pick<Scope, 'from' | 'to'>;
type DaySpan = NonNullable<SeriesQuery['domain']>;

interface Counted {
  readonly tally: Tally;
  readonly undated: number;
  readonly tooVague: number;
}

const coarseBins: readonly string[] = ['month', 'quarter', 'year'];

/**
 * Answers from an overview what it can answer exactly: events counted under countries, families and whole months. Every other
 * question is left to the rows (`answer` gives null), so that nothing changes its value when those arrive.
 */
export class OverviewLedger {
  readonly overview: Overview;
  private readonly dictionaries: Dictionaries;
  private readonly tables: readonly Table[];

  constructor(overview: Overview, dictionaries: Dictionaries) {
    this.overview = overview;
    this.dictionaries = dictionaries;
    this.tables = overview.tables.map((table) => ({ ...table, counter: new TileCounter(table.tile) }));
  }

  /** The answer that the rows would give, or null. */
  answer(asked: Query): Answer | null {
    const query = withoutIgnored(asked);
    if ('measure' in query && query.measure !== 'count') return null;
    switch (query.kind) {
      case 'count':
        return this.count(query);
      case 'facet':
        return this.facet(query);
      case 'cells':
        return this.cells(query);
      case 'series':
        return this.series(query);
      case 'coverage':
        return this.coverage(query);
      case 'extent':
        return this.extent(query);
      default:
        return null;
    }
  }

  private count({ filter }: CountQuery): Answer | null {
    const scope = this.scopeOf(filter);
    if (!scope) return null;
    const counted = this.counted('place', 0, placeCodes, scope);
    if (counted) return countFrom(counted, this.overview.rows);
    const table = this.tableFor('family', 0, scope);
    const places = { byPrecision: null, notPlaced: null };
    return (
      table && {
        ...countFrom(this.countIn(table, families.length, scope, table.family), this.overview.rows),
        ...places,
      }
    );
  }

  private facet(query: FacetQuery): Answer | null {
    const { dimension } = query;
    const scope = this.scopeOf(withoutOwn(query.filter, dimension));
    if (!scope) return null;
    const { dictionaries } = this;
    const size = dimension in dictionaries ? dictionaries[dimension as 'country'].length + 1 : 256;
    const counted =
      dimension === 'country'
        ? this.byCountry(scope, size)
        : this.counted(dimension === 'precision' ? 'place' : dimension, 0, size, scope);
    return counted ? facetFrom(counted.tally, dimension, dictionaries) : null;
  }

  private cells(query: CellsQuery): Answer | null {
    const scope = this.scopeOf(query.filter);
    if (!scope) return null;
    for (let zoom = query.zoom; zoom >= 0; zoom = query.coarser ? zoom - 1 : -1) {
      const table = this.tableFor('cells', zoom, scope);
      if (!table) continue;
      const { tally } = this.countIn(table, table.tile.q.length * 2, scope);
      return listCells(table.counter.cells(zoom), tally, { ...query, zoom });
    }
    return null;
  }

  private extent({ filter, coarser }: ExtentQuery): Answer | null {
    const scope = this.scopeOf(coarser ? withoutDimension(filter, 'time') : filter);
    if (!scope || scope.from !== null || scope.to !== null) return null;
    let from: CivilDay | null = null;
    let to: CivilDay | null = null;
    let bbox: Bbox | null = null;
    for (const span of this.spansIn(scope)) {
      if (span.from !== null) from = Math.min(from ?? span.from, span.from);
      if (span.to !== null) to = Math.max(to ?? span.to, span.to);
      if (span.bbox) bbox = aroundBoth(bbox, span.bbox);
    }
    return { kind: 'extent', from, to, bbox };
  }

  private series({ filter, bin: asked, split, domain, coarser }: SeriesQuery): Answer | null {
    const scope = this.scopeOf(filter);
    const bin = coarseBin(asked, coarser);
    if (!scope || !domain || domain.from > domain.to || bin === null) return null;
    const table = this.monthsOf(split === null || split === 'country' ? 'family' : split, scope);
    if (!table) return null;
    const { keys, lineOf, fixedOrder } = this.splitOf(split, table);
    const grid = new MonthGrid(keys.length, bin, domain);
    grid.add(table, keptLines(table, scope), lineOf);
    const whole = this.undrawn(scope, bin, domain);
    const made = keys.map((key, line) => {
      const events = grid.line(line);
      const total = events.reduce((sum, count) => sum + count, 0);
      return { total, line: { key, events, values: events, unreported: events.map(() => 0) } };
    });
    const present = made.filter(({ total }) => split === null || total > 0);
    if (!fixedOrder) present.sort(mostFirst);
    const series = present.map(({ line }) => line);
    return { kind: 'series', bin, starts: grid.starts, series, ...whole };
  }

  /** Events that no bin, or several, hold: of each event once, which the lines of its several groups could not tell. */
  private undrawn(
    scope: Scope,
    bin: SeriesQuery['bin'],
    domain: DaySpan,
  ): Pick<SeriesAnswer, 'tooVague' | 'undated' | 'spanning'> {
    const table = this.monthsOf('family', scope)!;
    const keep = keptLines(table, scope);
    const grid = new MonthGrid(1, bin, domain);
    grid.add(table, keep, () => 0);
    const { undated } = table.counter.count(null, null, keep);
    return { tooVague: grid.tooVague, undated, spanning: grid.spanning };
  }

  /** Which series a line of a table feeds, as grid.ts splits rows. */
  private splitOf(
    split: SeriesQuery['split'],
    { family, country, value }: Table,
  ): { keys: readonly string[]; lineOf: (line: number) => number; fixedOrder: boolean } {
    if (split === null) return { keys: [''], lineOf: () => 0, fixedOrder: true };
    if (split === 'family')
      return { keys: families.map(({ key }) => key), lineOf: (line) => family[line]!, fixedOrder: true };
    if (split === 'kind') {
      const places = new Map<number, number>(kinds.map(({ code }, place) => [code, place]));
      return {
        keys: kinds.map(({ key }) => key),
        lineOf: (line) => places.get(value[line]!)!,
        fixedOrder: true,
      };
    }
    const codes = split === 'country' ? country : value;
    return { keys: [...this.dictionaries[split], ''], lineOf: (line) => codes[line]!, fixedOrder: false };
  }

  private coverage({ filter, bin: asked, domain, coarser }: CoverageQuery): Answer | null {
    const { countries, sources } = filter;
    const scope = this.scopeOf({ ...filter, sources: [] });
    const bin = coarseBin(asked, coarser);
    if (!scope || !domain || domain.from > domain.to || bin === null) return null;
    const table = this.monthsOf('source', { ...scope, families: null, from: null, to: null });
    if (!table || (countries.length > 0 && !table.byCountry)) return null;
    const keys = this.dictionaries.source;
    const grid = new MonthGrid(keys.length, bin, domain);
    const keep = keptLines(table, scope);
    for (let line = 0; line < keep.length; line++)
      if (sources.length > 0 && !sources.includes(keys[table.value[line]!]!)) keep[line] = 0;
    grid.add(table, keep, (line) => table.value[line]!);
    return { kind: 'coverage', starts: grid.starts, ...presence(keys, grid) };
  }

  /** Null where the filter narrows by what no table tells apart, or by days within a month. */
  private scopeOf(filter: EventFilter): Scope | null {
    const known = ['country', 'type', 'time'];
    if (activeDimensions(filter).some((dimension) => !known.includes(dimension))) return null;
    const { countries } = filter;
    const chosen = wholeFamilies(filter.types);
    if (chosen === undefined) return null;
    const codes = this.dictionaries.country.flatMap((key, code) => (countries.includes(key) ? [code] : []));
    const whole = { countries: countries.length > 0 ? new Set(codes) : null, families: chosen };
    const { from, to } = this.inMonths(filter, whole);
    if (from !== null && binStart(from, 'month') !== from) return null;
    if (to !== null && binEnd(to, 'month') !== to) return null;
    return { ...whole, from, to };
  }

  /** The dates; an end at or beyond the last event may as well be that of its month, as a window dragged at its other end has it. */
  private inMonths({ from, to }: EventFilter, scope: Pick<Scope, 'countries' | 'families'>): DaysOf {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const span of this.spansIn(scope)) {
      first = Math.min(first, span.from ?? first);
      last = Math.max(last, span.to ?? last);
    }
    return {
      from: from !== null && from <= first ? binStart(from, 'month') : from,
      to: to !== null && to >= last ? binEnd(to, 'month') : to,
    };
  }

  private spansIn({ countries, families: chosen }: Pick<Scope, 'countries' | 'families'>) {
    return this.overview.spans.filter(
      ({ country, family }) =>
        (countries === null || countries.has(country)) && (chosen === null || chosen.has(family)),
    );
  }

  private tableFor(by: OverviewValue, zoom: number, scope: Scope): Table | null {
    const fits = (table: Table): boolean =>
      table.by === by &&
      table.zoom === zoom &&
      (table.byCountry || scope.countries === null) &&
      (table.byFamily || scope.families === null) &&
      (table.byMonth || (scope.from === null && scope.to === null));
    return this.tables.find(fits) ?? null;
  }

  private monthsOf(by: Exclude<OverviewValue, 'cells'>, scope: Scope): Table | null {
    const fits = (table: Table): boolean =>
      table.by === by &&
      table.byMonth &&
      (table.byCountry || scope.countries === null) &&
      (table.byFamily || scope.families === null);
    return this.tables.find(fits) ?? null;
  }

  private counted(by: OverviewValue, zoom: number, size: number, scope: Scope): Counted | null {
    const table = this.tableFor(by, zoom, scope);
    return table && this.countIn(table, size, scope);
  }

  private byCountry(scope: Scope, size: number): Counted | null {
    const table = this.tableFor('family', 0, scope);
    return table && this.countIn(table, size, scope, table.country);
  }

  private countIn(table: Table, size: number, scope: Scope, codes = table.value): Counted {
    const { tally, undated, tooVague } = table.counter.count(scope.from, scope.to, keptLines(table, scope));
    const folded = newTally('count', size);
    for (let line = 0; line < codes.length; line++) folded.events[codes[line]!]! += tally.events[line]!;
    return { tally: folded, undated, tooVague };
  }
}

/** The bin that months make up, or months themselves where they will do; null for a finer one. */
function coarseBin(bin: Bin, coarser: boolean | undefined): Bin | null {
  if (coarseBins.includes(bin)) return bin;
  return coarser ? 'month' : null;
}

/** Places in `families` when the types are whole families; null for no types, undefined for anything finer. */
function wholeFamilies(types: readonly string[]): ReadonlySet<number> | null | undefined {
  if (types.length === 0) return null;
  const chosen = new Set(types.flatMap((type) => kindsOfType(type)));
  const touched = new Set([...chosen].map(familyOf));
  const whole = [...touched].every((family) => kindsOfType(family).every((kind) => chosen.has(kind)));
  return whole
    ? new Set([...touched].map((family) => families.findIndex(({ key }) => key === family)))
    : undefined;
}

function keptLines(table: OverviewTable, scope: Scope): Uint8Array {
  const { countries, families: chosen } = scope;
  return Uint8Array.from(table.value, (_, line) =>
    (countries === null || countries.has(table.country[line]!)) &&
    (chosen === null || chosen.has(table.family[line]!))
      ? 1
      : 0,
  );
}

/** Which sources have events in each bin, and where they begin and end. */
function presence(keys: readonly string[], grid: MonthGrid): Pick<CoverageAnswer, 'sources' | 'changes'> {
  const lines = keys.map((_, line) => grid.line(line));
  const sources = grid.starts.map((_, bin) => lines.filter((events) => events[bin]! > 0).length);
  const first = Int32Array.from(lines, (events) => events.findIndex((count) => count > 0));
  const last = Int32Array.from(lines, (events) => events.findLastIndex((count) => count > 0));
  return { sources, changes: changesOf(keys, first, last, grid.starts.length) };
}

/** Months counted into bins of one or more months, by the rules of histogram.ts. */
class MonthGrid {
  readonly starts: CivilDay[] = [];
  tooVague = 0;
  spanning = 0;
  private readonly end: CivilDay;
  private readonly counts: Uint32Array;

  constructor(lines: number, bin: SeriesQuery['bin'], domain: DaySpan) {
    for (let start = binStart(domain.from, bin); start <= domain.to; start = addBins(start, bin, 1))
      this.starts.push(start);
    this.end = binEnd(domain.to, bin);
    this.counts = new Uint32Array(lines * this.starts.length);
  }

  add({ tile }: OverviewTable, keep: Uint8Array, lineOf: (line: number) => number): void {
    const months = Array.from({ length: tile.bins }, (_, month) => addBins(tile.start, 'month', month));
    const binOf = Int32Array.from(months, (day) => this.binAt(day));
    const { short, spanning } = tile;
    for (let i = 0; i < short.code.length; i++) {
      const bin = binOf[short.first[i]!]!;
      if (keep[short.code[i]!] === 1 && bin >= 0 && bin < this.starts.length)
        this.counts[lineOf(short.code[i]!) * this.starts.length + bin]! += short.events[i]!;
    }
    for (let i = 0; i < spanning.code.length; i++) {
      if (keep[spanning.code[i]!] === 0) continue;
      const [first, last] = [binOf[spanning.first[i]!]!, binOf[spanning.last[i]!]!];
      this.addSpan(lineOf(spanning.code[i]!), first, last, spanning.vague[i] === 1, spanning.events[i]!);
    }
  }

  line(line: number): number[] {
    const bins = this.starts.length;
    return Array.from(this.counts.subarray(line * bins, (line + 1) * bins));
  }

  private addSpan(line: number, first: number, last: number, vague: boolean, events: number): void {
    const bins = this.starts.length;
    if (last < 0 || first >= bins) return;
    if (vague && first !== last) {
      this.tooVague += events;
      return;
    }
    const [begin, end] = [Math.max(first, 0), Math.min(last, bins - 1)];
    if (end > begin) this.spanning += events;
    for (let bin = begin; bin <= end; bin++) this.counts[line * bins + bin]! += events;
  }

  /** -1 before the first bin, as many as there are after the last. */
  private binAt(day: CivilDay): number {
    if (day > this.end) return this.starts.length;
    return this.starts.findLastIndex((start) => start <= day);
  }
}
