import type { Bbox } from '#core/place.ts';
import type { CellsAnswer } from '#core/query.ts';
import type { CellSet } from './cell-index.ts';
import { countTotal, newTally, type Tally, totalOver } from './tally.ts';

type ListedCell = CellsAnswer['cells'][number];

/** Steps a hexagon that sorting by insertion may take before all are sorted anew. */
const stepsEach = 8;
/** Above every index that shares a float with a count of up to 2³² events. */
const indexScale = 2 ** 21;

/**
 * The hexagons of a set that touch a viewport, largest figure first, then most events, then from north to south and west to east.
 * From one tally to the next only what changed is made anew and moved to its place; the rest is given as the very same objects.
 */
export class CellListing {
  private readonly cells: CellSet;
  private readonly viewport: Bbox | null;
  private readonly inView: Uint8Array;
  /** What the tally said last time, code by code; sums where the measure has any. */
  private readonly last: Told;
  private readonly events: Uint32Array;
  /** What hexagons are sorted by; of counts it tells even those apart that hold as many, so that it alone decides. */
  private readonly figures: Float64Array;
  private readonly decides: boolean;
  private readonly made: (ListedCell | null)[];
  /** Hexagons with events, the first `held` of it, as they were listed last. */
  private readonly order: Uint32Array;
  private held = 0;
  /** What those are sorted by, ascending. */
  private readonly keys: Float64Array;
  private listed: readonly ListedCell[] = [];

  constructor(
    cells: CellSet,
    { measure, events, best }: Tally,
    viewport: Bbox | null,
    inView: (q: number, r: number) => boolean,
  ) {
    this.cells = cells;
    this.viewport = viewport;
    const size = cells.q.length;
    this.inView = Uint8Array.from(cells.q, (q, i) => (inView(q, cells.r[i]!) ? 1 : 0));
    this.last = newTally(measure, best.length === 0 ? events.length : best.length);
    this.events = new Uint32Array(size);
    this.figures = new Float64Array(size);
    this.decides = measure === 'count' && size < indexScale;
    this.made = new Array<ListedCell | null>(size).fill(null);
    this.order = new Uint32Array(size);
    this.keys = new Float64Array(size);
  }

  /** Whether it lists this viewport. */
  isOf(viewport: Bbox | null): boolean {
    return viewport === this.viewport || viewport?.join() === this.viewport?.join();
  }

  /** The hexagons that hold events of the tally. */
  of(tally: Tally): readonly ListedCell[] {
    const changed = tally.measure === 'count' ? this.takeCounts(tally) : this.takeSums(tally);
    if (!changed) return this.listed;
    this.sort();
    const { order, made, held } = this;
    const listed = new Array<ListedCell>(held);
    for (let at = 0; at < held; at++) {
      const i = order[at]!;
      const cell = made[i] ?? this.make(tally, i);
      made[i] = cell;
      listed[at] = cell;
    }
    this.listed = listed;
    return listed;
  }

  /** Takes over what changed; whether anything did. Written out, for a million events change most hexagons at every move. */
  private takeCounts({ events: now }: Tally): boolean {
    const { inView, events, figures, made, order, decides } = this;
    const before = this.last.events;
    let changed = false;
    for (let i = 0; i < inView.length; i++) {
      const own = now[2 * i]!;
      const vague = now[2 * i + 1]!;
      if ((own === before[2 * i] && vague === before[2 * i + 1]) || inView[i] === 0) continue;
      changed = true;
      before[2 * i] = own;
      before[2 * i + 1] = vague;
      if (events[i] === 0) order[this.held++] = i;
      events[i] = own + vague;
      figures[i] = decides ? (own + vague) * indexScale + indexScale - 1 - i : own + vague;
      made[i] = null;
    }
    return changed;
  }

  private takeSums(tally: Tally): boolean {
    const { inView, events, figures, made, order, last } = this;
    let changed = false;
    for (let i = 0; i < inView.length; i++) {
      if (inView[i] === 0 || !differs(tally, last, 2 * i)) continue;
      changed = true;
      for (const key of ['events', 'reported', 'best', 'below', 'above'] as const) {
        last[key][2 * i] = tally[key][2 * i]!;
        last[key][2 * i + 1] = tally[key][2 * i + 1]!;
      }
      const held = events[i]!;
      events[i] = tally.events[2 * i]! + tally.events[2 * i + 1]!;
      if (held === 0 && events[i]! > 0) order[this.held++] = i;
      figures[i] = tally.best[2 * i]! + tally.best[2 * i + 1]!;
      made[i] = null;
    }
    return changed;
  }

  /** Lets go of hexagons without events; sorts by insertion, for most stand where they stood, anew where that takes too many steps. */
  private sort(): void {
    const { order, events, figures, keys } = this;
    let held = 0;
    for (let at = 0; at < this.held; at++) {
      const i = order[at]!;
      if (events[i] === 0) continue;
      order[held] = i;
      keys[held++] = -figures[i]!;
    }
    this.held = held;
    if (!this.decides) {
      order.subarray(0, held).sort((a, b) => figures[b]! - figures[a]! || (this.isBefore(a, b) ? -1 : 1));
      return;
    }
    if (mended(keys, order, held)) return;
    // Count and index are in one float: a native sort, several times faster than one that calls back.
    keys.subarray(0, held).sort();
    for (let at = 0; at < held; at++) {
      const key = -keys[at]!;
      order[at] = indexScale - 1 - (key - Math.floor(key / indexScale) * indexScale);
    }
  }

  /** Of two with the same figure. */
  private isBefore(a: number, b: number): boolean {
    const events = this.events[a]! - this.events[b]!;
    return events !== 0 ? events > 0 : a < b;
  }

  private make(tally: Tally, i: number): ListedCell {
    const { q, r, lat, lon } = this.cells;
    const total =
      tally.measure === 'count' ? countTotal(this.events[i]!) : totalOver(tally, [2 * i, 2 * i + 1]);
    return { q: q[i]!, r: r[i]!, lat: lat[i]!, lon: lon[i]!, total, byArea: tally.events[2 * i + 1]! };
  }
}

/** Sorts the first `size` keys with what they stand for by insertion, ascending; false, half done, where that would take too many steps. */
function mended(keys: Float64Array, order: Uint32Array, size: number): boolean {
  let steps = stepsEach * size;
  for (let at = 1; at < size; at++) {
    const key = keys[at]!;
    if (keys[at - 1]! <= key) continue;
    const i = order[at]!;
    let place = at;
    for (; place > 0 && keys[place - 1]! > key; place--) {
      keys[place] = keys[place - 1]!;
      order[place] = order[place - 1]!;
    }
    keys[place] = key;
    order[place] = i;
    steps -= at - place;
    if (steps < 0) return false;
  }
  return true;
}

type Told = Pick<Tally, 'events' | 'reported' | 'best' | 'below' | 'above'>;

/** Whether a tally tells something else of either code of a hexagon. */
function differs(now: Told, before: Told, first: number): boolean {
  for (let code = first; code < first + 2; code++) {
    if (now.events[code] !== before.events[code] || now.reported[code] !== before.reported[code]) return true;
    if (now.best[code] !== before.best[code]) return true;
    if (now.below[code] !== before.below[code] || now.above[code] !== before.above[code]) return true;
  }
  return false;
}
