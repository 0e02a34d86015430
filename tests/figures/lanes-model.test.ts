import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import { hitSpot, movedSpot, spotPoint } from '#figures/lanes/lanes-hit.ts';
import { layoutLanes } from '#figures/lanes/lanes-layout.ts';
import {
  binAt,
  binsBetween,
  buildLanes,
  MARKS_PER_LANE,
  marksQueryFor,
  movedWindow,
  roundTop,
} from '#figures/lanes/lanes-model.ts';
import { barWords, lanesLegend, lanesSummary, lanesTable, noteWords } from '#figures/lanes/lanes-words.ts';
import { airDays, axis, i18nOf, lanesInput, marksAnswer, seriesAnswer } from './lanes-fixture.ts';

describe('lanes', () => {
  it('draws many events as bars and few as marks, in the order of the taxonomy', () => {
    const model = buildLanes(lanesInput);
    expect(model.lanes.map(({ type, form }) => [type, form])).toEqual([
      ['seizure', 'bars'],
      ['air', 'marks'],
    ]);
    expect(model.lanes[0]?.total).toEqual({ events: 300, value: 300, unreported: 0 });
    expect(model.lanes[0]?.top).toBe(30);
  });

  it('keeps bars where marks were cut off or not asked for', () => {
    expect(buildLanes({ ...lanesInput, marks: null }).lanes[1]?.form).toBe('bars');
    expect(buildLanes({ ...lanesInput, marks: { ...marksAnswer, truncated: true } }).lanes[1]?.form).toBe(
      'bars',
    );
  });

  it('marks a vague date as a span around its middle', () => {
    const [exact, vague] = buildLanes(lanesInput).lanes[1]?.marks ?? [];
    expect(exact).toMatchObject({ n: 11, vague: false, day: airDays[0] });
    expect(vague).toMatchObject({ n: 12, vague: true, day: dayOf(2015, 3, 16), value: null });
  });

  it('keeps a quantity that nobody reports apart from 0', () => {
    const lane = buildLanes({ ...lanesInput, measure: 'kg' }).lanes;
    expect(lane[0]?.total.unreported).toBe(1);
    expect(lane[1]?.marks.map((mark) => mark.value)).toEqual([288, null]);
  });

  it('shares a scale between lanes of like height only, and says which', () => {
    const alike = seriesAnswer();
    const both = {
      ...alike,
      series: [alike.series[0]!, { ...alike.series[0]!, key: 'clash', events: alike.starts.map(() => 10) }],
    };
    const shared = buildLanes({ ...lanesInput, series: both, marks: null });
    expect(shared.scale).toBe('shared');
    expect(new Set(shared.lanes.map((lane) => lane.top)).size).toBe(1);
    const own = buildLanes({ ...lanesInput, marks: null });
    expect(own.scale).toBe('own');
    expect(own.lanes.map((lane) => lane.top)).toEqual([30, 1]);
  });

  it('hatches what nobody could have reported and what is yet to come', () => {
    expect(buildLanes(lanesInput).hatches).toEqual([
      { from: dayOf(2014, 1, 1), to: dayOf(2014, 12, 31), reason: 'uncovered' },
      { from: dayOf(2015, 12, 11), to: axis.to, reason: 'unfinished' },
    ]);
  });

  it('does not call a quiet month a gap', () => {
    const sources = lanesInput.coverage!.starts.map((_, index) => (index % 6 === 5 ? 0 : 2));
    const model = buildLanes({ ...lanesInput, coverage: { ...lanesInput.coverage!, sources } });
    expect(model.hatches.map(({ reason }) => reason)).toEqual(['unfinished']);
  });

  it('labels three milestones at most and drops those outside the axis', () => {
    const many = Array.from({ length: 5 }, (_, n) => ({
      n,
      day: dayOf(2014, n + 1, 1),
      precision: 'day' as const,
      label: `m${n}`,
    }));
    const model = buildLanes({
      ...lanesInput,
      milestones: [...many, { ...many[0]!, n: 9, day: dayOf(2020, 1, 1) }],
    });
    expect(model.milestones.map(({ labelled }) => labelled)).toEqual([true, true, true, false, false]);
    const chosen = { from: dayOf(2014, 4, 1), to: dayOf(2014, 12, 31) };
    const windowed = buildLanes({ ...lanesInput, milestones: many, window: chosen });
    expect(windowed.milestones.map(({ labelled }) => labelled)).toEqual([true, false, false, true, true]);
  });

  it('asks for the marks of small lanes only, and never for more than the filter allows', () => {
    const few = marksQueryFor(seriesAnswer(), emptyFilter, 'family', axis);
    expect(few?.filter.types).toContain('shoot-down');
    expect(few?.filter.types).not.toContain('drug-seizure');
    const narrowed = marksQueryFor(seriesAnswer(), { ...emptyFilter, types: ['shoot-down'] }, 'family', axis);
    expect(narrowed?.filter.types).toEqual(['shoot-down']);
    expect(
      marksQueryFor(seriesAnswer(), { ...emptyFilter, types: ['drug-seizure'] }, 'family', axis),
    ).toBeNull();
    expect(MARKS_PER_LANE).toBeLessThan(300);
  });
});

describe('windows and bins', () => {
  it('finds the bin of a day', () => {
    const model = buildLanes(lanesInput);
    expect(binAt(model, dayOf(2014, 1, 31))).toBe(0);
    expect(binAt(model, dayOf(2014, 2, 1))).toBe(1);
    expect(binAt(model, dayOf(2016, 1, 1))).toBeNull();
  });

  it('counts bins and moves windows by them, never beyond the bounds', () => {
    expect(binsBetween(dayOf(2014, 1, 1), dayOf(2014, 12, 31), 'month')).toBe(12);
    const year = { from: dayOf(2014, 1, 1), to: dayOf(2014, 12, 31) };
    expect(movedWindow(year, 'month', 1, axis)).toEqual({ from: dayOf(2014, 2, 1), to: dayOf(2015, 1, 31) });
    expect(movedWindow(year, 'month', 99, axis)).toEqual({
      from: dayOf(2015, 1, 1),
      to: dayOf(2015, 12, 31),
    });
    expect(movedWindow(year, 'month', -3, axis)).toEqual(year);
  });

  it.each([
    [0, 1],
    [7, 8],
    [11, 12],
    [13, 15],
    [2600, 3000],
    [0.3, 0.3],
  ])('rounds the top of %d to %d', (value, top) => expect(roundTop(value)).toBeCloseTo(top));
});

describe('the words of lanes', () => {
  it.each(['en', 'es', 'pt'] as const)('tells the same numbers in %s', async (lang) => {
    const i18n = await i18nOf(lang);
    const model = buildLanes({ ...lanesInput, measure: 'kg' });
    const summary = lanesSummary(model, i18n);
    expect(summary).toContain(i18n.format.kg(30_000));
    expect(summary).not.toMatch(/[{}]|undefined|NaN/);
    expect(noteWords(model, i18n).join(' ')).toContain('4');
    expect(noteWords(model, i18n).length).toBeGreaterThanOrEqual(5);
  });

  it('repeats the drawing as a table: ISO days, null where nothing can be known', async () => {
    const table = lanesTable(buildLanes(lanesInput), 'c', await i18nOf('en'));
    expect(table.rows).toHaveLength(24);
    expect(table.rows[0]?.slice(0, 3)).toEqual(['2014-01-01', '2014-01-31', null]);
    expect(table.rows[12]?.slice(0, 4)).toEqual(['2015-01-01', '2015-01-31', 13, 0]);
  });

  it('gives null, not 0, where events report no quantity at all', async () => {
    const table = lanesTable(
      buildLanes({ ...lanesInput, measure: 'kg', coverage: null, asOf: dayOf(2020, 1, 1) }),
      'c',
      await i18nOf('en'),
    );
    expect(table.rows[0]?.[2]).toBeNull();
    expect(table.rows[1]?.[2]).toBe(200);
  });
});

describe('a stack', () => {
  const model = buildLanes({ ...lanesInput, form: 'stacked' });

  it('puts every lane on those below, under one scale that holds the highest sum', () => {
    expect(model.lanes.map(({ type, form }) => [type, form])).toEqual([
      ['seizure', 'bars'],
      ['air', 'bars'],
    ]);
    const [seizures, air] = model.lanes;
    expect(air?.offsets).toEqual(air?.values.map(() => 0));
    expect(seizures?.offsets).toEqual(air?.values);
    const sums = seizures?.values.map((value, bin) => value + (air?.values[bin] ?? 0)) ?? [];
    expect(new Set(model.lanes.map(({ top }) => top))).toEqual(new Set([roundTop(Math.max(...sums))]));
    expect(model.scale).toBe('none');
  });

  it('leaves no family out, since a stack that does says too little', () => {
    const line = seriesAnswer().series[0]!;
    const keys = ['seizure', 'air', 'clash', 'arrest', 'eradication', 'killing', 'trafficking', 'policy'];
    const series = { ...seriesAnswer(), series: keys.map((key) => ({ ...line, key })) };
    const all = buildLanes({ ...lanesInput, series, form: 'stacked' });
    expect([all.lanes.length, all.hidden.length]).toEqual([keys.length, 0]);
    expect(all.lanes[0]?.offsets?.[3]).toBe(4 * (keys.length - 1));
  });

  it('is found and walked part by part: up and down within a bar', async () => {
    const i18n = await i18nOf('en');
    const layout = layoutLanes(model, { width: 800, height: 300 }, 12, i18n);
    const bin = 13;
    const [top] = layout.rows;
    if (!top) throw new Error('no row');
    const x = (layout.x(model.bins[bin]!.from) + layout.x(model.bins[bin]!.to)) / 2;
    const yOf = (value: number): number => top.base - (value / top.lane.top) * top.height;
    expect(hitSpot(model, layout, x, yOf(0.5))).toEqual({ kind: 'bar', lane: 1, bin });
    expect(hitSpot(model, layout, x, yOf(8))).toEqual({ kind: 'bar', lane: 0, bin });
    expect(hitSpot(model, layout, x, top.top + 1)).toEqual({ kind: 'bar', lane: 0, bin });
    expect(movedSpot(model, { kind: 'bar', lane: 0, bin }, 'ArrowDown')).toEqual({
      kind: 'bar',
      lane: 1,
      bin,
    });
    expect(spotPoint(model, layout, { kind: 'bar', lane: 0, bin })?.y).toBeCloseTo(yOf(15));
    expect(barWords(model, model.lanes[1]!, bin, i18n)).toEqual([
      'Shoot-downs, air, February 2015',
      '1 event',
      '15 events in all',
    ]);
  });

  it('names its parts once: beside the plot, or above it where the figure is narrow, never under the milestones', async () => {
    const i18n = await i18nOf('en');
    for (const width of [800, 340]) {
      const layout = layoutLanes(model, { width, height: 300 }, 12, i18n);
      const keys = layout.rows.map(({ key }) => key);
      expect(keys.every((key) => key !== null)).toBe(true);
      expect(layout.rows.map(({ topLabel }) => topLabel !== null)).toEqual([true, false]);
      const words = layout.milestones.flatMap(({ label, labelY }) => (label ? [labelY] : []));
      if (width === 340)
        for (const key of keys) for (const y of words) expect(y - (key?.y ?? 0)).toBeGreaterThan(8);
    }
  });

  it('has the same table as the lanes, and names each colour in its legend', async () => {
    const i18n = await i18nOf('en');
    const lanes = buildLanes({ ...lanesInput, marks: null });
    expect(lanesTable(model, 'Events', i18n)).toEqual(lanesTable(lanes, 'Events', i18n));
    expect(
      lanesLegend(model, i18n)
        .entries.slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(['Seizures', 'Shoot-downs, air']);
  });
});
