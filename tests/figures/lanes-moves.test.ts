import { describe, expect, it } from 'vitest';
import { dayOf } from '#core/time.ts';
import {
  axisAround,
  closedWindow,
  keyedWindow,
  pannedAxis,
  spannedWindow,
  steppedWindow,
  withEdge,
  zoomedAxis,
} from '#figures/lanes/lanes-moves.ts';

const bounds = { from: dayOf(2011, 1, 1), to: dayOf(2016, 6, 30) };
const window = { from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) };
const press = (key: string, shift = false) => ({ key, shift });

describe('keys on an edge (ux.md 5)', () => {
  it.each([
    ['ArrowRight', false, dayOf(2014, 2, 1)],
    ['ArrowLeft', false, dayOf(2013, 12, 1)],
    ['ArrowRight', true, dayOf(2014, 11, 1)],
    ['PageUp', false, dayOf(2015, 1, 1)],
    ['PageDown', false, dayOf(2013, 1, 1)],
    ['Home', false, dayOf(2011, 1, 1)],
  ])('%s (shift %s) moves the start', (key, shift, from) => {
    expect(keyedWindow(window, 'from', press(key, shift), 'month', bounds)).toEqual({ ...window, from });
  });

  it('moves the end by whole bins and to the last', () => {
    expect(keyedWindow(window, 'to', press('ArrowRight'), 'month', bounds)?.to).toBe(dayOf(2016, 1, 31));
    expect(keyedWindow(window, 'to', press('End'), 'month', bounds)?.to).toBe(bounds.to);
    expect(keyedWindow(window, 'to', press('ArrowLeft'), 'year', bounds)?.to).toBe(dayOf(2014, 12, 31));
  });

  it('leaves other keys alone', () => {
    expect(keyedWindow(window, 'from', press('a'), 'month', bounds)).toBeNull();
  });

  it('never lets the edges cross nor leave the bounds', () => {
    expect(withEdge(window, 'from', dayOf(2020, 1, 1), 'month', bounds).from).toBe(dayOf(2015, 12, 1));
    expect(withEdge(window, 'to', dayOf(2000, 1, 1), 'month', bounds).to).toBe(dayOf(2014, 1, 31));
    expect(withEdge(window, 'from', dayOf(1990, 1, 1), 'month', bounds).from).toBe(bounds.from);
  });
});

describe('windows', () => {
  it('closes open ends with the bounds', () => {
    expect(closedWindow({ from: null, to: null }, bounds)).toEqual(bounds);
    expect(closedWindow({ from: window.to, to: window.from }, bounds)).toEqual(window);
  });

  it('spans whole bins in either direction', () => {
    const expected = { from: dayOf(2014, 3, 1), to: dayOf(2014, 5, 31) };
    expect(spannedWindow(dayOf(2014, 5, 9), dayOf(2014, 3, 4), 'month')).toEqual(expected);
  });

  it('steps by its own length, and starts at an end when nothing is chosen', () => {
    const year = { from: dayOf(2014, 1, 1), to: dayOf(2014, 12, 31) };
    expect(steppedWindow(year, 'month', 1, bounds)).toEqual({
      from: dayOf(2015, 1, 1),
      to: dayOf(2015, 12, 31),
    });
    expect(steppedWindow(null, 'month', 1, bounds)).toEqual({
      from: bounds.from,
      to: dayOf(2011, 12, 31),
    });
    expect(steppedWindow(null, 'month', -1, bounds).to).toBe(bounds.to);
  });
});

describe('the axis', () => {
  it('zooms around a day and keeps it in its place', () => {
    const around = dayOf(2014, 6, 1);
    const zoomed = zoomedAxis(bounds, 0.5, around, bounds);
    const share = (axis: { from: number; to: number }) => (around - axis.from) / (axis.to - axis.from + 1);
    expect(zoomed).not.toBeNull();
    expect(share(zoomed!)).toBeCloseTo(share(bounds), 2);
  });

  it('gives everything back when zoomed out, and never less than two weeks', () => {
    expect(zoomedAxis(window, 9, window.from, bounds)).toBeNull();
    const least = zoomedAxis(window, 0.0001, window.from, bounds)!;
    expect(least.to - least.from + 1).toBe(14);
  });

  it('pans within the bounds', () => {
    expect(pannedAxis(window, 5, bounds).to).toBe(bounds.to);
    expect(pannedAxis(window, -5, bounds).from).toBe(bounds.from);
  });

  it('shows a window with some air', () => {
    const shown = axisAround({ from: dayOf(2014, 1, 1), to: dayOf(2014, 12, 31) }, bounds)!;
    expect(shown.from).toBeLessThan(dayOf(2014, 1, 1));
    expect(shown.to).toBeGreaterThan(dayOf(2014, 12, 31));
    expect(axisAround(bounds, bounds)).toBeNull();
  });
});
