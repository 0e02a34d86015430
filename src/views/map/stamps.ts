import { remember } from '#core/remember.ts';
import { drawGlyph, GLYPH_HALO } from '#figures/glyph.tsx';
import type { GlyphSign, TextMark } from '#figures/map/map-marks.ts';

const FACE = '"Inter Variable", "Inter Fallback", system-ui, sans-serif';
/** A map shows some hundred different names, numbers and signs; more are forgotten together. */
const MOST = 900;

/** Something small as it was drawn once; `left` and `top` lead from its corner to the point it is placed by, in CSS pixels. */
interface Stamp {
  readonly image: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Advance of the letters; 0 for signs. */
  readonly advance: number;
}

let stampOf = remember<string, Stamp | null>(MOST);

/** Letters look different once their font is there. */
export function forgetStamps(): void {
  stampOf = remember(MOST);
}

function makeStamp(
  { left, top, width, height, advance }: Omit<Stamp, 'image'>,
  ratio: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): Stamp | null {
  const image = document.createElement('canvas');
  image.width = Math.ceil(width * ratio);
  image.height = Math.ceil(height * ratio);
  const pen = image.getContext('2d');
  if (!pen) return null;
  pen.setTransform(ratio, 0, 0, ratio, left * ratio, top * ratio);
  draw(pen);
  return { image, left, top, width: image.width / ratio, height: image.height / ratio, advance };
}

/** On whole device pixels, so that letters stay sharp. */
function put(pen: CanvasRenderingContext2D, stamp: Stamp, x: number, y: number, ratio: number): void {
  const left = Math.round((x - stamp.left) * ratio) / ratio;
  const top = Math.round((y - stamp.top) * ratio) / ratio;
  pen.drawImage(stamp.image, left, top, stamp.width, stamp.height);
}

let ruler: CanvasRenderingContext2D | null = null;

function advanceOf({ text, weight, size, spacing }: TextMark): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 0;
  ruler.font = `${weight} ${size}px ${FACE}`;
  ruler.letterSpacing = `${spacing}px`;
  return ruler.measureText(text).width;
}

type Layer = 'halo' | 'ink';

function setWords(pen: CanvasRenderingContext2D, mark: TextMark, layer: Layer): void {
  const y = mark.size * 0.04;
  pen.font = `${mark.weight} ${mark.size}px ${FACE}`;
  pen.textBaseline = 'middle';
  pen.letterSpacing = `${mark.spacing}px`;
  if (layer === 'ink') {
    pen.fillStyle = mark.color;
    pen.fillText(mark.text, 0, y);
  } else if (mark.halo) {
    pen.lineJoin = 'round';
    pen.strokeStyle = mark.halo;
    pen.lineWidth = mark.size * 0.28;
    pen.strokeText(mark.text, 0, y);
  }
}

function wordsStamp(mark: TextMark, layers: readonly Layer[], ratio: number): Stamp | null {
  const { text, size, weight, spacing } = mark;
  const colors = [layers.includes('ink') ? mark.color : '', layers.includes('halo') ? mark.halo : ''];
  return stampOf([text, size, weight, spacing, ...colors, ratio].join('|'), () => {
    const advance = advanceOf(mark);
    const left = Math.ceil(size * 0.4);
    const top = Math.ceil(size * 0.9);
    const box = { left, top, width: advance + 2 * left, height: 2 * top, advance };
    return makeStamp(box, ratio, (pen) => {
      for (const layer of layers) setWords(pen, mark, layer);
    });
  });
}

const SHARE = { start: 0, middle: 0.5, end: 1 } as const;
const whole: readonly Layer[] = ['halo', 'ink'];
const bare: readonly Layer[] = ['ink'];
/** Longer than any number: names, of which there are few, and which stay while numbers change. */
const LONGEST_NUMBER = 5;

/**
 * Writes words or a number. Setting letters asks the page for its styles and is the dearest part of a picture. While dates are
 * dragged the same names come again and again, so each is set once; numbers are new at every step, so their digits are.
 */
export function stampWords(pen: CanvasRenderingContext2D, mark: TextMark, ratio: number): void {
  if (mark.text.length <= LONGEST_NUMBER) {
    stampDigits(pen, mark, ratio);
    return;
  }
  const stamp = wordsStamp(mark, whole, ratio);
  if (stamp) put(pen, stamp, mark.x - SHARE[mark.anchor] * stamp.advance, mark.y, ratio);
}

const layersOf = ({ halo }: TextMark): readonly Layer[] => (halo === null ? bare : whole);

/** Sets what a text takes before it is drawn, a piece each time it is asked to go on: the first letters of a page take longest. */
export function* settingWords(mark: TextMark, ratio: number): Generator<void> {
  if (mark.text.length > LONGEST_NUMBER) {
    wordsStamp(mark, whole, ratio);
    yield;
    return;
  }
  for (const layer of layersOf(mark)) {
    for (const text of mark.text) {
      wordsStamp({ ...mark, text }, [layer], ratio);
      yield;
    }
  }
}

/** One character beside the other; no halo lies over a neighbour's ink. */
function stampDigits(pen: CanvasRenderingContext2D, mark: TextMark, ratio: number): void {
  for (const layer of layersOf(mark)) {
    const stamps = [...mark.text].flatMap((text) => wordsStamp({ ...mark, text }, [layer], ratio) ?? []);
    let x = mark.x - SHARE[mark.anchor] * stamps.reduce((sum, { advance }) => sum + advance, 0);
    for (const stamp of stamps) {
      put(pen, stamp, x, mark.y, ratio);
      x += stamp.advance;
    }
  }
}

/** Draws the sign of a family. */
export function stampGlyph(pen: CanvasRenderingContext2D, mark: GlyphSign, ratio: number): void {
  const { shape, size, color, halo } = mark;
  const stamp = stampOf(`${shape}|${size}|${color}|${halo}|${ratio}`, () => {
    const half = size / 2 + GLYPH_HALO + 1;
    const box = { left: half, top: half, width: 2 * half, height: 2 * half, advance: 0 };
    return makeStamp(box, ratio, (own) => drawGlyph(own, shape, { x: 0, y: 0, size }, color, halo));
  });
  if (stamp) put(pen, stamp, mark.x, mark.y, ratio);
}
