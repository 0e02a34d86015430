import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Frame } from '#figures/Frame.tsx';
import type { Drawing, FigureTheme } from '#figures/figure.ts';
import type { FrameSpec } from '#figures/frame-layout.ts';
import { type EmbeddedFace, faceRules } from './fonts.ts';

export interface SvgOptions {
  readonly spec: FrameSpec;
  readonly theme: FigureTheme;
  readonly lang: string;
  readonly ground?: boolean;
}

/** Draws a figure into a detached root and hands the drawn element to `read`. Nothing of the page is read. */
export function drawnAs<T>(drawing: Drawing, options: SvgOptions, read: (element: SVGSVGElement) => T): T {
  return read(drawnElement(<Frame drawing={drawing} {...options} />));
}

/** What an SVG of ours draws, as an element that belongs to no page and that any program understands. */
export function drawnElement(drawn: ReactNode): SVGSVGElement {
  const host = document.createElement('div');
  const root = createRoot(host);
  try {
    flushSync(() => root.render(drawn));
    const element = host.querySelector('svg');
    if (!element) throw new Error('The figure drew nothing.');
    return withPlainHalos(element.cloneNode(true) as SVGSVGElement);
  } finally {
    root.unmount();
  }
}

/**
 * Rings behind letters as texts of their own, painted first. Slide and office programs do not know the order of painting within
 * a text and would lay the ring over the letters.
 */
function withPlainHalos(element: SVGSVGElement): SVGSVGElement {
  for (const text of element.querySelectorAll('text[paint-order]')) {
    const ring = text.cloneNode(true) as Element;
    ring.removeAttribute('paint-order');
    ring.setAttribute('fill', text.getAttribute('stroke') ?? 'none');
    ring.setAttribute('aria-hidden', 'true');
    for (const name of ['paint-order', 'stroke', 'stroke-width', 'stroke-linejoin'])
      text.removeAttribute(name);
    text.before(ring);
  }
  return element;
}

/** A figure as SVG text, without fonts. */
export function svgText(drawing: Drawing, options: SvgOptions): string {
  return drawnAs(
    drawing,
    options,
    (element) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}`,
  );
}

/** Puts the faces into the file, right after the description; the text stays text. */
export function withFaces(svg: string, faces: readonly EmbeddedFace[]): string {
  const rules = `<defs><style type="text/css">${faceRules(faces)}text{font-variant-numeric:tabular-nums}</style></defs>`;
  return svg.replace('</desc>', `</desc>${rules}`);
}

/** All characters a file shows, to choose faces by. */
export function charactersOf(svg: string): string {
  return [...new Set(svg.replaceAll(/<[^>]*>/g, ''))].join('');
}
