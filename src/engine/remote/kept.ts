/** Values on their way or here, by key: the same is asked for once, failures are forgotten, the longest unused goes first. */
export class Kept<T> {
  private readonly most: number;
  private readonly values = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.most = most;
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  of(key: string, make: () => Promise<T>): Promise<T> {
    const value = this.values.get(key) ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    value.catch(() => {
      if (this.values.get(key) === value) this.values.delete(key);
    });
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
    return value;
  }

  clear(): void {
    this.values.clear();
  }
}
