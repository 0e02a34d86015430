import { expect, it } from 'vitest';
import { recordPath } from '#core/record-path.ts';

it('leads to a page of its own, or to a place on the page of sources', () => {
  expect(recordPath('indicator', 'coca-national')).toBe('/indicators/coca-national');
  expect(recordPath('source', 'unodc')).toBe('/sources#unodc');
});

it('keeps an id in one piece, whatever it holds', () => {
  expect(recordPath('event', 'a/b?c#d"e')).toBe('/events/a%2Fb%3Fc%23d%22e');
});
