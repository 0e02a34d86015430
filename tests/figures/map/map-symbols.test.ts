import { describe, expect, test } from 'vitest';
import { dataMarks } from '#figures/map/data-marks.ts';
import { frameOf } from '#figures/map/map-frame.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { withSymbolsOf } from '#figures/map/symbols-of-before.ts';
import { palettes } from '#figures/palette.ts';
import { cellsAnswer, countAnswer, nothing, point, pointsAnswer, total } from './map-world.ts';

const cells = (events: number) => cellsAnswer(6, [[-77, -12, total(events)]]);
const regional = pointsAnswer([point(1, -75.9, -12.1, 4), point(2, -76.1, -12, 4), point(3, -71, -12, 4)]);
const known = buildMapModel({ ...nothing, cells: cells(44), points: regional });
const asked = buildMapModel({ ...nothing, cells: cells(7), points: null, count: countAnswer(10, 3) });
const frame = frameOf([-79, -15, -69, -9], 900, 600, 0);
const style = { palette: palettes.light, unit: 1, short: String, chosen: [] };
const drawn = (model: typeof known) => {
  const marks = dataMarks(null, model, frame, style);
  return {
    glyphs: marks.filter(({ type }) => type === 'glyph').length,
    numbers: marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])),
  };
};

describe('symbols of regions while their events are asked for', () => {
  test('stay where they were and say no number, for theirs is not known', () => {
    expect(drawn(known)).toEqual({ glyphs: 2, numbers: ['2', '44'] });
    const model = withSymbolsOf(known, asked);
    expect(model.symbols).toBe(known.symbols);
    expect(model.styles).toEqual(['region']);
    expect(model.families).toEqual(known.families);
    expect(model.cells).toBe(asked.cells);
    expect(drawn(model)).toEqual({ glyphs: 2, numbers: [] });
  });

  test('say so many or more where events were held back', () => {
    const some = buildMapModel({
      ...nothing,
      cells: cells(44),
      points: { ...regional, matched: 9, truncated: true },
    });
    expect(drawn(some).numbers).toEqual(['2+', '1+', '44']);
  });

  test('are not those of another zoom or form', () => {
    const closer = buildMapModel({ ...nothing, cells: cellsAnswer(7, [[-77, -12, total(7)]]) });
    expect(withSymbolsOf(known, closer)).toBe(closer);
    const single = buildMapModel({ ...nothing, mode: 'events' });
    expect(withSymbolsOf(known, single)).toBe(single);
  });

  test('leave open how many events have no place', () => {
    expect(asked.notPlaced).toBeNull();
    expect(
      buildMapModel({ ...nothing, cells: cells(7), points: regional, count: countAnswer(10, 4) }).notPlaced,
    ).toBe(1);
  });
});
