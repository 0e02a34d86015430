import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { BaseMap } from '#core/geo/base-map.ts';
import {
  hotspotAmount,
  hotspotName,
  mapInk,
  mapLegend,
  mapSummary,
  mapTable,
} from '#figures/map/map-drawing.tsx';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { adm1, areasAnswer, cellsAnswer, nothing, places, region, total, zonal, zone } from './map-world.ts';

const i18n = makeI18n('en', await loadMessages('en'));
const land = [...adm1.units.values()].map(({ polygons }) => polygons[0] ?? []);
const base: BaseMap = {
  countries: [
    {
      id: 'PE',
      names: { en: 'Peru', es: 'Perú', pt: 'Peru' },
      role: 'focus',
      label: [-74, -12],
      bbox: [-78, -14, -70, -10],
      polygons: land,
    },
  ],
  coasts: [],
  borders: [],
  disputed: [],
  places,
  zones: [zone],
  adm1,
};
const cells = cellsAnswer(6, [
  [-77, -12, total(44)],
  [-72, -12, total(7)],
]);
const areas = areasAnswer([
  [region('PE.AA', 'air'), 1],
  [zonal(-72.6, -12), 1],
]);
const model = buildMapModel({ ...nothing, cells, areas });
const hotspots = hotspotList(model, places);
const draw = (theme: 'light' | 'dark', font = 22) =>
  renderToStaticMarkup(
    <svg>
      <title>Map</title>
      {mapInk({ model, base, bbox: [-79, -15, -69, -9], chosen: ['PE'], i18n })({
        size: { width: 1300, height: 800 },
        theme,
        font,
      })}
    </svg>,
  );

describe('the exported map', () => {
  test('is pure SVG with real text: numbers, names, scale; nothing that could run or load', () => {
    const svg = draw('light');
    expect(svg).toMatch(/<text[^>]*>44<\/text>/);
    expect(svg).not.toMatch(/<text[^>]*>7<\/text>/);
    expect(svg).toContain('Bigtown');
    expect(svg).toContain('Valley');
    expect(svg).toMatch(/\d+ km</);
    expect(svg).not.toMatch(/foreignObject|<script|<style|href|<image|NaN|undefined|Infinity/);
  });

  test('re-lays signs for the size: type follows the base height', () => {
    const sizes = [...draw('light', 22).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
  });

  test('has its own dark colours', () => {
    expect(draw('dark')).toContain('#0e1822');
    expect(draw('light')).toContain('#e3ebf2');
  });
});

describe('words of the map', () => {
  test('the legend prints the breaks and explains each sign that is there', () => {
    const legend = mapLegend(model, i18n);
    expect(legend.title).toBe('Events per cell');
    expect(legend.entries[0]).toMatchObject({ mark: 'steps' });
    expect(legend.entries.slice(1).map(({ mark, label }) => [mark, label])).toEqual([
      ['ringed', 'Shoot-downs, air, region only'],
      ['ringed', 'Seizures, zone only'],
    ]);
  });

  test('amounts and names in words, unknown said as unknown', () => {
    const [first] = hotspots;
    if (!first) throw new Error('a hotspot');
    expect(hotspotAmount(first, 'count', i18n)).toBe('44 events');
    expect(hotspotName(first, i18n)).toBe('Bigtown');
    expect(hotspotAmount({ ...first, value: null }, 'kg', i18n)).toBe('44 events, no figure reported');
    expect(hotspotName({ ...first, place: () => null }, i18n)).toBe('no named place near');
  });

  test('the table has a row for each hotspot and sums to the same number', () => {
    const table = mapTable(model, hotspots, i18n);
    const at = table.columns.findIndex(({ key }) => key === 'events');
    expect(table.rows).toHaveLength(hotspots.length);
    expect(table.rows.reduce((sum, row) => sum + Number(row[at]), 0)).toBe(53);
  });

  test('the summary says where most is', () => {
    expect(mapSummary(hotspots, i18n)).toBe(
      'The fullest cell lies at Bigtown: 44 events. 4 places on the map.',
    );
    expect(mapSummary([], i18n)).toBe('No places in this view');
  });
});
