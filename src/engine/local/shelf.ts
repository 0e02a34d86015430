/**
 * Things made once and kept while they are recent, by name; the longest unused goes first. While `tracing`, it notes what is used,
 * so that it can be handed on.
 */
export class Shelf<V> {
  private readonly most: number;
  private readonly onDrop: (value: V) => void;
  private readonly kept = new Map<string, V>();
  private traced: Map<string, V> | null = null;

  /** `onDrop` is told of what goes because there is too much. */
  constructor(most: number, onDrop: (value: V) => void = () => {}) {
    this.most = most;
    this.onDrop = onDrop;
  }

  has(name: string): boolean {
    return this.kept.has(name);
  }

  names(): IterableIterator<string> {
    return this.kept.keys();
  }

  /** The value at hand, which stays as recent as it was. */
  peek(name: string): V | undefined {
    return this.kept.get(name);
  }

  of(name: string, make: () => V): V {
    const value = this.kept.get(name) ?? make();
    this.put(name, value);
    return value;
  }

  put(name: string, value: V): void {
    this.kept.delete(name);
    this.kept.set(name, value);
    this.traced?.set(name, value);
    if (this.kept.size <= this.most) return;
    const [oldest, dropped] = this.kept.entries().next().value!;
    this.kept.delete(oldest);
    this.onDrop(dropped);
  }

  /** Whether any value here is wanted. */
  some(wanted: (value: V) => boolean): boolean {
    for (const value of this.kept.values()) if (wanted(value)) return true;
    return false;
  }

  /** Lets go of what is unwanted, telling nobody. */
  remove(unwanted: (value: V) => boolean): void {
    for (const [name, value] of this.kept) if (unwanted(value)) this.kept.delete(name);
  }

  /** Begins to note what is used. */
  trace(): void {
    this.traced = new Map();
  }

  /** What was used since `trace`; notes no more. */
  takeTraced(): ReadonlyMap<string, V> {
    const traced = this.traced ?? new Map<string, V>();
    this.traced = null;
    return traced;
  }
}
