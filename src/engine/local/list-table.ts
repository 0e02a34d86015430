import type { ListColumn } from '#contract/part-columns.ts';

/**
 * The distinct lists of a multi-valued column (groups, substances). A row carries the code of its list, so a filter or a
 * tally looks at each distinct list once and at each row as if it had one value. Code 0 is the empty list.
 */
export class ListTable {
  readonly lists: (readonly number[])[] = [[]];
  private readonly single: Int32Array;
  private readonly several = new Map<string, number>();

  /** `keys` is the size of the dictionary that values index. */
  constructor(keys: number) {
    this.single = new Int32Array(keys);
  }

  /** The code of row `row`'s list; adds the list when it is new. */
  codeOf(column: ListColumn, row: number): number {
    const start = column.offsets[row]!;
    const end = column.offsets[row + 1]!;
    if (end === start) return 0;
    if (end - start === 1) return this.singleCode(column.values[start]!);
    const values = [...new Set(column.values.subarray(start, end))].sort((a, b) => a - b);
    if (values.length === 1) return this.singleCode(values[0]!);
    const key = values.join();
    const known = this.several.get(key);
    if (known !== undefined) return known;
    this.several.set(key, this.lists.length);
    return this.lists.push(values) - 1;
  }

  private singleCode(value: number): number {
    if (this.single[value] === 0) this.single[value] = this.lists.push([value]) - 1;
    return this.single[value]!;
  }
}
