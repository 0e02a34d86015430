import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { FigureWords } from '#figures/figure.ts';
import { hotModel, trendModel } from '#figures/map/hot-model.ts';
import { hotDetails, hotFigureWords, hotSentence } from '#figures/map/hot-words.ts';
import { mapInk, mapLegend, mapTable, summaryOf } from '#figures/map/map-drawing.tsx';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { answer, cellOf, cluster, keyAt, scattered, study, years } from './hot-world.ts';
import { base, countAnswer, nothing, places } from './map-world.ts';

const i18n = makeI18n('en', await loadMessages('en'));
const planted = [...cluster(5, 5, 30), ...scattered];
const hot = hotModel(study, answer([...planted, [40, 40, 3]]));
const model = buildMapModel({ ...nothing, mode: 'hot', measure: 'kg', hot, count: countAnswer(300, 7) });
const hotspots = hotspotList(model, places);

const trendOf = (counts: (year: number) => Parameters<typeof answer>[0]) =>
  trendModel(
    study,
    answer(planted),
    years,
    years.starts.map((_, i) => answer(counts(i))),
    3,
  );

function ink(of: typeof model): string {
  const draw = mapInk({ model: of, base, bbox: [-82, -18, -68, 0], chosen: ['PE'], i18n });
  return renderToStaticMarkup(
    <svg>
      <title>Map</title>
      {draw({ size: { width: 1300, height: 900 }, theme: 'light', font: 22 })}
    </svg>,
  );
}

describe('hot spots', () => {
  test('are the planted cluster; cells with events are drawn, empty ones only where they are spots', () => {
    expect(hot.problem).toBeNull();
    expect(hot.places).toBe(144);
    const middle = hot.shown.find(({ key }) => key === keyAt(5, 5));
    expect(middle).toMatchObject({ kind: 'strong-hot', events: 30, around: 210 });
    expect(middle!.expected).toBeCloseTo((7 * (210 + 9)) / 144, 9);
    expect(hot.shown.find(({ key }) => key === keyAt(0, 0))?.kind).toBe('even');
    expect(hot.shown.some(({ key }) => key === keyAt(11, 3))).toBe(false);
    const empty = hot.shown.filter(({ events }) => events === 0);
    expect(empty.every(({ kind }) => kind === 'hot' || kind === 'strong-hot')).toBe(true);
  });

  test('leave out of the test what lies outside the land, and say so', () => {
    const atSea = hot.shown.find(({ cell }) => cell?.q === cellOf(40, 40).q);
    expect(atSea).toMatchObject({ kind: 'untested', events: 3, around: null, z: null });
  });

  test('count events whatever the measure, keep what is not placed, and show no symbols', () => {
    expect(model.measure).toBe('count');
    expect(model.notPlaced).toBe(7);
    expect(model.symbols).toEqual([]);
    expect(model.cellZoom).toBe(6);
    expect(hotspots[0]).toMatchObject({ key: keyAt(5, 5), target: { kind: 'cell', cell: cellOf(5, 5) } });
  });

  test('have a legend of what is there, a table of every drawn cell and a summary', () => {
    expect(mapLegend(model, i18n)).toMatchObject({
      title: 'Reports against chance',
      entries: [
        { mark: 'signed', sign: '+', label: 'Hot, 1 in 100 may be chance' },
        { mark: 'swatch', label: 'Events, no more than chance' },
        { mark: 'hatch', label: 'Not tested' },
      ],
    });
    const table = mapTable(model, hotspots, i18n);
    expect(table.columns.map(({ key }) => key).slice(-4)).toEqual(['around', 'expected', 'z', 'adjusted']);
    expect(table.rows).toHaveLength(hot.shown.length);
    expect(table.rows.at(-1)!.slice(-4)).toEqual([null, null, null, null]);
    expect(summaryOf(model, hotspots, i18n)).toMatch(
      /^\d+ hot and 0 cold cells among 144 tested\. The strongest/,
    );
  });

  test('put caveat, method and counts into the words that exports print', () => {
    const words = {
      title: 'Seizures, Peru',
      caveat: 'General.',
      alt: 'Map: Seizures, Peru. All.',
    } as FigureWords;
    const own = hotFigureWords(words, hot, i18n);
    expect(own.title).toBe('Seizures, Peru: hot spots');
    expect(own.caveat).toMatch(
      /^Clusters of reports, not of crime.*Gi\*.*144 of 144 cells tested.*General\.$/,
    );
    expect(own.alt).toMatch(/^Map: Seizures, Peru: hot spots\. \d+ hot and 0 cold cells/);
    expect(hotFigureWords(words, hot, i18n, true).caveat).not.toContain('Gi*');
    expect(hotFigureWords(words, null, i18n)).toBe(words);
  });

  test('say of cold cells that silence is no peace', () => {
    const rest = Array.from({ length: study.size }).flatMap((_, i): [number, number, number][] => {
      const [q, r] = [i % 12, Math.floor(i / 12)];
      return q < 5 && r < 6 ? [] : [[q, r, 12 + ((q * 7 + r * 5) % 4)]];
    });
    const cold = hotModel(study, answer(rest));
    const own = buildMapModel({ ...nothing, mode: 'hot', hot: cold });
    expect(cold.shown.some(({ kind, events }) => kind === 'strong-cold' && events === 0)).toBe(true);
    const words = { title: 'T', caveat: 'General.', alt: 'T' } as FigureWords;
    expect(hotFigureWords(words, cold, i18n, true).caveat).toContain('no source looks there');
    expect(mapLegend(own, i18n).entries[0]).toMatchObject({ mark: 'signed', sign: '\u2212' });
  });

  test('are drawn with a sign and a colour; not-tested cells are hatched', () => {
    const svg = ink(model);
    const { strongHot } = palettes.light.hot;
    expect(svg).toContain(`fill="${strongHot}"`);
    expect(svg.match(/<text[^>]*>\+<\/text>/g)!.length).toBe(
      hot.shown.filter(({ kind }) => kind === 'hot' || kind === 'strong-hot').length,
    );
  });

  test('say why nothing is tested instead of drawing a verdict', () => {
    const few = hotModel(study, answer([[1, 1, 4]]));
    expect(few.problem).toBe('few-events');
    expect(few.shown.map(({ kind }) => kind)).toEqual(['untested']);
    expect(hotSentence(few, i18n)).toMatch(/^Not tested: too few events/);
    const alike = hotModel(
      study,
      answer(Array.from({ length: 18 }, (_, i) => [(i * 7) % 12, (i * 5) % 12, 2 + (i % 2)])),
    );
    expect(alike.problem).toBeNull();
    expect(hotSentence(alike, i18n)).toMatch(/^None of the 140 cells tested holds/);
    const without = buildMapModel({ ...nothing, mode: 'hot' });
    expect(mapLegend(without, i18n).entries).toEqual([]);
    expect(hotspotList(without, places)).toEqual([]);
  });

  test('tell in the tooltip what was found and what chance would give', () => {
    const lines = hotDetails(hot.shown[0]!, hot, i18n);
    expect(lines[0]).toMatch(/^210 events in and around it; 1\d(\.\d)? expected$/);
    expect(lines[1]).toMatch(/^Adjusted p/);
  });
});

describe('the trend of hot spots', () => {
  test('tells a lasting spot from a new one', () => {
    const trend = trendOf((year) => [
      ...cluster(3, 3, 20),
      ...(year === 11 ? cluster(8, 8, 20) : []),
      ...scattered,
    ]);
    expect(trend.problem).toBeNull();
    expect(trend.periods).toMatchObject({ bin: 'year', used: 12 });
    const kindAt = (q: number, r: number) => trend.shown.find(({ key }) => key === keyAt(q, r))?.kind;
    expect(kindAt(3, 3)).toBe('persistent');
    expect(kindAt(8, 8)).toBe('new');
    expect(kindAt(0, 5)).toBe('even');
    expect(trend.shown.find(({ key }) => key === keyAt(3, 3))?.hotPeriods).toBe(12);
  });

  test('sees a share that rises, with its slope per year, sources that come and go in the caveat', () => {
    const trend = trendOf((year) => [...cluster(3, 3, 20 + 12 * year), ...cluster(8, 8, 60), ...scattered]);
    const own = buildMapModel({ ...nothing, mode: 'trend', hot: trend });
    const rising = trend.shown.find(({ key }) => key === keyAt(3, 3))!;
    expect(rising.kind).toBe('intensifying');
    expect(trend.shown.find(({ key }) => key === keyAt(8, 8))?.kind).toBe('diminishing');
    expect(hotDetails(rising, trend, i18n).at(-1)).toMatch(/^Share of all events \+\d/);
    expect(mapLegend(own, i18n).entries.map((entry) => ('sign' in entry ? entry.sign : ''))).toContain('↑');
    expect(ink(own)).toMatch(/<text[^>]*>↓<\/text>/);
    const words = { title: 'T', caveat: 'General.', alt: 'T' } as FigureWords;
    expect(hotFigureWords(words, trend, i18n, true).caveat).toContain('3 sources begin or end');
    expect(hotFigureWords(words, trend, i18n).caveat).toContain('12 years from 2010-01-01 to 2021-12-31');
    expect(summaryOf(own, hotspotList(own, places), i18n)).toMatch(/1 intensifying|\d+ intensifying/);
  });

  test('is not made of too few periods, nor of none', () => {
    const none = trendModel(study, answer(planted), null, [], 0);
    expect(none).toMatchObject({ problem: 'few-periods', periods: null, tested: 0 });
    expect(none.shown.every(({ kind }) => kind === 'untested')).toBe(true);
    const thin = trendOf((year) => (year < 4 ? planted : []));
    expect(thin.problem).toBe('few-periods');
    expect(hotSentence(thin, i18n)).toMatch(/^No trend/);
  });
});
