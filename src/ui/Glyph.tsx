import { memo } from 'react';
import type { GlyphShape } from '#core/taxonomy.ts';

/** Outlines on a 12 px grid; figures and map draw the same ones. */
export const glyphPaths: Record<GlyphShape, { d: string; open: boolean }> = {
  square: { d: 'M1.5 1.5h9v9h-9z', open: false },
  triangle: { d: 'M6 1L11.3 10.5H.7z', open: false },
  cross: { d: 'M2 2l8 8M10 2l-8 8', open: true },
  circle: { d: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6z', open: false },
  diamond: { d: 'M6 .5L11.5 6L6 11.5L.5 6z', open: false },
  plus: { d: 'M6 1.2v9.6M1.2 6h9.6', open: true },
  hexagon: { d: 'M6 .6L10.7 3.3v5.4L6 11.4L1.3 8.7V3.3z', open: false },
  ring: { d: 'M6 2a4 4 0 1 1 0 8a4 4 0 0 1 0-8z', open: true },
};

/** A category's sign: shape and colour together, never colour alone. */
export const Glyph = memo(function Glyph({
  shape,
  color,
  size = 12,
}: {
  shape: GlyphShape;
  color: string;
  size?: number;
}) {
  const { d, open } = glyphPaths[shape];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={d} fill={open ? 'none' : color} stroke={open ? color : 'none'} strokeWidth={open ? 2.2 : 0} />
    </svg>
  );
});
