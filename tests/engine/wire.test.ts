import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AreasAnswer, CellsAnswer, KnownArea, SeriesAnswer } from '#core/query.ts';
import { Packer, Unpacker } from '#engine/local/wire.ts';

const figure = fc.double({ noNaN: true, min: 0, max: 1e12 });
const total = fc.record({ events: fc.nat(), best: figure, low: figure, high: figure, unreported: fc.nat() });
const cells: fc.Arbitrary<CellsAnswer> = fc.record({
  kind: fc.constant('cells' as const),
  zoom: fc.integer({ min: 0, max: 18 }),
  cells: fc.array(
    fc.record({
      q: fc.integer(),
      r: fc.integer(),
      lat: figure,
      lon: figure.map((v) => -v),
      total,
      byArea: fc.nat(),
    }),
  ),
});
const area = {
  precision: fc.constantFrom(4 as const, 5 as const),
  adm1: fc.option(fc.string()),
  family: fc.constantFrom('seizure' as const, 'clash' as const),
};
const series: fc.Arbitrary<SeriesAnswer> = fc.nat({ max: 40 }).chain((bins) => {
  const column = fc.array(figure, { minLength: bins, maxLength: bins });
  return fc.record({
    kind: fc.constant('series' as const),
    bin: fc.constant('month' as const),
    starts: fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: bins, maxLength: bins }),
    series: fc.array(fc.record({ key: fc.string(), events: column, values: column, unreported: column })),
    tooVague: fc.nat(),
    undated: fc.nat(),
    spanning: fc.nat(),
  });
});
const areas: fc.Arbitrary<AreasAnswer> = fc
  .array(fc.tuple(fc.record({ ...area, lat: fc.option(figure), lon: fc.option(figure) }), fc.nat()))
  .chain((counted) =>
    fc.record({
      kind: fc.constant('areas' as const),
      areas: fc.constant(counted.map(([one]) => one)),
      events: fc.constant(counted.map(([, events]) => events)),
      elsewhere: fc.nat(),
    }),
  );
const page: fc.Arbitrary<Answer> = fc.record({
  kind: fc.constant('page' as const),
  rows: fc.array(fc.nat()),
  matched: fc.nat(),
});

/** What the page gets of each message, over a real structured clone. */
function travel(messages: readonly (readonly Answer[])[]): Answer[][] {
  const packer = new Packer();
  const unpacker = new Unpacker();
  return messages.map((answers) => {
    const { packed, transfer } = packer.pack(answers);
    return unpacker.unpack(structuredClone(packed, { transfer }));
  });
}

describe('answers on their way from the Worker', () => {
  it('arrive as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(cells, series, areas, page))), (messages) => {
        expect(travel(messages)).toEqual(messages);
      }),
    );
  });

  it('arrive once: the same answer again is the same object, however many came between', () => {
    fc.assert(
      fc.property(
        fc.array(series, { minLength: 1, maxLength: 50 }),
        fc.array(fc.nat(), { maxLength: 120 }),
        (answers, order) => {
          const messages = order.map((i) => [answers[i % answers.length]!]);
          const arrived = travel(messages);
          expect(arrived).toEqual(messages);
          for (let i = 1; i < order.length; i++)
            if (messages[i]![0] === messages[i - 1]![0]) expect(arrived[i]![0]).toBe(arrived[i - 1]![0]);
        },
      ),
    );
  });

  it('say once where areas are: counts under the next filter come with the very list of before', () => {
    const list: readonly KnownArea[] = [{ precision: 4, adm1: 'PE.AY', lat: null, lon: null, family: 'air' }];
    const counted = (events: number, of = list): AreasAnswer => ({
      ...{ kind: 'areas', areas: of, events: [events], elsewhere: 0 },
    });
    const sent = [[counted(1)], [counted(2)], [counted(3, [...list])], [counted(4)]];
    const came = travel(sent);
    expect(came).toEqual(sent);
    const [first, second, third] = came.flat() as AreasAnswer[];
    expect(second?.areas).toBe(first?.areas);
    expect(third?.areas).not.toBe(first?.areas);
  });

  it('leave the answer in the Worker whole, since it may be asked for again', () => {
    const answer: SeriesAnswer = {
      kind: 'series',
      bin: 'year',
      starts: [0, 365],
      series: [{ key: '', events: [1, 2], values: [0, 0], unreported: [1, 2] }],
      tooVague: 0,
      undated: 0,
      spanning: 0,
    };
    const before = structuredClone(answer);
    travel([[answer], [answer]]);
    expect(answer).toEqual(before);
  });

  it('are refused when they name one that never came', () => {
    expect(() => new Unpacker().unpack([{ as: 'again', number: 0 }])).toThrow('Answer 0 was never received.');
  });
});
