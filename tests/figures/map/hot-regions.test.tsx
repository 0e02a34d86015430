import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BaseMap, decodeAdm1Ground } from '#core/geo/base-map.ts';
import type { FacetAnswer } from '#core/query.ts';
import type { FigureWords } from '#figures/figure.ts';
import { dataMarks } from '#figures/map/data-marks.ts';
import { type HotPeriods, hotModel, regionStudy, trendModel } from '#figures/map/hot-model.ts';
import { hotFigureWords, hotPlaces, hotSentence } from '#figures/map/hot-words.ts';
import { mapTable, summaryOf } from '#figures/map/map-drawing.tsx';
import { frameOf } from '#figures/map/map-frame.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { SPOT_RATE, STRONG_RATE } from '#stats/hot-spots.ts';
import { studyRegions } from '#stats/study-area.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { readGeo, type UcdpCounts } from '#tests/stats/ucdp-counts.ts';
import { findHotspot } from '#views/map/find-hotspot.ts';
import { countAnswer, nothing, total } from './map-world.ts';

const fixture = <File,>(name: string): File =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../stats/fixtures', name), 'utf8')) as File;

interface Told {
  readonly z: readonly number[];
  readonly adjusted: readonly (number | null)[];
}

const i18n = makeI18n('en', await loadMessages('en'));
const adm1 = atOnce(decodeAdm1Ground(readGeo('adm1.json'), readGeo('adm1-index.json')));
const input = fixture<UcdpCounts>('ucdp-counts.json');
const told = fixture<{ readonly regions: Told }>('hot-spots.expected.json').regions;
const study = regionStudy(studyRegions(adm1.neighbours(), input.regions), adm1.index);
const facet = (counts: readonly number[]): FacetAnswer => ({
  ...{ kind: 'facet', dimension: 'adm1', without: 40 },
  values: input.regions.flatMap((key, i) => (counts[i] ? [{ key, total: total(counts[i]!) }] : [])),
});
const events = input.regionCounts.reduce((sum, count) => sum + count, 0);
const hot = hotModel(study, facet(input.regionCounts));
const model = buildMapModel({
  ...nothing,
  adm1,
  mode: 'hot-regions',
  hot,
  count: countAnswer(events + 40, 300),
});
const hotspots = hotspotList(model, []);
const base: BaseMap = {
  ...{ countries: [], coasts: [], borders: [], disputed: [], places: [], zones: [] },
  adm1,
};

describe('hot spots over first-level regions, UCDP events of Mexico and Colombia', () => {
  it('are those that R finds', () => {
    const levels = told.z.map((z, i) => {
      const p = told.adjusted[i];
      if (p === null || p === undefined) return 'untested';
      if (p > SPOT_RATE) return 'even';
      return `${p <= STRONG_RATE ? 'strong-' : ''}${z > 0 ? 'hot' : 'cold'}`;
    });
    const kinds = new Map(hot.shown.map(({ key, kind }) => [key, kind]));
    for (const [i, id] of input.regions.entries())
      expect(kinds.get(id) ?? (levels[i] === 'untested' ? 'untested' : 'even'), id).toBe(levels[i]);
    expect([...kinds.values()].filter((kind) => kind === 'hot')).toHaveLength(1);
    expect(hot).toMatchObject({
      over: 'regions',
      zoom: null,
      widthKm: null,
      places: input.regions.length,
      abroad: true,
      elsewhere: 40,
    });
  });

  it('lead to the region, and leave out only what no region is known of', () => {
    const first = hotspots[0]!;
    expect(first.target).toEqual({ kind: 'region', id: first.key });
    expect(first.place()).toMatchObject({ name: adm1.index.get(first.key)?.name, near: false });
    expect(model.notPlaced).toBe(40);
    const dragged = buildMapModel({ ...nothing, adm1, mode: 'hot-regions', hot, count: countAnswer(3, 0) });
    expect(dragged.notPlaced, 'beside the count of another window').toBe(40);
    const at = adm1.index.get(first.key)!;
    const pointed = { lon: at.lon, lat: at.lat, x: 0, y: 0 };
    expect(findHotspot(pointed, hotspots, model, base, () => ({ x: 999, y: 999 }), 10)?.key).toBe(first.key);
  });

  it('speak of regions and whom they are compared with', () => {
    expect(hotSentence(hot, i18n)).toMatch(/^Colour marks where a region and those it borders/);
    expect(hotPlaces(hot, i18n)).toMatch(/shares a border with, across countries/);
    expect(summaryOf(model, hotspots, i18n)).toMatch(
      /^\d+ hot and \d+ cold regions among \d+ tested\. The strongest/,
    );
    const own = hotFigureWords({ title: 'T', caveat: 'C', alt: 'T' } as FigureWords, hot, i18n);
    expect(own.caveat).toContain('over first-level regions');
    expect(own.caveat).not.toMatch(/cell|null/);
    const table = mapTable(model, hotspots, i18n);
    expect(table.caption).toBe('Regions compared with chance');
    expect(table.rows).toHaveLength(hot.shown.length);
    const one = regionStudy(
      studyRegions(
        adm1.neighbours(),
        input.regions.filter((id) => id.startsWith('MX')),
      ),
      adm1.index,
    );
    expect(hotPlaces(hotModel(one, facet(input.regionCounts)), i18n)).not.toMatch(/countries/);
    const few = hotModel(
      regionStudy(studyRegions(adm1.neighbours(), input.regions.slice(0, 12)), adm1.index),
      facet([5]),
    );
    expect(hotSentence(few, i18n)).toMatch(/^Not tested: fewer than 30 regions/);
  });

  it('are not tested where they are not compared, and chosen ones leave out the others', () => {
    const [first = '', second = '', ...rest] = input.regions;
    const cut = hotModel(
      regionStudy(studyRegions(adm1.neighbours(), rest), adm1.index),
      facet(input.regionCounts),
    );
    expect(cut.shown.find(({ key }) => key === first)).toMatchObject({ kind: 'untested', around: null });
    const chosen = regionStudy(studyRegions(adm1.neighbours(), [second]), adm1.index, (id) => id === second);
    expect(hotModel(chosen, facet(input.regionCounts))).toMatchObject({ elsewhere: 0, places: 1 });
    expect(hotModel(chosen, facet(input.regionCounts)).shown.map(({ key }) => key)).toEqual([second]);
  });

  it('fill the region, with a sign where it is large enough to hold one', () => {
    const frame = frameOf([-118, -5, -66, 33], 1200, 900, 0);
    const marks = dataMarks(base, model, frame, { palette: palettes.light, unit: 1, short: String });
    const fills = marks.flatMap((mark) =>
      mark.type === 'shape' && typeof mark.fill === 'string' ? [mark.fill] : [],
    );
    expect(fills.filter((fill) => fill === palettes.light.hot.hot)).toHaveLength(1);
    const signs = marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
    expect(signs).toContain('+');
    expect(signs.length).toBeLessThan(hot.shown.length);
    expect(marks.findIndex(({ type }) => type === 'text')).toBeGreaterThan(fills.length - 1);
  });

  it('are followed over time', () => {
    const periods: HotPeriods = {
      bin: 'year',
      starts: Array.from({ length: 12 }, (_, i) => i * 365),
      end: 12 * 365,
    };
    const steps = periods.starts.map(() => facet(input.regionCounts));
    const trend = trendModel(study, facet(input.regionCounts), periods, steps, 0);
    const isHot = (kind: string) => kind === 'hot' || kind === 'strong-hot';
    const lasting = trend.shown.filter(({ kind }) => kind === 'persistent').map(({ key }) => key);
    expect(lasting.sort()).toEqual(
      hot.shown
        .filter(({ kind }) => isHot(kind))
        .map(({ key }) => key)
        .sort(),
    );
    expect(trend).toMatchObject({ view: 'trend', over: 'regions', problem: null });
  });
});
