import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { squareAt } from '#core/geo/square.ts';
import type { DensityAnswer } from '#core/query.ts';
import { dataMarks } from '#figures/map/data-marks.ts';
import { densityModel } from '#figures/map/density-model.ts';
import { mapFigureWords, squareWords } from '#figures/map/form-words.ts';
import { MapMarks } from '#figures/map/MapMarks.tsx';
import { hotspotName, mapLegend, summaryOf } from '#figures/map/map-drawing.tsx';
import { frameOf } from '#figures/map/map-frame.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { cellsAnswer, countAnswer, nothing, places, total, words } from './map-world.ts';

const i18n = makeI18n('en', await loadMessages('en'));
const spots = [
  { lon: -77, lat: -12, events: 40 },
  { lon: -76.7, lat: -12, events: 1 },
  { lon: -72, lat: -13, events: 5 },
];
const answer: DensityAnswer = {
  kind: 'density',
  zoom: 6,
  x: spots.map(({ lon, lat }) => squareAt(lon, lat, 6).x),
  y: spots.map(({ lon, lat }) => squareAt(lon, lat, 6).y),
  events: spots.map(({ events }) => events),
  vague: 6,
};
const cells = cellsAnswer(6, [
  [-77, -12, total(41)],
  [-72, -13, total(5)],
]);
const model = buildMapModel({
  ...nothing,
  mode: 'density',
  measure: 'kg',
  density: answer,
  cells,
  count: countAnswer(53, 7),
});
const frame = frameOf([-79, -15, -69, -9], 800, 600, 0);
const style = { palette: palettes.light, unit: 1, short: String };

describe('density', () => {
  it('gives every square the class of its own count and leaves the others empty: nothing is spread', () => {
    const own = densityModel(answer);
    if (!own) throw new Error('no model');
    expect([own.squares, own.most, own.events, own.vague]).toEqual([3, 40, 46, 6]);
    expect(own.classes.filter((level) => level > 0)).toHaveLength(3);
    const levelOf = (at: number): number =>
      own.classes[((answer.y[at] ?? 0) - own.top) * own.columns + (answer.x[at] ?? 0) - own.left] ?? 0;
    expect([levelOf(0), levelOf(1), levelOf(2)]).toEqual([5, 1, 3]);
    expect(own.scale.breaks).toEqual([1, 2, 4, 8, 16]);
  });

  it('is drawn where the events are, the same squares on canvas and in a file', () => {
    const [mark] = dataMarks(null, model, frame, style);
    if (mark?.type !== 'raster') throw new Error('no raster');
    expect(dataMarks(null, model, frame, style)).toHaveLength(1);
    const svg = renderToStaticMarkup(
      <svg>
        <title>Map</title>
        <MapMarks marks={[mark]} name="map" />
      </svg>,
    );
    expect(svg.match(/<path/g)).toHaveLength(3);
    for (const at of [0, 2, 4]) expect(svg).toContain(`fill="${palettes.light.density[at]}"`);
    const [, x = '', y = ''] = /d="M([\d.]+) ([\d.]+)h/.exec(svg.slice(svg.indexOf('<path'))) ?? [];
    expect(Number(x)).toBeGreaterThan(0);
    expect(Number(y)).toBeLessThan(600);
  });

  it('says how wide a square is, what a shade means, and what is vaguer than a square', () => {
    const legend = mapLegend(model, i18n);
    expect(legend.title).toBe('Events per square, about 9.6 km wide');
    expect(legend.entries).toMatchObject([{ mark: 'steps', labels: ['1', '2', '4', '8', '16+'] }]);
    const said = mapFigureWords(words, model, i18n);
    expect(said.caveat).toContain('not smoothed');
    expect(said.caveat).toContain('6 events are known only to their municipality or to about 25 km');
    expect(said.caveat).toContain(words.caveat);
    expect(summaryOf(model, hotspotList(model, places), i18n)).toMatch(
      /46 events in 3 squares .* at most 40/,
    );
  });

  it('gives a range of widths where a map reaches from north to south', () => {
    const tall = densityModel({ ...answer, zoom: 2, x: [0, 0], y: [20, 180], events: [1, 1], vague: 0 });
    expect(tall && squareWords(tall, i18n)).toMatch(/^\d+ to \d+ km$/);
    expect(Math.round(tall?.sideKm.most ?? 0)).toBe(157);
  });

  it('can be pointed at: the cells of the same zoom are the targets, drawn by nobody', () => {
    const hotspots = hotspotList(model, places);
    expect(hotspots.map((hotspot) => [hotspotName(hotspot, i18n), hotspot.events])).toEqual([
      ['Bigtown', 41],
      ['no named place near', 5],
    ]);
    expect(hotspots[0]?.target.kind).toBe('cell');
    expect(model.notPlaced).toBe(7);
  });

  it('draws nothing where nothing can be placed', () => {
    const none = { ...answer, x: [], y: [], events: [], vague: 0 };
    expect(densityModel(none)).toBeNull();
    const empty = buildMapModel({ ...nothing, mode: 'density', density: none });
    expect(dataMarks(null, empty, frame, style)).toEqual([]);
    expect(mapLegend(empty, i18n).entries).toEqual([]);
  });
});
