import type { Bbox } from '#core/place.ts';
import type { CellsAnswer } from '#core/query.ts';
import type { CellSet } from './cell-index.ts';
import { countTotal, type Tally, totalOver } from './tally.ts';

type ListedCell = CellsAnswer['cells'][number];

/** Steps a hexagon that sorting by insertion may take before all are sorted anew. */
const stepsEach = 24;

/**
 * The hexagons of a set that touch a viewport, largest figure first, then most events, then from north to south and west to east.
 * From one tally to the next only what changed is made anew and moved to its place; the rest is given as the very same objects.
 */
export class CellListing {
  private readonly cells: CellSet;
  private readonly viewport: Bbox | null;
  private readonly inView: Uint32Array;
  /** What the tally said of each hexagon last time: events of both codes, and sums where the measure has any. */
  private readonly events: Uint32Array;
  private readonly sums: Float64Array;
  private readonly figures: Float64Array;
  private readonly made: (ListedCell | undefined)[];
  private readonly order: number[] = [];
  private listed: readonly ListedCell[] = [];

  constructor(cells: CellSet, viewport: Bbox | null, inView: (q: number, r: number) => boolean) {
    this.cells = cells;
    this.viewport = viewport;
    const size = cells.q.length;
    this.inView = Uint32Array.from(cells.q.keys()).filter((i) => inView(cells.q[i]!, cells.r[i]!));
    this.events = new Uint32Array(2 * size);
    this.sums = new Float64Array(8 * size);
    this.figures = new Float64Array(size);
    this.made = new Array<ListedCell | undefined>(size);
  }

  /** Whether it lists this viewport. */
  isOf(viewport: Bbox | null): boolean {
    return viewport?.join() === this.viewport?.join();
  }

  /** The hexagons that hold events of the tally. */
  of(tally: Tally): readonly ListedCell[] {
    let changed = false;
    let gone = false;
    for (const i of this.inView) {
      if (!this.changes(tally, i)) continue;
      changed = true;
      const held = this.eventsOf(i) > 0;
      this.take(tally, i);
      const holds = this.eventsOf(i) > 0;
      if (holds && !held) this.order.push(i);
      if (held && !holds) gone = true;
    }
    if (!changed) return this.listed;
    if (gone) this.dropEmpty();
    this.sort();
    this.listed = this.order.map((i) => {
      const made = this.made[i] ?? this.make(tally, i);
      this.made[i] = made;
      return made;
    });
    return this.listed;
  }

  private eventsOf(i: number): number {
    return this.events[2 * i]! + this.events[2 * i + 1]!;
  }

  private changes({ measure, events, reported, best, below, above }: Tally, i: number): boolean {
    const a = 2 * i;
    const b = a + 1;
    if (events[a] !== this.events[a] || events[b] !== this.events[b]) return true;
    if (measure === 'count') return false;
    const { sums } = this;
    const at = 8 * i;
    return (
      best[a] !== sums[at] ||
      best[b] !== sums[at + 1] ||
      reported[a] !== sums[at + 2] ||
      reported[b] !== sums[at + 3] ||
      below[a] !== sums[at + 4] ||
      below[b] !== sums[at + 5] ||
      above[a] !== sums[at + 6] ||
      above[b] !== sums[at + 7]
    );
  }

  private take({ measure, events, reported, best, below, above }: Tally, i: number): void {
    const a = 2 * i;
    const b = a + 1;
    this.events[a] = events[a]!;
    this.events[b] = events[b]!;
    this.made[i] = undefined;
    if (measure === 'count') {
      this.figures[i] = events[a]! + events[b]!;
      return;
    }
    this.figures[i] = best[a]! + best[b]!;
    for (const [k, sums] of [best, reported, below, above].entries()) {
      this.sums[8 * i + 2 * k] = sums[a]!;
      this.sums[8 * i + 2 * k + 1] = sums[b]!;
    }
  }

  private dropEmpty(): void {
    let at = 0;
    for (const i of this.order) if (this.eventsOf(i) > 0) this.order[at++] = i;
    this.order.length = at;
  }

  /** By insertion, for most stand where they stood; anew where that takes too many steps. */
  private sort(): void {
    const { order } = this;
    let steps = stepsEach * order.length;
    for (let at = 1; at < order.length; at++) {
      const i = order[at]!;
      let place = at;
      for (; place > 0 && this.isBefore(i, order[place - 1]!); place--) order[place] = order[place - 1]!;
      order[place] = i;
      steps -= at - place;
      if (steps < 0) {
        order.sort((a, b) => (this.isBefore(a, b) ? -1 : 1));
        return;
      }
    }
  }

  private isBefore(a: number, b: number): boolean {
    const first = this.figures[a]!;
    const second = this.figures[b]!;
    if (first !== second) return first > second;
    const events = this.eventsOf(a) - this.eventsOf(b);
    return events !== 0 ? events > 0 : a < b;
  }

  private make(tally: Tally, i: number): ListedCell {
    const { q, r, lat, lon } = this.cells;
    const byArea = tally.events[2 * i + 1]!;
    const total =
      tally.measure === 'count'
        ? countTotal(tally.events[2 * i]! + byArea)
        : totalOver(tally, [2 * i, 2 * i + 1]);
    return { q: q[i]!, r: r[i]!, lat: lat[i]!, lon: lon[i]!, total, byArea };
  }
}
