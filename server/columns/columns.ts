import { readFileSync } from 'node:fs';
import { decodePart } from '#contract/arrow-part.ts';
import { encodeTiles, type Tile } from '#contract/tile.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import type { Query } from '#core/query.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import { buildTile, type TileShape, type TileSubject } from '#engine/local/tile.ts';
import { partFile, type Snapshot } from '#server/jobs/snapshot.ts';

/** Row numbers that match the words of the filter asked about; null where it has none. */
export type Hits = readonly number[] | null;

/** Why a question was refused: it asks for too much. */
export interface Refused {
  readonly refused: string;
}

/** Tiles that differ in what they count by alone. */
export type TilesQuestion = Omit<TileSubject, 'by'> & TileShape & { readonly by: readonly TileDimension[] };

/**
 * The rows of the snapshot as columns, held by the server for readers whose browser should not hold them. The kernels are the
 * browser engine's own (src/engine/local), so that both say the same.
 */
export interface Columns {
  /** Brush tiles as bytes of src/contract/tile.ts. */
  tiles(question: TilesQuestion, hits: Hits): Promise<Uint8Array<ArrayBuffer>>;
  /** JSON texts of the answers, one a question; all questions share one filter. */
  answers(queries: readonly Query[], hits: Hits): Promise<readonly string[] | Refused>;
  close(): Promise<void>;
}

/** Reads a snapshot's parts and answers over them in this thread, which reading and answering block. */
export function columnsOver({ manifest, folder }: Snapshot): Columns {
  const builder = new ColumnsBuilder(manifest.rows, manifest.dictionaries);
  for (const { hash } of manifest.parts)
    builder.add(decodePart(readFileSync(partFile(folder, hash, 'identity'))));
  const texts = new Map<string, Hits>();
  const ledger = new Ledger(builder.build(), (text) => texts.get(text) ?? null);
  const learn = (text: string, rows: Hits): void => {
    texts.clear();
    texts.set(text, rows);
  };
  return {
    tiles: async ({ by, ...question }, hits) => {
      learn(question.filter.text, hits);
      const tileBy = (own: TileDimension): Tile | null =>
        orNull(() => buildTile(ledger, { ...question, by: own }, manifest.dataVersion));
      return encodeTiles(by.map(tileBy));
    },
    answers: async (queries, hits) =>
      orRefused(() => {
        learn(queries[0]?.filter.text ?? '', hits);
        return queries.map((query) => JSON.stringify(ledger.answer(query)));
      }),
    close: async () => {},
  };
}

function orRefused<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}

/** Null for what asks too much. */
function orNull<T extends object>(work: () => T): T | null {
  const done = orRefused(work);
  return 'refused' in done ? null : done;
}
