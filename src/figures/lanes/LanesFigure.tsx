import type { I18n } from '#i18n/i18n.tsx';
import type { FigureInk } from '../figure.ts';
import { palettes } from '../palette.ts';
import {
  CoverageStrip,
  LanesBars,
  LanesGround,
  LanesMarks,
  LanesMilestones,
  WindowWash,
} from './LanesInk.tsx';
import { layoutLanes } from './lanes-layout.ts';
import type { LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

/** The lanes as ink at any size and theme, for exports and still pictures. `window` null = all dates are chosen. */
export function lanesInk(model: LanesModel, window: DaySpan | null, i18n: I18n): FigureInk {
  return ({ size, theme, font }) => {
    const base = { model, layout: layoutLanes(model, size, font, i18n), palette: palettes[theme] };
    return (
      <>
        <WindowWash {...base} window={window} />
        <LanesGround {...base} />
        <LanesBars {...base} window={window} />
        <LanesMilestones {...base} />
        <LanesMarks {...base} window={window} marked={[]} />
        <CoverageStrip {...base} />
      </>
    );
  };
}
