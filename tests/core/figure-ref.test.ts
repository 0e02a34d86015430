import { describe, expect, it } from 'vitest';
import {
  checkFigureRef,
  type FigureName,
  FigureRefError,
  figureAddress,
  figurePages,
  openFigureRef,
  readFigureRef,
  refOfLink,
  writeFigureRef,
} from '#core/figure-ref.ts';
import { emptyFilter } from '#core/filter.ts';
import { defaultView, maxAddressLength } from '#core/view.ts';
import { patterns } from '#state/paths.ts';

const refuse = (run: () => unknown): FigureRefError => {
  try {
    run();
  } catch (error) {
    if (error instanceof FigureRefError) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('figure references', () => {
  it('stand on pages that the router knows', () => {
    for (const [page, { path }] of Object.entries(figurePages))
      expect(path).toBe(patterns[page as keyof typeof figurePages].replace(/:\w+/, ':id'));
  });

  it('open with page, record, part and the whole view', () => {
    const view = {
      ...defaultView,
      filter: { ...emptyFilter, types: ['seizure'] },
      mapMode: 'hot' as const,
      measure: 'kg' as const,
    };
    const address = figureAddress('country', 'PE', view, 'coca-national@VRAEM');
    expect(address).toBe('/country/PE?v=1&mode=hot&type=seizure&unit=kg#coca-national%40VRAEM');
    const open = openFigureRef({ figure: 'chart', address });
    expect(open).toMatchObject({
      page: 'country',
      id: 'PE',
      part: 'coca-national@VRAEM',
      view,
      problems: [],
    });
  });

  it('are the same after writing and reading, for every figure of every page', () => {
    for (const [page, { figures }] of Object.entries(figurePages))
      for (const figure of figures) {
        const address = figureAddress(page as keyof typeof figurePages, 'a b/ñ', defaultView, 'x');
        const ref = { figure, address };
        expect(readFigureRef(writeFigureRef(ref))).toEqual(ref);
        expect(checkFigureRef(JSON.parse(JSON.stringify({ ...ref, more: 1 })))).toEqual(ref);
        expect(openFigureRef(ref).id).toBe(
          figurePages[page as 'country'].path.includes(':id') ? 'a b/ñ' : '',
        );
      }
  });

  it('drop and name what a query cannot say, and keep the rest', () => {
    const { view, problems } = openFigureRef({ figure: 'map', address: '/?v=1&c=PE&mode=heat' });
    expect(view.filter.countries).toEqual(['PE']);
    expect(problems.map(({ parameter }) => parameter)).toEqual(['mode']);
  });

  it.each([
    ['pie', '/', 'no-figure'],
    ['map', 'https://example.org/', 'not-in-app'],
    ['map', '//example.org/', 'not-in-app'],
    ['map', '/\\example.org', 'not-in-app'],
    ['map', '', 'not-in-app'],
    ['map', '/country/%E0%A4%A', 'not-in-app'],
    ['map', `/?q=${'a'.repeat(maxAddressLength)}`, 'too-long'],
    ['map', '/about', 'no-page'],
    ['map', '/country/', 'no-page'],
    ['series', '/', 'not-on-page'],
    ['chart', '/country/PE', 'no-part'],
  ])('refuse %s of %s with what and how to mend: %s', (figure, address, code) => {
    const error = refuse(() => openFigureRef({ figure: figure as FigureName, address }));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/names no figure\. \S+/);
  });

  it.each([[null], ['map /'], [{ figure: 'map' }], [{ figure: 1, address: '/' }]])(
    'refuse %j, which is no reference',
    (value) => expect(refuse(() => checkFigureRef(value)).code).toBe('not-a-ref'),
  );

  it('refuse a line without an address', () => {
    expect(refuse(() => readFigureRef('map')).code).toBe('not-a-ref');
  });

  it.each([
    ['map', 'https://a.example/?v=1&c=PE', { figure: 'map', address: '/?v=1&c=PE' }],
    ['map', 'https://a.example', { figure: 'map', address: '/' }],
    ['lanes', 'https://a.example/groups/x', { figure: 'years', address: '/groups/x' }],
    ['lanes', 'https://a.example/country/PE', { figure: 'timeline', address: '/country/PE' }],
    ['series', 'https://a.example/country/PE#coca', { figure: 'chart', address: '/country/PE#coca' }],
    ['series', 'https://a.example/indicators/coca', { figure: 'series', address: '/indicators/coca' }],
    ['table', 'https://a.example/events?v=1&c=PE', { figure: 'list', address: '/events?v=1&c=PE' }],
    ['table', 'https://a.example/articles', null],
  ] as const)('are known by kind %s and link %s', (kind, link, ref) => {
    expect(refOfLink(kind, link)).toEqual(ref);
  });
});
