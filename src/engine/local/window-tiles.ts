import type { Answer, Query } from '#core/query.ts';
import type { CivilDay } from '#core/time.ts';
import { dayAt } from './columns.ts';
import { buildTile, type TileLimits, type TileShape, type TileSources } from './tile.ts';
import { TileCounter } from './tile-counter.ts';
import { holds, type WindowPlan, windowPlan } from './window-plan.ts';

/** Rows above which a jumping window is counted from a tile: below, the kernels count it anew within a frame. */
export const tileRows = 2_000_000;

/** Enough for every panel of a screen. */
const keptTiles = 12;
/** Beyond these, counting a tile would take more memory than a page should. */
const limits: TileLimits = { slots: 6_000_000, entries: 6_000_000 };

/** Share of a window's days that must enter or leave for a tile to be worth building: Tallies follow smaller moves as fast as a tile. */
const leastMoved = 0.1;

/** What is known of the windows of one question. */
interface Moving {
  /** The last window asked about. */
  from: CivilDay | null;
  to: CivilDay | null;
  /** Null until the window jumps. */
  kept: Kept | null;
}

interface Kept {
  readonly shape: TileShape;
  /** Null where the tile would be too large. */
  readonly counter: TileCounter | null;
}

/**
 * Counts of a window that jumps over many rows: the first window of a question is left to the kernels, and so are moves of a few
 * days; a jump builds the tile that holds them all, and every later window costs two differences a code.
 */
export class WindowTiles {
  private readonly sources: TileSources;
  private readonly above: number;
  private readonly moving = new Map<string, Moving>();

  /** Tiles are used where there are more rows than `above`. */
  constructor(sources: TileSources, above: number) {
    this.sources = sources;
    this.above = above;
  }

  /** The exact answer, or null where the kernels should count. Throws MissingHits as they do. */
  answer(query: Query): Answer | null {
    const { columns } = this.sources.selections;
    const rows = columns.capacity - columns.start;
    if (rows <= this.above) return null;
    const plan = windowPlan(query);
    if (!plan || this.isNear(plan)) return null;
    const counter = this.counter(plan);
    return counter && plan.answer(counter, { rows, dictionaries: columns.dictionaries });
  }

  /** A close viewport has hexagons of its own, which cost less than those of all rows. */
  private isNear({ subject: { by, zoom }, viewport }: WindowPlan): boolean {
    return (by === 'cells' || by === 'squares') && this.sources[by].around(zoom, viewport) !== null;
  }

  private counter(plan: WindowPlan): TileCounter | null {
    const { from, to } = plan;
    const key = JSON.stringify(plan.subject);
    const known = this.moving.get(key);
    this.moving.delete(key);
    const moving: Moving = known ?? { from, to, kept: null };
    this.moving.set(key, moving);
    if (this.moving.size > keptTiles) this.moving.delete(this.moving.keys().next().value!);
    const jumped = this.jumps(moving, plan);
    moving.from = from;
    moving.to = to;
    if (moving.kept ? !holds(moving.kept.shape, plan) : jumped) moving.kept = this.build(plan);
    return moving.kept?.counter ?? null;
  }

  /** Whether many days entered or left the window; open ends are those of the data. */
  private jumps(before: Pick<Moving, 'from' | 'to'>, after: Pick<Moving, 'from' | 'to'>): boolean {
    const { columns } = this.sources.selections;
    const first = ({ from }: Pick<Moving, 'from'>): CivilDay => from ?? dayAt(columns, columns.dated);
    const last = ({ to }: Pick<Moving, 'to'>): CivilDay => to ?? columns.newest;
    const moved = Math.abs(first(before) - first(after)) + Math.abs(last(before) - last(after));
    return moved > leastMoved * (last(after) - first(after) + 1);
  }

  private build({ subject, shapes }: WindowPlan): Kept {
    const shape = shapes[0]!;
    try {
      const tile = buildTile(this.sources, { ...subject, ...shape }, '', limits);
      return { shape, counter: new TileCounter(tile, shape.fine) };
    } catch (error) {
      if (error instanceof RangeError) return { shape, counter: null };
      throw error;
    }
  }
}
