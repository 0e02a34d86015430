import type { Input } from '#contract/endpoints.ts';
import { decodeTiles, type Tile, TileError } from '#contract/tile.ts';
import type { TileShape, TileSubject } from '../local/tile.ts';
import { TileCounter } from '../local/tile-counter.ts';
import { holds, type WindowPlan } from '../local/window-plan.ts';
import { Lots } from './lots.ts';
import { type TilesAsked, tilesInput } from './tile-input.ts';

const mostKept = 48;
const mostPerCall = 16;

/** A tile here or on its way; null where it would be too large. */
interface Kept {
  readonly subject: string;
  readonly shape: TileShape;
  readonly counter: Promise<TileCounter | null>;
}

interface Wanted {
  readonly filter: TilesAsked['filter'];
  readonly subject: TileSubject;
  readonly shape: TileShape;
  resolve(counter: TileCounter | null): void;
  reject(error: unknown): void;
}

/** Brush tiles held here, those asked for in one turn fetched together; the longest unused goes first, failures are forgotten. */
export class TileShelf {
  private readonly fetch: (input: Input) => Promise<Uint8Array>;
  private readonly wanted: Lots<Wanted>;
  private kept: readonly Kept[] = [];

  constructor(fetch: (input: Input) => Promise<Uint8Array>, turn: () => Promise<void>) {
    this.fetch = fetch;
    this.wanted = new Lots(mostPerCall, turn, (lot) => {
      for (const together of byMap(lot)) void this.fill(together);
    });
  }

  clear(): void {
    this.kept = [];
  }

  /** A tile that holds the window: one that is known, else the smallest that is not too large. Null where all are. */
  async counter(plan: WindowPlan): Promise<TileCounter | null> {
    const subject = JSON.stringify(plan.subject);
    const isKnown = (shape: TileShape): boolean => tried.some((kept) => isSame(kept.shape, shape));
    const tried = this.kept.filter((kept) => kept.subject === subject && holds(kept.shape, plan));
    for (const kept of tried) {
      this.use(kept);
      const counter = await kept.counter;
      if (counter) return counter;
    }
    for (const shape of plan.shapes) {
      const counter = isKnown(shape) ? null : await this.order(plan, subject, shape);
      if (counter) return counter;
    }
    return null;
  }

  private order({ subject, filter }: WindowPlan, name: string, shape: TileShape): Kept['counter'] {
    const counter = new Promise<TileCounter | null>((resolve, reject) => {
      const { measure } = subject;
      this.wanted.add(JSON.stringify([filter, measure, shape]), { filter, subject, shape, resolve, reject });
    });
    const kept = { subject: name, shape, counter };
    this.use(kept);
    counter.catch(() => {
      this.kept = this.kept.filter((other) => other !== kept);
    });
    return counter;
  }

  private use(kept: Kept): void {
    this.kept = [kept, ...this.kept.filter((other) => other !== kept)].slice(0, mostKept);
  }

  /** Damaged tiles are fetched once more, then refused. */
  private async fill({ lot, map }: Together): Promise<void> {
    const { filter, shape, subject } = lot[0]!;
    const by = lot.map((wanted) => wanted.subject.by);
    const input = tilesInput({ filter, shape, measure: subject.measure, by, map });
    const fetched = async (): Promise<(Tile | null)[]> => decodeTiles(await this.fetch(input), by.length);
    try {
      const tiles = await fetched().catch((error: unknown) => {
        if (error instanceof TileError) return fetched();
        throw error;
      });
      for (const [i, { resolve }] of lot.entries()) {
        const tile = tiles[i];
        resolve(tile ? new TileCounter(tile, shape.fine) : null);
      }
    } catch (error) {
      for (const { reject } of lot) reject(error);
    }
  }
}

interface Together {
  readonly lot: readonly Wanted[];
  readonly map: TilesAsked['map'];
}

/** A call speaks of one zoom and viewport: that of its first tile of a map; the tiles of no map go with it. */
function byMap(lot: readonly Wanted[]): Together[] {
  const maps = new Map<string, Wanted[]>();
  const others: Wanted[] = [];
  for (const wanted of lot) {
    const { by, zoom, viewport } = wanted.subject;
    if (!isOfMap(by)) {
      others.push(wanted);
      continue;
    }
    const key = JSON.stringify([zoom, viewport]);
    maps.set(key, [...(maps.get(key) ?? []), wanted]);
  }
  const [first = [], ...rest] = maps.values();
  return [[...others, ...first], ...rest].map((together) => ({
    lot: together,
    map: together.find(({ subject }) => isOfMap(subject.by))?.subject ?? null,
  }));
}

const isOfMap = (by: TileSubject['by']): boolean => by === 'cells' || by === 'squares';
const isSame = (a: TileShape, b: TileShape): boolean => JSON.stringify(a) === JSON.stringify(b);
