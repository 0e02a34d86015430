import { describe, expect, it } from 'vitest';
import { contentOfLink } from '#core/briefing-content.ts';
import { openFigureRef } from '#core/figure-ref.ts';

const at = 'https://atalaya.example';

describe('what a link is in a briefing', () => {
  it.each([
    ['map', '/?v=1&asof=2026-11-23.3f9a1c04&c=PE&lang=es&type=air', '/?v=1&c=PE&type=air'],
    ['timeline', '/country/PE?v=1&lang=en', '/country/PE'],
    ['chart', '/country/PE?v=1&lang=en#coca-peru-zones%40VRAEM', '/country/PE#coca-peru-zones%40VRAEM'],
    ['series', '/indicators/coca-national?v=1&c=PE&lang=pt', '/indicators/coca-national?v=1&c=PE'],
  ] as const)('%s of %s: live, in no language of its own', (figure, link, address) => {
    const content = contentOfLink(figure, at + link);
    expect(content).toEqual({ kind: 'figure', ref: { figure, address } });
    expect(openFigureRef({ figure, address }).problems).toEqual([]);
  });

  it('a list keeps its filters and its order', () => {
    expect(contentOfLink('list', `${at}/?v=1&c=BO&lang=es&sort=oldest`)).toEqual({
      kind: 'list',
      address: '/events?v=1&c=BO&sort=oldest',
      rows: 10,
    });
  });
});
