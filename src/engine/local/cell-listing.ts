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
  private readonly last: Pick<Tally, 'events' | 'reported' | 'best' | 'below' | 'above'>;
  private readonly events: Uint32Array;
  /** What hexagons are sorted by; of counts it tells even those apart that hold as many, so that it alone decides. */
  private readonly figures: Float64Array;
  private readonly decides: boolean;
  private readonly made: (ListedCell | null)[];
  private order: number[] = [];
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
  }

  /** Whether it lists this viewport. */
  isOf(viewport: Bbox | null): boolean {
    return viewport === this.viewport || viewport?.join() === this.viewport?.join();
  }

  /** The hexagons that hold events of the tally. */
  of(tally: Tally): readonly ListedCell[] {
    const changed = this.changedIn(tally);
    if (changed.length === 0) return this.listed;
    for (let at = 0; at < changed.length; at++) this.take(tally, changed[at]!);
    const { order, events, made } = this;
    let kept = 0;
    for (let at = 0; at < order.length; at++) if (events[order[at]!]! > 0) order[kept++] = order[at]!;
    order.length = kept;
    this.mend();
    const listed = new Array<ListedCell>(this.order.length);
    for (let at = 0; at < listed.length; at++) {
      const i = this.order[at]!;
      listed[at] = made[i] ??= this.make(tally, i);
    }
    this.listed = listed;
    return listed;
  }

  /** Hexagons in view of which the tally says something else than last time. */
  private changedIn(tally: Tally): number[] {
    const { inView, last } = this;
    const changed: number[] = [];
    const { events } = tally;
    const before = last.events;
    const sums = tally.measure !== 'count';
    for (let i = 0; i < inView.length; i++) {
      const a = 2 * i;
      const differs =
        events[a] !== before[a] || events[a + 1] !== before[a + 1] || (sums && sumsDiffer(tally, last, a));
      if (differs && inView[i] === 1) changed.push(i);
    }
    return changed;
  }

  private take(tally: Tally, i: number): void {
    const { last } = this;
    const held = this.events[i]!;
    for (let code = 2 * i; code < 2 * i + 2; code++) {
      last.events[code] = tally.events[code]!;
      if (tally.measure === 'count') continue;
      for (const key of ['reported', 'best', 'below', 'above'] as const) last[key][code] = tally[key][code]!;
    }
    const events = tally.events[2 * i]! + tally.events[2 * i + 1]!;
    this.events[i] = events;
    this.made[i] = null;
    if (tally.measure !== 'count') this.figures[i] = tally.best[2 * i]! + tally.best[2 * i + 1]!;
    else this.figures[i] = this.decides ? events * indexScale + indexScale - 1 - i : events;
    if (held === 0 && events > 0) this.order.push(i);
  }

  /** By insertion, for most stand where they stood; anew where that takes too many steps. */
  private mend(): void {
    const { order, figures } = this;
    let steps = stepsEach * order.length;
    for (let at = 1; at < order.length && steps >= 0; at++) {
      const i = order[at]!;
      const figure = figures[i]!;
      let place = at;
      for (; place > 0; place--) {
        const former = order[place - 1]!;
        if (figures[former]! > figure || (figures[former] === figure && !this.isBefore(i, former))) break;
        order[place] = former;
      }
      order[place] = i;
      steps -= at - place;
    }
    if (steps < 0) this.sortAnew();
  }

  private sortAnew(): void {
    const { order, figures } = this;
    if (!this.decides) {
      order.sort((a, b) => figures[b]! - figures[a]! || (this.isBefore(a, b) ? -1 : 1));
      return;
    }
    // A native sort of floats is several times faster than one that calls back.
    const keys = Float64Array.from(order, (i) => figures[i]!).sort();
    for (let at = 0; at < keys.length; at++) {
      const key = keys[keys.length - 1 - at]!;
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

/** Whether the sums of either code of a hexagon changed. */
function sumsDiffer(
  now: Tally,
  before: Pick<Tally, 'reported' | 'best' | 'below' | 'above'>,
  first: number,
): boolean {
  for (let code = first; code < first + 2; code++) {
    if (now.best[code] !== before.best[code] || now.reported[code] !== before.reported[code]) return true;
    if (now.below[code] !== before.below[code] || now.above[code] !== before.above[code]) return true;
  }
  return false;
}
