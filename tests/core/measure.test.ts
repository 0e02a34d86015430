import { describe, expect, it } from 'vitest';
import { gramsOf, type Quantity, quantityOf } from '#core/measure.ts';

const quantity = (
  measure: Quantity['measure'],
  value: number | null,
  low: number | null = null,
  high: number | null = null,
): Quantity => ({
  measure,
  substance: null,
  value,
  low,
  high,
  unit: measure,
});

describe('quantities of an event', () => {
  it('are null, never 0, when nothing is reported', () => {
    expect(quantityOf([], 'kg')).toBeNull();
    expect(quantityOf([quantity('kg', null)], 'kg')).toBeNull();
    expect(quantityOf([quantity('item', 54)], 'kg')).toBeNull();
    expect(quantityOf([quantity('people', 0)], 'people')).toBe(0);
  });

  it('add up within one measure only', () => {
    const both = [quantity('kg', 100.5), quantity('people', 2), quantity('kg', 20)];
    expect(quantityOf(both, 'kg')).toBe(120.5);
    expect(quantityOf(both, 'people')).toBe(2);
    expect(quantityOf(both, 'usd')).toBeNull();
  });

  it('use the best figure where no bound is given', () => {
    const two = [quantity('people', 16, 14, 18), quantity('people', 1)];
    expect([
      quantityOf(two, 'people', 'low'),
      quantityOf(two, 'people'),
      quantityOf(two, 'people', 'high'),
    ]).toEqual([15, 17, 19]);
  });

  it('become whole grams', () => {
    expect(gramsOf(0.1 + 0.2)).toBe(300);
    expect(gramsOf(7600)).toBe(7_600_000);
  });
});
