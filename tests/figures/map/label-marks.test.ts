import { describe, expect, test } from 'vitest';
import type { BaseMap, MapCountry } from '#core/geo/base-map.ts';
import { type LabelStyle, labelMarks } from '#figures/map/label-marks.ts';
import { frameOf, toFrame } from '#figures/map/map-frame.ts';
import type { TextMark } from '#figures/map/map-marks.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { textWidth } from '#figures/text-width.ts';
import { adm1, nothing, places, zone } from './map-world.ts';

const capitals = { ...zone, names: { en: 'VRAEM', es: 'VRAEM', pt: 'VRAEM' } };
const country = (label: readonly [number, number]): MapCountry => ({
  id: 'PE',
  names: { en: 'Peru', es: 'Perú', pt: 'Peru' },
  role: 'focus',
  label: [...label],
  bbox: [-78, -14, -70, -10],
  polygons: [],
});
const ground = { coasts: [], borders: [], disputed: [], places, zones: [capitals], adm1 };
const model = buildMapModel(nothing);
const frame = frameOf([-79, -15, -69, -9], 1300, 800, 0);
const style: LabelStyle = {
  palette: palettes.light,
  unit: 1.8,
  lang: 'en',
  inset: { x: 0, y: 0 },
  reserved: [],
};
const names = (base: BaseMap, more: Partial<LabelStyle> = {}) =>
  labelMarks(base, model, frame, { ...style, ...more }).filter(
    (mark): mark is TextMark => mark.type === 'text',
  );

/** What a name really covers from left to right. */
function extent({ x, text, size, weight, anchor, spacing }: TextMark): readonly [number, number] {
  const width = textWidth(text, size, weight > 500 ? 'bold' : 'regular') + text.length * spacing;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return [left, left + width];
}

describe('names on the map', () => {
  test('in capitals keep apart, wherever they meet', () => {
    let both = 0;
    for (let step = 0; step < 80; step += 1) {
      const found = names({ ...ground, countries: [country([-72 + step / 40, -12])] });
      const [one, other] = ['VRAEM', 'PERU'].map((text) => found.find((mark) => mark.text === text));
      if (!one || !other || Math.abs(one.y - other.y) > one.size) continue;
      both += 1;
      const [[left, right], [otherLeft, otherRight]] = [extent(one), extent(other)];
      expect(right <= otherLeft || otherRight <= left, `PERU at step ${step}`).toBe(true);
    }
    expect(both, 'places where both stand in one line').toBeGreaterThan(5);
  });

  test('leave free what is drawn over the map, and are never cut by its edge', () => {
    const base = { ...ground, countries: [] };
    const town = toFrame(frame, -77, -12);
    expect(names(base).map(({ text }) => text)).toContain('Bigtown');
    const reserved = [{ left: town.x - 200, right: town.x + 200, top: town.y - 60, bottom: town.y + 60 }];
    expect(names(base, { reserved }).map(({ text }) => text)).not.toContain('Bigtown');
    const low = { ...places[0]!, name: 'Lowtown', rank: 1 as const, lon: -74, lat: -14.999 };
    const found = names({ ...base, places: [low] }).find(({ text }) => text === 'Lowtown');
    expect(found === undefined || found.y + found.size * 0.65 < frame.height).toBe(true);
  });
});
