import type { ReactNode } from 'react';
import { GlyphMark } from '../glyph.tsx';
import type { CircleMark, Hatch, MapMark, RasterMark, ShapeMark, TextMark } from './map-marks.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

function pathOf({ lines, closed }: ShapeMark): string {
  let d = '';
  for (const flat of lines) {
    for (let i = 0; i + 1 < flat.length; i += 2) {
      d += `${i === 0 ? 'M' : 'L'}${round(flat[i] ?? 0)} ${round(flat[i + 1] ?? 0)}`;
    }
    if (closed && flat.length > 0) d += 'Z';
  }
  return d;
}

/** Parallel lines over the box of the shape, for a clip to cut: patterns with ids would clash between figures. */
function hatchLines(mark: ShapeMark, gap: number): string {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const flat of mark.lines) {
    for (let i = 0; i + 1 < flat.length; i += 2) {
      left = Math.min(left, flat[i] ?? left);
      right = Math.max(right, flat[i] ?? right);
      top = Math.min(top, flat[i + 1] ?? top);
      bottom = Math.max(bottom, flat[i + 1] ?? bottom);
    }
  }
  const height = bottom - top;
  let d = '';
  for (let x = left - height; x < right; x += gap)
    d += `M${round(x)} ${round(bottom)}l${round(height)} ${round(-height)}`;
  return d;
}

const isHatch = (fill: ShapeMark['fill']): fill is Hatch => typeof fill === 'object' && fill !== null;
const dashes = (dash: readonly number[]): string | undefined =>
  dash.length > 0 ? dash.map(round).join(' ') : undefined;

function Shape({ mark, clip }: { mark: ShapeMark; clip: string }): ReactNode {
  const d = pathOf(mark);
  if (d === '') return null;
  const hatched = isHatch(mark.fill) ? mark.fill.hatch : null;
  return (
    <g opacity={mark.opacity < 1 ? mark.opacity : undefined}>
      {hatched ? (
        <>
          <clipPath id={clip}>
            <path d={d} clipRule="evenodd" />
          </clipPath>
          <path
            d={hatchLines(mark, 5)}
            clipPath={`url(#${clip})`}
            fill="none"
            stroke={hatched}
            strokeWidth={1}
          />
        </>
      ) : null}
      <path
        d={d}
        fill={isHatch(mark.fill) ? 'none' : (mark.fill ?? 'none')}
        fillRule="evenodd"
        stroke={mark.stroke ?? 'none'}
        strokeWidth={round(mark.width)}
        strokeDasharray={dashes(mark.dash)}
        strokeLinejoin="round"
      />
    </g>
  );
}

function Disc({ mark }: { mark: CircleMark }): ReactNode {
  return (
    <circle
      cx={round(mark.x)}
      cy={round(mark.y)}
      r={round(mark.r)}
      fill={mark.fill ?? 'none'}
      stroke={mark.stroke ?? 'none'}
      strokeWidth={round(mark.width)}
      strokeDasharray={dashes(mark.dash)}
      opacity={mark.opacity < 1 ? mark.opacity : undefined}
    />
  );
}

function Words({ mark }: { mark: TextMark }): ReactNode {
  return (
    <text
      x={round(mark.x)}
      y={round(mark.y + mark.size * 0.35)}
      fontSize={round(mark.size)}
      fontWeight={mark.weight}
      letterSpacing={mark.spacing ? round(mark.spacing) : undefined}
      textAnchor={mark.anchor}
      fill={mark.color}
      stroke={mark.halo ?? undefined}
      strokeWidth={mark.halo ? round(mark.size * 0.28) : undefined}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {mark.text}
    </text>
  );
}

/** The squares of one class as one path: neighbours in a row are one box, so that no seam shows between them. */
function runsPath(mark: RasterMark, own: number): string {
  const { x, y, side, columns, rows, classes } = mark;
  let d = '';
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < columns; from += 1) {
      let to = from;
      while (to < columns && classes[row * columns + to] === own) to += 1;
      if (to === from) continue;
      const width = round((to - from) * side);
      d += `M${round(x + from * side)} ${round(y + row * side)}h${width}v${round(side)}h${-width}z`;
      from = to;
    }
  }
  return d;
}

function Raster({ mark }: { mark: RasterMark }): ReactNode {
  return (
    <g shapeRendering="crispEdges">
      {mark.colors.map((color, i) => {
        const d = runsPath(mark, i + 1);
        return d === '' ? null : <path key={color} d={d} fill={color} />;
      })}
    </g>
  );
}

/** Paints marks as SVG. `name` makes clip ids unique among the figures of one document. */
export function MapMarks({ marks, name }: { marks: readonly MapMark[]; name: string }): ReactNode {
  return marks.map((mark, i) => {
    const key = `${name}-${i}`;
    if (mark.type === 'shape') return <Shape key={key} mark={mark} clip={key} />;
    if (mark.type === 'circle') return <Disc key={key} mark={mark} />;
    if (mark.type === 'text') return <Words key={key} mark={mark} />;
    if (mark.type === 'raster') return <Raster key={key} mark={mark} />;
    return <GlyphMark key={key} {...mark} />;
  });
}
