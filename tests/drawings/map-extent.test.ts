import { expect, it } from 'vitest';
import type { AreasAnswer, ExtentAnswer } from '#core/query.ts';
import { extentOf } from '#drawings/map/map-picture.ts';
import { areasAnswer, base, region } from '#tests/figures/map/map-world.ts';

const found = (bbox: ExtentAnswer['bbox']): ExtentAnswer => ({ kind: 'extent', from: 0, to: 9, bbox });
const areas: AreasAnswer = areasAnswer([[region('PE.BB'), 3]]);

it('fits to events with a place of their own, whatever regions others are known to', () => {
  expect(extentOf([found([-77, -12, -76, -11]), areas], base)).toEqual([-77, -12, -76, -11]);
});

it('fits to regions where no event has a place of its own', () => {
  expect(extentOf([found(null), areas], base)).toEqual([-74, -14, -70, -10]);
});

it('waits while it is not known whether any has, and for the outlines', () => {
  expect(extentOf([null, areas], base)).toBeNull();
  expect(extentOf([found(null), null], base)).toBeNull();
  expect(extentOf([found(null), areas], { ...base, adm1: null })).toBeNull();
});
