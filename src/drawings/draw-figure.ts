import {
  type FigureName,
  type FigurePage,
  type FigureRef,
  FigureRefError,
  type figurePages,
  type OpenRef,
  openFigureRef,
} from '#core/figure-ref.ts';
import type { Drawing } from '#figures/figure.ts';
import type { DrawContext } from './draw-context.ts';
import { checkEdition } from './figure-needs.ts';
import type { MadeFigure } from './made-figure.ts';

type Maker = (ref: OpenRef, context: DrawContext) => Promise<MadeFigure>;

const timeline = () => import('./timeline/make-timeline.ts');
const map = () => import('./map/make-map.ts');
const list = () => import('./list/make-list.ts').then((m) => m.eventList);
const series = () => import('./series/make-series.ts');

/** Every figure of every page. */
type Makers = {
  readonly [P in FigurePage]: {
    readonly [F in (typeof figurePages)[P]['figures'][number]]: () => Promise<Maker>;
  };
};

/** Who makes which figure; each fetched when first wanted. */
const makers: Makers = {
  explore: {
    map: () => map().then((m) => m.exploreMap),
    timeline: () => timeline().then((m) => m.exploreTimeline),
    list,
    rank: () => import('./rank/make-rank.ts').then((m) => m.exploreRank),
  },
  country: {
    map: () => map().then((m) => m.countryMap),
    timeline: () => timeline().then((m) => m.countryTimeline),
    chart: () => series().then((m) => m.countryChart),
    indicator: () => import('./indicator/make-indicator.ts').then((m) => m.countryIndicator),
  },
  events: { list },
  event: { map: () => import('./map/make-event-map.ts').then((m) => m.eventMap) },
  group: { years: () => import('./timeline/make-years.ts').then((m) => m.groupYears) },
  indicator: { series: () => series().then((m) => m.indicatorSeries) },
};

/**
 * Makes the figure that a reference names, with what a page needs to let it be pointed at. Throws FigureRefError where it names
 * none, or one of other data than those at hand.
 */
export async function makeFigure(ref: FigureRef, context: DrawContext): Promise<MadeFigure> {
  const open = openFigureRef(ref);
  checkEdition(open, context.edition);
  const ofPage: { readonly [F in FigureName]?: () => Promise<Maker> } = makers[open.page];
  const maker = ofPage[open.figure];
  if (!maker) throw new FigureRefError('not-on-page', ref.address, 'Choose another figure.');
  return (await maker())(open, context);
}

/** The figure that a reference names, exactly as its own page exports it. */
export async function drawFigure(ref: FigureRef, context: DrawContext): Promise<Drawing> {
  return (await makeFigure(ref, context)).drawing;
}
