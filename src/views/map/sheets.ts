import type { MapFrame } from '#figures/map/map-frame.ts';
import type { Palette } from '#figures/palette.ts';

/** A canvas of water: nothing shows through it, which spares the browser blending all of it with what lies beneath. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  frame: MapFrame,
  ratio: number,
  { water }: Palette,
): CanvasRenderingContext2D | null {
  const width = Math.round(frame.width * ratio);
  const height = Math.round(frame.height * ratio);
  const pen = canvas.getContext('2d', { alpha: false });
  const [wide, high] = [`${frame.width}px`, `${frame.height}px`];
  // The pixels may stay as many while the room changes: a page zoomed to twice its size in half of it.
  const { style } = canvas;
  if (canvas.width === width && canvas.height === height && style.width === wide && style.height === high)
    return pen;
  canvas.width = width;
  canvas.height = height;
  style.width = wide;
  style.height = high;
  if (!pen) return null;
  pen.fillStyle = water;
  pen.fillRect(0, 0, width, height);
  return pen;
}

/** Lays a canvas over all of another of the same size. */
export function lay(from: HTMLCanvasElement, pen: CanvasRenderingContext2D | null): void {
  pen?.setTransform(1, 0, 0, 1, 0, 0);
  pen?.drawImage(from, 0, 0);
}
