/** Collects what is asked within one turn, by key, and sends each lot at once. */
export class Lots<T> {
  private readonly most: number;
  private readonly turn: () => Promise<void>;
  private readonly send: (lot: readonly T[]) => void;
  private readonly open = new Map<string, T[]>();

  /** A lot holds `most` at most. It is sent when `turn` is over, however that ends. */
  constructor(most: number, turn: () => Promise<void>, send: (lot: readonly T[]) => void) {
    this.most = most;
    this.turn = turn;
    this.send = send;
  }

  add(key: string, item: T): void {
    const lot = this.open.get(key);
    if (lot && lot.length < this.most) {
      lot.push(item);
      return;
    }
    const fresh = [item];
    this.open.set(key, fresh);
    const sent = (): void => {
      if (this.open.get(key) === fresh) this.open.delete(key);
      this.send(fresh);
    };
    this.turn().then(sent, sent);
  }
}
