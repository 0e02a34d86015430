import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameBbox, frameOf, perceivedZoom, scaleBar, toFrame } from '#figures/map/map-frame.ts';

describe('frames', () => {
  const side = fc.integer({ min: 200, max: 2000 });
  const west = fc.double({ min: -110, max: -60, noNaN: true });
  const south = fc.double({ min: -50, max: 20, noNaN: true });
  const size = fc.double({ min: 0.5, max: 30, noNaN: true });

  test('show the whole box at every size', () => {
    fc.assert(
      fc.property(side, side, west, south, size, size, (width, height, w, s, dx, dy) => {
        const frame = frameOf([w, s, w + dx, s + dy], width, height, 0);
        const [left, bottom, right, top] = frameBbox(frame, 1);
        expect(left).toBeLessThanOrEqual(w);
        expect(bottom).toBeLessThanOrEqual(s);
        expect(right).toBeGreaterThanOrEqual(w + dx);
        expect(top).toBeGreaterThanOrEqual(s + dy);
      }),
    );
  });

  test('north is up, east is right', () => {
    const frame = frameOf([-80, -18, -68, 0], 800, 600, 20);
    expect(toFrame(frame, -70, -10).x).toBeGreaterThan(toFrame(frame, -78, -10).x);
    expect(toFrame(frame, -75, -2).y).toBeLessThan(toFrame(frame, -75, -16).y);
  });

  test('the scale bar is a round distance that fits', () => {
    const frame = frameOf([-80, -18, -68, 0], 800, 600, 20);
    const bar = scaleBar(frame, 120);
    expect([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]).toContain(bar.km);
    expect(bar.pixels).toBeLessThanOrEqual(120);
    expect(bar.pixels).toBeGreaterThan(40);
  });

  test('a picture twice as large with type twice as large is perceived from the same height', () => {
    const screen = frameOf([-80, -18, -68, 0], 800, 600, 0);
    const print = frameOf([-80, -18, -68, 0], 1600, 1200, 0);
    expect(perceivedZoom(print, 2)).toBeCloseTo(perceivedZoom(screen, 1), 6);
  });
});
