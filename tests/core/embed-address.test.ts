import { describe, expect, it } from 'vitest';
import { embedAddress, embedCode, readEmbedAddress } from '#core/embed-address.ts';
import { type FigurePage, type FigureRef, figureAddress, figurePages } from '#core/figure-ref.ts';
import { emptyFilter } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';

const view = { ...defaultView, filter: { ...emptyFilter, types: ['seizure'] }, lang: 'es' as const };

describe('addresses of embeds', () => {
  it.each<[FigureRef, string]>([
    [{ figure: 'map', address: '/' }, '/embed/map'],
    [{ figure: 'map', address: '/?v=1&c=PE' }, '/embed/map?v=1&c=PE'],
    [{ figure: 'map', address: '/country/PE' }, '/embed/map/country/PE'],
    [{ figure: 'map', address: '/events/pe-011' }, '/embed/map/events/pe-011'],
    [{ figure: 'list', address: '/events?v=1&c=PE' }, '/embed/list/events?v=1&c=PE'],
    [{ figure: 'series', address: '/indicators/coca-national' }, '/embed/series/coca-national'],
    [{ figure: 'chart', address: '/country/PE#coca%40VRAEM' }, '/embed/chart/PE#coca%40VRAEM'],
    [{ figure: 'years', address: '/groups/sendero' }, '/embed/years/sendero'],
  ])('%j is %s', (ref, address) => {
    expect(embedAddress(ref)).toBe(address);
    expect(readEmbedAddress(address)).toEqual({ ref, theme: null });
  });

  it('come back as they were, for every figure of every page, in either theme', () => {
    for (const [page, { figures }] of Object.entries(figurePages))
      for (const figure of figures)
        for (const theme of [null, 'light', 'dark'] as const)
          for (const shown of [defaultView, view]) {
            const part = figure === 'chart' || figure === 'indicator' ? 'a b' : '';
            const ref = { figure, address: figureAddress(page as FigurePage, 'x.y', shown, part) };
            expect(readEmbedAddress(embedAddress(ref, theme))).toEqual({ ref, theme });
          }
  });

  it('take an unknown theme for the reader’s own', () => {
    expect(readEmbedAddress('/embed/map?theme=pink&v=1&c=PE')).toEqual({
      ref: { figure: 'map', address: '/?v=1&c=PE' },
      theme: null,
    });
  });

  it.each(['/embed/', '/embed/pie', '/embed/map/about', '/embed/series', '/embed/chart/PE', '/embed/map//x'])(
    'refuse %s and say how to mend it',
    (address) => expect(() => readEmbedAddress(address)).toThrow(/names no figure\. \S+/),
  );

  it('are framed by code that follows the data and keeps every character of the title a character', () => {
    const ref: FigureRef = { figure: 'map', address: '/?v=1&asof=2026-11-23.3f9a1c04&c=PE&lang=es' };
    const code = embedCode(ref, { origin: 'https://a.example', title: `"Seizures" <in> Peru & Bolivia` });
    expect(code).toMatch(
      /^<iframe src="https:\/\/a\.example\/embed\/map\?v=1&amp;c=PE&amp;lang=es" title="&quot;Seizures&quot; &lt;in&gt; Peru &amp; Bolivia" /,
    );
    expect(code).toContain('aspect-ratio: 3 / 2');
  });
});
