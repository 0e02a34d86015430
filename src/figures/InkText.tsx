import type { ReactNode } from 'react';
import { type Face, faces } from './text-width.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly face?: Face;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of a ring behind the letters; for labels on a drawing. */
  readonly halo?: string;
  readonly opacity?: number;
  readonly children: ReactNode;
}

/** Real text in a figure: family and weight by name with fallbacks, tabular figures. */
export function InkText({ x, y, size, fill, face = 'regular', anchor, halo, opacity, children }: Props) {
  const { family, weight } = faces[face];
  return (
    <text
      x={Math.round(x * 100) / 100}
      y={Math.round(y * 100) / 100}
      fontFamily={family}
      fontWeight={weight}
      fontSize={Math.round(size * 100) / 100}
      fill={fill}
      textAnchor={anchor}
      opacity={opacity}
      {...(halo
        ? { stroke: halo, strokeWidth: size * 0.24, strokeLinejoin: 'round' as const, paintOrder: 'stroke' }
        : {})}
    >
      {children}
    </text>
  );
}
