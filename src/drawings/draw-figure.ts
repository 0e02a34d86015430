import {
  type FigureName,
  type FigurePage,
  type FigureRef,
  FigureRefError,
  type OpenRef,
  openFigureRef,
} from '#core/figure-ref.ts';
import type { Drawing } from '#figures/figure.ts';
import type { DrawContext } from './draw-context.ts';
import type { MadeFigure } from './made-figure.ts';

type Maker = (ref: OpenRef, context: DrawContext) => Promise<MadeFigure>;

const timeline = () => import('./timeline/make-timeline.ts');
const map = () => import('./map/make-map.ts');
const series = () => import('./series/make-series.ts');

/** Who makes which figure; each fetched when first wanted. */
const makers: { readonly [P in FigurePage]?: { readonly [F in FigureName]?: () => Promise<Maker> } } = {
  explore: {
    map: () => map().then((m) => m.exploreMap),
    timeline: () => timeline().then((m) => m.exploreTimeline),
  },
  country: {
    map: () => map().then((m) => m.countryMap),
    timeline: () => timeline().then((m) => m.countryTimeline),
    chart: () => series().then((m) => m.countryChart),
  },
  indicator: { series: () => series().then((m) => m.indicatorSeries) },
};

/** Makes the figure that a reference names, with what a page needs to let it be pointed at. Throws FigureRefError where it names none. */
export async function makeFigure(ref: FigureRef, context: DrawContext): Promise<MadeFigure> {
  const open = openFigureRef(ref);
  const maker = makers[open.page]?.[open.figure];
  if (!maker) throw new FigureRefError('not-on-page', ref.address, 'Choose another figure.');
  return (await maker())(open, context);
}

/** The figure that a reference names, exactly as its own page exports it. */
export async function drawFigure(ref: FigureRef, context: DrawContext): Promise<Drawing> {
  return (await makeFigure(ref, context)).drawing;
}
