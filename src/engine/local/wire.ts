import type { Total } from '#core/measure.ts';
import type { Answer, AreasAnswer, CellsAnswer, KnownArea, SeriesAnswer } from '#core/query.ts';
import type { Reply } from './protocol.ts';

/**
 * How answers travel from a Worker. A structured clone of a thousand cells takes several times as long as counting them, so the
 * large kinds travel as columns whose buffers change hands, and an answer that was sent before (a dragged window asks for the
 * same series again) only by its number: the page then gets the very same object, and draws nothing anew.
 */
export type PackedAnswer =
  | { readonly as: 'is'; readonly answer: Answer }
  | { readonly as: 'cells'; readonly zoom: number; readonly columns: Float64Array<ArrayBuffer> }
  | {
      readonly as: 'series';
      readonly about: Omit<SeriesAnswer, 'series' | 'starts'>;
      readonly bins: number;
      readonly keys: readonly string[];
      readonly columns: Float64Array<ArrayBuffer>;
    }
  | {
      readonly as: 'areas';
      /** Null: the list of before. */
      readonly areas: readonly KnownArea[] | null;
      readonly elsewhere: number;
      readonly columns: Float64Array<ArrayBuffer>;
    }
  | { readonly as: 'again'; readonly number: number };

/** A reply as it is posted. */
export type PackedReply =
  | Exclude<Reply, { type: 'answer' }>
  | (Omit<Extract<Reply, { type: 'answer' }>, 'answers'> & { readonly packed: readonly PackedAnswer[] });

interface Packed {
  readonly packed: readonly PackedAnswer[];
  readonly transfer: Transferable[];
}

/** Both sides remember this many answers, by order of sending, and so forget the same ones. */
const remembered = 32;
const isRemembered = ({ kind }: Answer): boolean =>
  kind === 'series' || kind === 'coverage' || kind === 'marks';

const cellColumns = 10;
const binColumns = 3;

/** The Worker's side. */
export class Packer {
  private readonly sent = new Map<Answer, number>();
  private count = 0;
  private areas: readonly KnownArea[] | null = null;

  /** Answers in their travelling form, with the buffers that change hands. */
  pack(answers: readonly Answer[]): Packed {
    const packed = answers.map((answer) => this.packOne(answer));
    const transfer = packed.flatMap((one) => ('columns' in one ? [one.columns.buffer] : []));
    return { packed, transfer };
  }

  packReply(reply: Reply): { readonly reply: PackedReply; readonly transfer: Transferable[] } {
    if (reply.type !== 'answer') return { reply, transfer: [] };
    const { answers, ...about } = reply;
    const { packed, transfer } = this.pack(answers);
    return { reply: { ...about, packed }, transfer };
  }

  private packOne(answer: Answer): PackedAnswer {
    if (isRemembered(answer)) {
      const number = this.sent.get(answer);
      if (number !== undefined) return { as: 'again', number };
      this.sent.set(answer, this.count++);
      if (this.sent.size > remembered) this.sent.delete(this.sent.keys().next().value!);
    }
    if (answer.kind === 'cells') return packCells(answer);
    if (answer.kind === 'series') return packSeries(answer);
    if (answer.kind === 'areas') return this.packAreas(answer);
    return { as: 'is', answer };
  }

  private packAreas({ areas, events, elsewhere }: AreasAnswer): PackedAnswer {
    const isNew = areas !== this.areas;
    this.areas = areas;
    return { as: 'areas', areas: isNew ? areas : null, elsewhere, columns: Float64Array.from(events) };
  }
}

/** The page's side: one for each line, since a new Worker has sent nothing yet. */
export class Unpacker {
  private readonly received = new Map<number, Answer>();
  private count = 0;
  private areas: readonly KnownArea[] = [];

  /** Throws when an answer is named that was never sent. */
  unpack(packed: readonly PackedAnswer[]): Answer[] {
    return packed.map((one) => this.unpackOne(one));
  }

  unpackReply(reply: PackedReply): Reply {
    if (reply.type !== 'answer') return reply;
    const { packed, ...about } = reply;
    return { ...about, answers: this.unpack(packed) };
  }

  private unpackOne(packed: PackedAnswer): Answer {
    if (packed.as === 'again') {
      const answer = this.received.get(packed.number);
      if (!answer) throw new Error(`Answer ${packed.number} was never received.`);
      return answer;
    }
    const answer = packed.as === 'areas' ? this.unpackAreas(packed) : unpackWhole(packed);
    if (isRemembered(answer)) {
      this.received.set(this.count, answer);
      this.received.delete(this.count - remembered);
      this.count++;
    }
    return answer;
  }

  private unpackAreas({ areas, elsewhere, columns }: Extract<PackedAnswer, { as: 'areas' }>): AreasAnswer {
    this.areas = areas ?? this.areas;
    return { kind: 'areas', areas: this.areas, events: Array.from(columns), elsewhere };
  }
}

function unpackWhole(packed: Exclude<PackedAnswer, { as: 'again' | 'areas' }>): Answer {
  if (packed.as === 'cells') return unpackCells(packed);
  return packed.as === 'series' ? unpackSeries(packed) : packed.answer;
}

function packCells({ zoom, cells }: CellsAnswer): PackedAnswer {
  const columns = new Float64Array(cells.length * cellColumns);
  let at = 0;
  for (const { q, r, lat, lon, total, byArea } of cells) {
    columns[at] = q;
    columns[at + 1] = r;
    columns[at + 2] = lat;
    columns[at + 3] = lon;
    columns[at + 4] = byArea;
    columns[at + 5] = total.events;
    columns[at + 6] = total.best;
    columns[at + 7] = total.low;
    columns[at + 8] = total.high;
    columns[at + 9] = total.unreported;
    at += cellColumns;
  }
  return { as: 'cells', zoom, columns };
}

function unpackCells({ zoom, columns }: Extract<PackedAnswer, { as: 'cells' }>): CellsAnswer {
  const cells: CellsAnswer['cells'][number][] = [];
  for (let at = 0; at < columns.length; at += cellColumns) {
    const total: Total = {
      events: columns[at + 5]!,
      best: columns[at + 6]!,
      low: columns[at + 7]!,
      high: columns[at + 8]!,
      unreported: columns[at + 9]!,
    };
    cells.push({
      q: columns[at]!,
      r: columns[at + 1]!,
      lat: columns[at + 2]!,
      lon: columns[at + 3]!,
      total,
      byArea: columns[at + 4]!,
    });
  }
  return { kind: 'cells', zoom, cells };
}

function packSeries({ series, starts, ...about }: SeriesAnswer): PackedAnswer {
  const bins = starts.length;
  const columns = new Float64Array((1 + series.length * binColumns) * bins);
  columns.set(starts);
  for (const [i, { events, values, unreported }] of series.entries()) {
    const at = (1 + i * binColumns) * bins;
    columns.set(events, at);
    columns.set(values, at + bins);
    columns.set(unreported, at + 2 * bins);
  }
  return { as: 'series', about, bins, keys: series.map(({ key }) => key), columns };
}

function unpackSeries(packed: Extract<PackedAnswer, { as: 'series' }>): SeriesAnswer {
  const { about, bins, keys, columns } = packed;
  const column = (i: number): number[] => Array.from(columns.subarray(i * bins, (i + 1) * bins));
  const series = keys.map((key, i) => {
    const first = 1 + i * binColumns;
    return { key, events: column(first), values: column(first + 1), unreported: column(first + 2) };
  });
  return { ...about, starts: column(0), series };
}
