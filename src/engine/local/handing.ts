import type { Answer, Query } from '#core/query.ts';
import type { Ledger } from './answer.ts';
import type { EventColumns } from './columns.ts';
import type { Origin } from './masks.ts';
import type { Shelf } from './shelf.ts';
import type { Tally } from './tally.ts';

/** Rows up to which a page without shared memory gets a copy of the columns. */
const mostCopied = 100_000;

/** Columns as they travel: what threads cannot share is copied, and lists lie one after another. */
export type TravellingColumns = Omit<EventColumns, 'groupLists' | 'substanceLists'> & {
  readonly groupLists: FlatLists;
  readonly substanceLists: FlatLists;
};

interface FlatLists {
  readonly ends: Uint32Array;
  readonly values: Uint16Array;
}

/** The columns as another thread can have them; null where they would have to be copied and are too many. */
export function travelling(columns: EventColumns): TravellingColumns | null {
  if (!columns.shared && columns.capacity > mostCopied) return null;
  const { groupLists, substanceLists } = columns;
  return { ...columns, groupLists: flat(groupLists.lists), substanceLists: flat(substanceLists.lists) };
}

/** Columns that have travelled, ready to be counted. */
export function arrived(columns: TravellingColumns): EventColumns {
  return {
    ...columns,
    groupLists: unfolded(columns.groupLists),
    substanceLists: unfolded(columns.substanceLists),
  };
}

function flat(lists: readonly (readonly number[])[]): FlatLists {
  const ends = new Uint32Array(lists.length);
  let size = 0;
  for (const [i, list] of lists.entries()) {
    size += list.length;
    ends[i] = size;
  }
  const values = new Uint16Array(size);
  for (const [i, list] of lists.entries()) values.set(list, ends[i]! - list.length);
  return { ends, values };
}

/** Made when first looked at: thousands of small lists, which few questions need. */
function unfolded({ ends, values }: FlatLists): EventColumns['groupLists'] {
  let lists: (readonly number[])[] | null = null;
  return {
    get lists() {
      lists ??= Array.from(ends, (end, i) => Array.from(values.subarray(i === 0 ? 0 : ends[i - 1]!, end)));
      return lists;
    },
  };
}

type Held<T> = T extends Shelf<infer V> ? V : never;
type Shelves = ReturnType<typeof shelvesOf>;

/** One thing that a ledger has derived from its columns, by where it is kept. */
export type Piece = {
  [K in keyof Shelves]: { readonly shelf: K; readonly name: string; readonly value: Held<Shelves[K]> };
}[keyof Shelves];

interface TallyPiece {
  readonly name: string;
  readonly origin: Origin;
  readonly count: number;
  readonly tally: Tally;
}

/** What a ledger worked with when it answered: another one over the same rows goes on from there. */
export interface Pieces {
  readonly derived: readonly Piece[];
  readonly tallies: readonly TallyPiece[];
}

function shelvesOf({ selections, cells, squares, orders }: Ledger) {
  return {
    others: selections.others,
    grid: selections.grids,
    points: selections.points,
    cells: cells.whole,
    nearCells: cells.near,
    squares: squares.whole,
    nearSquares: squares.near,
    orders: orders.kept,
  };
}

const labelOf = (shelf: string, name: string): string => `${shelf} ${name}`;

/** Everything a ledger holds that may come from another, by label. */
export function holdings(ledger: Ledger): readonly string[] {
  return Object.entries(shelvesOf(ledger)).flatMap(([shelf, own]) =>
    [...own.names()].map((name) => labelOf(shelf, name)),
  );
}

/** Answers with what the ledger worked with, but for what the other side holds. Valid until the ledger's next question. */
export function answerWithPieces(
  ledger: Ledger,
  queries: readonly Query[],
  held: readonly string[],
): { readonly answers: readonly Answer[]; readonly pieces: Pieces } {
  const shelves = Object.entries(shelvesOf(ledger)) as [keyof Shelves, Shelf<unknown>][];
  const { kept } = ledger.tallies;
  for (const [, shelf] of shelves) shelf.trace();
  kept.trace();
  try {
    return { answers: queries.map((query) => ledger.answer(query)), pieces: taken() };
  } finally {
    taken();
  }

  function taken(): Pieces {
    const derived = shelves.flatMap(([shelf, own]) =>
      [...own.takeTraced()].map(([name, value]) => ({ shelf, name, value }) as Piece),
    );
    const tallies = [...kept.takeTraced()].flatMap(([name, { rows, count, tally }]) => {
      const origin = ledger.selections.originOf(rows);
      return origin ? [{ name, origin, count, tally }] : [];
    });
    return { derived: derived.filter(({ shelf, name }) => !held.includes(labelOf(shelf, name))), tallies };
  }
}

/** Puts pieces of another ledger over the same rows where this one looks for them. What it has already it keeps. */
export function takePieces(ledger: Ledger, { derived, tallies }: Pieces): void {
  const shelves = shelvesOf(ledger) as Record<keyof Shelves, Shelf<unknown>>;
  for (const { shelf, name, value } of derived) {
    const own = shelves[shelf];
    own.put(name, own.peek(name) ?? value);
  }
  for (const { name, origin, count, tally } of tallies) {
    const rows = ledger.selections.from(origin);
    const codes = codesOf(ledger, name);
    if (rows && codes) ledger.tallies.kept.put(name, { rows, count, codes, tally });
  }
}

/** The column that a tally counts. */
function codesOf({ selections: { columns }, cells, squares }: Ledger, name: string) {
  const [by = '', zoom = ''] = name.split(' ', 1)[0]!.split('/');
  switch (by) {
    case 'cells':
      return cells.whole.peek(zoom)?.cellOf;
    case 'squares':
      return squares.whole.peek(zoom)?.cellOf;
    case 'place':
      return columns.placeCode;
    case 'group':
      return columns.groupList;
    case 'substance':
      return columns.substanceList;
    case 'country':
    case 'adm1':
    case 'area':
    case 'source':
    case 'kind':
    case 'datePrecision':
      return columns[by];
    default:
      return undefined;
  }
}
