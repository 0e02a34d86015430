import { type FamilyKey, families, type GlyphShape } from '#core/taxonomy.ts';
import { glyphPaths } from '#ui/Glyph.tsx';

/** Side of the grid that glyph outlines are drawn on; the centre is at half of it. */
export const GLYPH_GRID = 12;
/** Width of the ring of background colour around a mark, in px at the mark's own scale. */
export const GLYPH_HALO = 1.5;

const shapes = new Map<string, GlyphShape>(families.map((family) => [family.key, family.glyph]));

/** The sign of a family. */
export function shapeOf(family: FamilyKey): GlyphShape {
  return shapes.get(family) ?? 'ring';
}

/** Outline on the 12 px grid, for SVG `d` and for `new Path2D(d)`; `open` shapes are stroked 2.2 wide, others filled. */
export function glyphOutline(shape: GlyphShape): { readonly d: string; readonly open: boolean } {
  return glyphPaths[shape];
}

interface Props {
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  /** Colour of the ground behind, for the halo; null = no halo. */
  readonly halo: string | null;
  readonly opacity?: number;
}

/** A mark inside an SVG figure, centred on (x, y), with its halo. */
export function GlyphMark({ shape, x, y, size, color, halo, opacity }: Props) {
  const { d, open } = glyphPaths[shape];
  const scale = size / GLYPH_GRID;
  const ring = (2 * GLYPH_HALO) / scale;
  return (
    <g
      transform={`translate(${round(x - size / 2)} ${round(y - size / 2)}) scale(${round(scale)})`}
      opacity={opacity}
    >
      {halo === null ? null : (
        <path
          d={d}
          fill={open ? 'none' : halo}
          stroke={halo}
          strokeWidth={open ? 2.2 + ring : ring}
          strokeLinejoin="round"
        />
      )}
      <path d={d} fill={open ? 'none' : color} stroke={open ? color : 'none'} strokeWidth={open ? 2.2 : 0} />
    </g>
  );
}

/** Draws the same mark on a canvas. */
export function drawGlyph(
  canvas: CanvasRenderingContext2D,
  shape: GlyphShape,
  at: { readonly x: number; readonly y: number; readonly size: number },
  color: string,
  halo: string | null,
): void {
  const { d, open } = glyphPaths[shape];
  const scale = at.size / GLYPH_GRID;
  const path = new Path2D(d);
  canvas.save();
  canvas.translate(at.x - at.size / 2, at.y - at.size / 2);
  canvas.scale(scale, scale);
  canvas.lineJoin = 'round';
  if (halo !== null) {
    canvas.strokeStyle = halo;
    canvas.lineWidth = (open ? 2.2 : 0) + (2 * GLYPH_HALO) / scale;
    canvas.stroke(path);
  }
  if (open) {
    canvas.strokeStyle = color;
    canvas.lineWidth = 2.2;
    canvas.stroke(path);
  } else {
    canvas.fillStyle = color;
    canvas.fill(path);
  }
  canvas.restore();
}

const round = (value: number): number => Math.round(value * 100) / 100;
