import { describe, expect, it } from 'vitest';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';

const counts = (soFar: boolean): FacetCounts => Object.assign(new Map([['seizure', 3]]), { soFar });

describe('events of some values', () => {
  it('are added', () => {
    expect(eventsIn(counts(false), ['seizure', 'clash'])).toBe(3);
    expect(eventsIn(counts(true), ['seizure'])).toBe(3);
  });

  it('are none where all rows were counted, and unknown where they are still read or awaited', () => {
    expect(eventsIn(counts(false), ['clash'])).toBe(0);
    expect(eventsIn(counts(true), ['clash'])).toBeNull();
    expect(eventsIn(null, ['seizure'])).toBeNull();
  });
});
