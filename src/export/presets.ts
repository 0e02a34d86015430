import type { FrameSpec } from '#figures/frame-layout.ts';

/** The sizes at which a figure can leave; each is laid out anew. */
export interface Preset extends FrameSpec {
  readonly id: 'wide' | 'square' | 'classic' | 'a4-landscape' | 'a4-portrait' | 'story';
  /** Part of the file name. */
  readonly tag: string;
  /** Dots per inch written into a PNG at 1×. */
  readonly density: number;
}

export const presets: readonly Preset[] = [
  { id: 'wide', tag: '16x9', size: { width: 1920, height: 1080 }, font: 22, density: 144 },
  { id: 'square', tag: '1x1', size: { width: 1080, height: 1080 }, font: 25, density: 144 },
  { id: 'classic', tag: '4x3', size: { width: 1600, height: 1200 }, font: 25, density: 144 },
  { id: 'a4-landscape', tag: 'a4-landscape', size: { width: 3508, height: 2480 }, font: 40, density: 300 },
  { id: 'a4-portrait', tag: 'a4-portrait', size: { width: 2480, height: 3508 }, font: 40, density: 300 },
  { id: 'story', tag: '9x16', size: { width: 1080, height: 1920 }, font: 26, density: 144 },
];

export function presetOf(id: Preset['id']): Preset {
  return presets.find((preset) => preset.id === id) ?? presets[0]!;
}
